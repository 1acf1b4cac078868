/**
 * Something on this machine stands in the way: no browser, no permission, no such folder. The message is a sentence
 * that names what to do; the command line shows it without a stack trace.
 *
 * @example
 * ```ts
 * import { eject, OperatorError } from 'policypack'
 *
 * try {
 *   await eject('mentorin-policy', { config: 'org.config.json' })
 * } catch (error) {
 *   if (!(error instanceof OperatorError)) throw error
 *   console.error(error.message)
 * }
 * ```
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
