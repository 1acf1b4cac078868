/**
 * Something on this machine stands in the way: no browser, no permission, no such folder. The message is a sentence
 * that names what to do; the command line shows it without a stack trace.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
