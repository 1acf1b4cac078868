import type { Message } from '../messages/message.ts'
import { isAnswersName } from './answers-file.ts'
import { isKeyedName } from './keying.ts'

/** Files that programs leave behind and nobody means to import. */
const LITTER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/** How many names of files that were left out are told; the others are counted. */
const NAMES = 10

/** Whether a file or folder of this name is left out without a word. */
export function isLitter(name: string): boolean {
  return LITTER.test(name)
}

/** Whether a file in a folder is taken by its name, whatever it holds. */
export function isNamedForm(path: string): boolean {
  return /\.pdf$/i.test(path) || isAnswersName(path) || isKeyedName(path)
}

export interface OtherFile {
  readonly name: string
  /** What it is, where that is known. */
  readonly kind: string | undefined
}

/** A photograph, an archive or a word processor's file may well be somebody's form, so that HR must hear of it. */
export function leftOut(folder: string, others: readonly OtherFile[]): Message {
  const more = others.length - NAMES
  const names = others.map(({ name, kind }) => (kind ? `${name} (${kind})` : name))
  const told = names.slice(0, NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '')
  const hasPictures = others.some(({ kind }) => kind?.startsWith('a picture in '))
  const orExport = hasPictures ? ', and export pictures of forms as PDF or JPEG' : ''
  return {
    file: folder,
    severity: 'warning',
    rule: 'file-left-out',
    message: `What is no PDF was not read: ${told}; where one of them is a form, ask for the PDF file${orExport}`,
  }
}
