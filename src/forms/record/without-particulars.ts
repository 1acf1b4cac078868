import { OperatorError } from '../../messages/operator-error.ts'

/**
 * Does something with anonymous forms. Where policypack has a fault there, only the places in the program are told, because
 * the sentence of an error may quote a path or an answer.
 */
export async function withoutParticulars<Result>(
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw bareFault(error)
  }
}

/** An error of the same places in the program, and nothing else. */
function bareFault(error: unknown): Error {
  const fault = new Error('Anonymous forms could not be kept')
  fault.stack = [String(fault), ...placesOf(error)].join('\n')
  return fault
}

function placesOf(error: unknown): string[] {
  const { stack = '' } = error instanceof Error ? error : {}
  const told = String(error)
  return stack.startsWith(told) ? stack.slice(told.length).split('\n').filter(Boolean) : []
}
