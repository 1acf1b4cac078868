import type { Message } from '../../messages/message.ts'
import type { KnownForms } from '../../model/extraction.ts'
import { findCompletedForms } from './completed-forms.ts'
import { type FormsFolder, readKnownForms } from './known-forms.ts'

export { ADOPTED_FOLDER } from './adopted-forms.ts'
export { readKnownForms }

/** Where completed forms and the definitions to read them by are looked for. */
export interface GatherOptions {
  /** Files and folders, as the user named them. */
  readonly paths: readonly string[]
  readonly forms: FormsFolder
  /** The configuration, beside which `published-forms.json` lies. */
  readonly config: string
  /** The folder of records, whose copies of forms are no input. */
  readonly records: string
}

/** What an import starts from. */
export interface Gathered {
  /** Paths of the files to read, in a fixed order. */
  readonly files: readonly string[]
  readonly known: KnownForms
  /** Where the PDFs of forms lie as they are handed out, by the hashes of the forms. */
  readonly blanks: ReadonlyMap<string, string>
  /** What could not be read or followed on the way. */
  readonly messages: readonly Message[]
}

/**
 * Finds the files to import and reads the form definitions that are known here. Throws an `OperatorError` when a folder of
 * definitions that the user named holds none.
 */
export async function gather(options: GatherOptions): Promise<Gathered> {
  const [found, forms] = await Promise.all([
    findCompletedForms(options.paths, options.records),
    readKnownForms(options.forms, options.config),
  ])
  return {
    files: found.files,
    known: forms.known,
    blanks: forms.blanks,
    messages: [...found.messages, ...forms.messages],
  }
}
