/** What files are that are no PDF, and what lies inside them: e-mails, archives, documents of office programs. */
import { BEGINNING, kindOf } from './kinds.ts'
import { isPdf, look } from './look.ts'
import { say } from './say.ts'

export { BEGINNING } from './kinds.ts'
export { isPdf } from './look.ts'

/** Says in HR's words what a file is that is no PDF, where in it a PDF lies, and what to do. */
export function whatItIs(bytes: Uint8Array): string {
  return say(look(bytes))
}

/** Whether a file is one that others lie in, such as an e-mail, even where a PDF can be made out among its bytes. */
export function isContainer(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, BEGINNING)
  return !isPdf(beginning) && kindOf(beginning)?.list !== undefined
}

/** Whether a PDF lies somewhere inside a file that is none. */
export function holdsPdf(bytes: Uint8Array): boolean {
  return look(bytes).pdfs.length > 0
}

/** What a file that begins like this is, with its article; undefined where that is not known. */
export function kindByBeginning(beginning: Uint8Array): string | undefined {
  return kindOf(beginning)?.is
}
