/** What files are that are no PDF, and what lies inside them: e-mails, archives, documents of office programs. */
import { BEGINNING, kindOf } from './kinds.ts'
import { isPdf, look } from './look.ts'
import { say } from './say.ts'

export { BEGINNING } from './kinds.ts'
export { isPdf } from './look.ts'
export { type PictureKind, pictureKind } from './picture.ts'

/** Says in HR's words what a file is that is no PDF, where in it a PDF lies, and what to do. */
export function whatItIs(bytes: Uint8Array): string {
  return say(look(bytes))
}

/** Whether a file is one that others lie in, such as an e-mail, even where a PDF can be made out among its bytes. */
export function isContainer(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, BEGINNING)
  return !isPdf(beginning) && kindOf(beginning)?.list !== undefined
}

/** What a file is, with its article, where that is known, and whether a PDF lies in it; of most files the beginning tells. */
export function lookInside(bytes: Uint8Array): { is: string | undefined; holdsPdf: boolean } {
  const { kind, pdfs } = look(bytes)
  return { is: kind?.is, holdsPdf: pdfs.length > 0 }
}
