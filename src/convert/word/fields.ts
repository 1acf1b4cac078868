import type { Element } from 'xast'
import { drawnField } from './control.ts'
import { type Around, addPlace, addText } from './pieces.ts'
import { attribute, childOf } from './xml.ts'

/** A field of Word has its code, and then what it shows (ECMA-376, 17.16.2). */
export function readFieldMark(element: Element, around: Around): void {
  const { fields } = around.reading
  const type = attribute(element, 'fldCharType')
  if (type === 'begin') {
    fields.open.push({ code: '', isShown: false, data: childOf(element, 'ffData') })
    fields.isCode = true
  } else if (type === 'separate') {
    const field = fields.open.at(-1)
    if (!field) return
    field.isShown = true
    fields.isCode = fields.open.some(({ isShown }) => !isShown) || isReplaced(field.code)
  } else if (type === 'end') {
    const field = fields.open.pop()
    fields.isCode = fields.open.some(({ isShown, code }) => !isShown || isReplaced(code))
    if (field && !fields.isCode) showField(field, around)
  }
}

/** Whether something stands in the place of what the field shows. */
function isReplaced(code: string): boolean {
  return /^\s*(?:MERGEFIELD|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b/i.test(code)
}

function showField(
  { code, data }: { readonly code: string; readonly data: Element | undefined },
  around: Around,
): void {
  const merge = mergeName(code)
  const drawn = drawnField(code, data)
  if (merge !== undefined) addMerge(merge, around)
  else if (drawn !== undefined) addPlace(drawn, around)
}

/** The name that a mail merge puts in here, if the code is that of one. */
export function mergeName(code: string): string | undefined {
  const [, quoted, plain] = /^\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))/i.exec(code) ?? []
  return quoted ?? plain
}

/** Adds the name of a mail merge in the signs that Word shows around it. */
export function addMerge(name: string, around: Around): void {
  around.reading.merges.add(name)
  addText(`«${name}»`, around, {})
}
