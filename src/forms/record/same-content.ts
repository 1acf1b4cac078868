import { sha256Hex } from '../../contracts/hash.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { DraftRecord, FormRecord } from '../../model/record.ts'
import { caseOf } from './case.ts'
import { knowsFile } from './copies.ts'

/** By what the content of a form is known again. */
export interface SameContent {
  readonly id: string
  /** All ids under which it may lie already. */
  readonly ids: readonly string[]
  /** Whether a record that lies under one of them is of this content. */
  isIn(record: FormRecord): boolean
}

/**
 * The same answers by the same person are the same content, whatever the file. Where the answers do not say whose they are,
 * two people may well have given the same ones, so that only the same file is the same content.
 */
export function sameContent(
  draft: Pick<DraftRecord, 'id' | 'earlierId' | 'organisation' | 'values'>,
  sha256: string,
  form: Pick<FormDefinition, 'id' | 'recordKey'>,
): SameContent {
  const { id, earlierId } = draft
  if (caseOf(form, draft) !== undefined) return { id, ids: [id, earlierId], isIn: () => true }
  const ofFile = idOfFile(id, sha256)
  return {
    id: ofFile,
    ids: [ofFile, id, earlierId],
    isIn: (record) => knowsFile(record, sha256),
  }
}

/** An id of content that is another one for each file. */
export function idOfFile(id: string, sha256: string): string {
  return sha256Hex(`${id} ${sha256}`).slice(0, 32)
}
