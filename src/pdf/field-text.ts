import type { FieldProblem } from './field-problems.ts'
import type { ObjectStore } from './object-store.ts'
import { isArray, isDict, PdfName, type PdfObject, PdfStream, PdfString } from './objects.ts'
import { type DecodedText, normaliseText } from './text-string.ts'

/** What one /V says as text: undefined where it says nothing, [] where it says blank. */
export function readTexts(
  objects: ObjectStore,
  value: PdfObject,
  problems: FieldProblem[],
): string[] | undefined {
  if (value === null) return undefined
  const items = isArray(value) ? value.map(objects.resolve) : [value]
  return items.map((item) => readText(objects, item, problems)).filter((text) => text !== '')
}

function readText(objects: ObjectStore, value: PdfObject, problems: FieldProblem[]): string {
  if (value instanceof PdfString || value instanceof PdfStream) {
    const decoded = objects.text(value)
    return decoded ? normalised(decoded, problems) : ''
  }
  problems.push({ kind: 'wrong-value-type', found: typeName(value) })
  if (value instanceof PdfName) return normaliseText(value.text)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function normalised(decoded: DecodedText, problems: FieldProblem[]): string {
  const text = normaliseText(decoded.text)
  const { doubt } = decoded
  if (doubt?.kind === 'damaged') problems.push({ kind: 'damaged-text', text })
  if (doubt?.kind === 'utf-16-without-mark') problems.push({ kind: 'guessed-encoding', text })
  if (doubt?.kind === 'maybe-utf-8') {
    problems.push({ kind: 'maybe-utf-8', text, other: normaliseText(doubt.other) })
  }
  return text
}

/** What kind of object it is, in the standard's words. */
export function typeName(value: PdfObject): string {
  if (value === null) return 'null'
  if (value instanceof PdfName) return 'name'
  if (value instanceof PdfString) return 'string'
  if (value instanceof PdfStream) return 'stream'
  if (isDict(value)) return 'dictionary'
  return isArray(value) ? 'array' : typeof value
}
