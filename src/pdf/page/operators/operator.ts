import type { ContentRun, Operator } from '../content-run.ts'

/** An operator that takes so many numbers; with other operands it does nothing, as in the common viewers. */
export function withNumbers<const Count extends 1 | 2 | 4 | 6>(
  count: Count,
  operate: (run: ContentRun, ...numbers: Numbers[Count]) => void,
): Operator {
  return (run, operands) => {
    const numbers = operands.slice(-count).filter((operand) => typeof operand === 'number')
    if (isOfLength(numbers, count)) operate(run, ...numbers)
  }
}

interface Numbers {
  readonly 1: [number]
  readonly 2: [number, number]
  readonly 4: [number, number, number, number]
  readonly 6: [number, number, number, number, number, number]
}

function isOfLength<Count extends 1 | 2 | 4 | 6>(
  numbers: number[],
  count: Count,
): numbers is Numbers[Count] {
  return numbers.length === count
}
