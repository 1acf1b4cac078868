import type { RawSignature } from '../../model/extraction.ts'
import { isoTime, type PdfFile, readSignatures } from '../../pdf/index.ts'
import type { AssignedFields } from './fields-by-place.ts'

/**
 * The signatures that the fields of a file hold: digital ones, and names that were typed into a box to sign in. With them
 * those that are only to be seen in the boxes of others; a digital one tells most, and then the first that was seen.
 */
export function readSigned(
  file: PdfFile,
  fields: AssignedFields,
  seen: readonly RawSignature[],
): RawSignature[] {
  const signatures = [...readDigitalSignatures(file, fields), ...readTypedSignatures(fields)]
  for (const signature of seen) {
    if (!signatures.some(({ field }) => field === signature.field)) signatures.push(signature)
  }
  return signatures
}

function readTypedSignatures({ own }: AssignedFields): RawSignature[] {
  return [...own].flatMap(([name, { type, values }]) => {
    const by = values.join(' ').trim()
    return type === 'signature' && by !== '' ? [{ field: name, kind: 'typed', by }] : []
  })
}

/**
 * The digital signatures of a file as it states them: those in a form's signature fields by the names that the form has for
 * these, and those that stand elsewhere by their own.
 */
function readDigitalSignatures(file: PdfFile, fields: AssignedFields): RawSignature[] {
  const own = [...fields.own].map(([name, field]) => ({ ...field, name }))
  return readSignatures(file, [...own, ...fields.others]).map(
    ({ field, name, date, byteRange, contents, subFilter }) => {
      const at = isoTime(date)
      return {
        field,
        kind: 'digital',
        byteRange,
        start: file.headerOffset,
        ...(name !== undefined && { by: name }),
        ...(at !== undefined && { at }),
        ...(contents && { contents: contents.bytes, contentsStart: contents.start }),
        ...(subFilter !== undefined && { subFilter }),
      }
    },
  )
}
