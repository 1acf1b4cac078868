import type { Slot } from '../model/slot.ts'
import type { PdfField } from '../pdf/index.ts'
import { type Finding, finding } from './finding.ts'
import { questionOf } from './printed-place.ts'

type FieldProblem = PdfField['problems'][number]

/** Says in HR's words why the value of a field may not be what was filled in. */
export function problemFindings(slot: Slot, { problems }: PdfField): Finding[] {
  const asked = `“${questionOf(slot)}”`
  return problems.flatMap((problem) => {
    const found = sentence(problem, asked)
    return found ? [finding(found[0], found[1], slot.name)] : []
  })
}

type Sentence = readonly ['value-contradictory' | 'value-damaged' | 'value-uncertain', string]

function sentence(problem: FieldProblem, asked: string): Sentence | undefined {
  switch (problem.kind) {
    case 'contradictory': {
      const answers = [...new Set(problem.readings.map(({ values }) => quoted(values)))]
      return [
        'value-contradictory',
        `The file says two things for ${asked}: ${answers.join(' and ')}; ask which one is meant`,
      ]
    }
    case 'damaged-text':
      return [
        'value-damaged',
        `The program that filled in ${asked} could not write some of its characters; they show as � in the record`,
      ]
    case 'guessed-encoding':
    case 'maybe-utf-8':
      return [
        'value-uncertain',
        `The file does not say how the text of ${asked} is encoded; check that it reads well: ${quoted([problem.text])}`,
      ]
    case 'mixed-types':
    case 'type-missing':
    case 'wrong-value-type':
    case 'damaged-object':
      return [
        'value-uncertain',
        `The box for ${asked} is damaged in this file; check its answer against the page`,
      ]
    case 'unknown-state':
    case 'not-listed':
      // The first is told when the answer is checked against the options; the second changes nothing.
      return undefined
  }
}

function quoted(values: readonly string[]): string {
  return values.length === 0 ? 'nothing' : values.map((value) => `“${value}”`).join(', ')
}
