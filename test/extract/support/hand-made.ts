import type { Objects } from './pdf-writer.ts'

/** What may differ from a plain form. */
export interface FormOptions {
  /** Numbers of the root fields; all fields by default. */
  listed?: readonly number[]
  /** Numbers of the annotations of the page; all fields by default. */
  annotations?: readonly number[]
  /** Further entries of the catalog. */
  catalog?: string
  /** The form itself; `''` for none. */
  form?: string
}

/** A one-page PDF with these fields, which are numbered from 10. */
export function form(fields: Objects, options: FormOptions = {}): Objects {
  const numbers = Object.keys(fields).map(Number)
  const references = (list: readonly number[]) => list.map((num) => `${num} 0 R`).join(' ')
  const listed = `<</Fields[${references(options.listed ?? numbers)}]>>`
  const acroForm = options.form ?? `/AcroForm 4 0 R`
  return {
    1: `<</Type/Catalog/Pages 2 0 R ${acroForm} ${options.catalog ?? ''}>>`,
    2: '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
    3: `<</Type/Page/Parent 2 0 R/Annots[${references(options.annotations ?? numbers)}]>>`,
    4: listed,
    ...fields,
  }
}

/** A text field that is its own widget. */
export function textField(name: string, entries: string): string {
  return `<</Type/Annot/Subtype/Widget/Rect[50 700 250 720]/FT/Tx/T(${name})${entries}>>`
}

/** A checkbox with the on-state Yes. */
export function checkbox(name: string, entries: string): string {
  return `<</Type/Annot/Subtype/Widget/Rect[50 600 70 620]/FT/Btn/T(${name})/AP<</N<</Yes 90 0 R/Off 90 0 R>>>>${entries}>>`
}

/** A widget of a radio group. */
export function radioKid(parent: number, state: string, entries: string): string {
  return `<</Type/Annot/Subtype/Widget/Rect[50 500 70 520]/Parent ${parent} 0 R/AP<</N<</${state} 90 0 R>>>>${entries}>>`
}
