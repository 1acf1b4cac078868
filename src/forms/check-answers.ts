import { slotsOf } from '../contracts/slot.ts'
import type { Extraction, RawSignature } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { DraftRecord } from '../model/record.ts'
import { validate, voiceFor } from './validate/index.ts'

/**
 * What the import will say of answers that are being filled in, what is private as well, in the language of the form: the very code checks
 * them. They stand under
 * the names of the fields of the PDF; what is no text is a drawn signature.
 */
export function checkAnswers(
  { private: _, ...form }: FormDefinition,
  values: ReadonlyMap<string, unknown>,
  today: string,
): DraftRecord['messages'] {
  const extraction: Extraction = {
    status: 'read',
    form,
    trust: 'local',
    method: 'page',
    values: new Map(
      slotsOf(form.fields).map(({ name }) => {
        const value = values.get(name)
        return [name, { texts: typeof value === 'string' ? [value] : [], confidence: 1 }]
      }),
    ),
    extra: new Map(),
    signatures: form.fields.flatMap(({ type, name: field }): RawSignature[] => {
      const value = type === 'signature' ? values.get(field) : undefined
      if (value === undefined) return []
      return [
        typeof value === 'string' ? { field, kind: 'typed', by: value } : { field, kind: 'drawn' },
      ]
    }),
    remarks: [],
    missingPages: [],
    damaged: new Set(),
    doubtful: new Set(),
    added: [],
    messages: [],
  }
  return validate(extraction, undefined, { today, voice: voiceFor(form.locale) }).messages
}
