import type { RawSignature } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import { type PdfField, type PdfFile, readSignatures } from '../pdf/index.ts'

/** The digital signatures in a form's signature fields, as the file states them. */
export function readDigitalSignatures(
  file: PdfFile,
  fields: readonly PdfField[],
  form: FormDefinition,
): RawSignature[] {
  const names = new Set(
    form.fields.filter(({ type }) => type === 'signature').map(({ name }) => name),
  )
  return readSignatures(file, fields)
    .filter(({ field }) => names.has(field))
    .map(({ field, name, date, byteRange, contents, subFilter }) => {
      const at = isoTime(date)
      return {
        field,
        kind: 'digital',
        byteRange,
        ...(name !== undefined && { by: name }),
        ...(at !== undefined && { at }),
        ...(contents && { contents: contents.bytes }),
        ...(subFilter !== undefined && { subFilter }),
      }
    })
}

/** A PDF date such as `D:20260403120000+10'00'` (ISO 32000-1, 7.9.4) in ISO 8601. */
function isoTime(date: string | undefined): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(
    date ?? '',
  )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', zoneHour, zoneMinute = '00'] = match
  const zone = zoneHour === undefined ? 'Z' : `${zoneHour}:${zoneMinute}`
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}
