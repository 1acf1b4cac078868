import type { Entry } from '../../fillers/filler.ts'
import { type Objects, streamObject, writePdf } from './pdf-writer.ts'

const monthlyRect = [50, 470, 70, 490] as const

/** What programs are told to fill in. */
export const sampleEntries: readonly Entry[] = [
  { name: 'mentee.name', kind: 'text', value: 'Łukasz Żółć' },
  { name: 'mentee.notes', kind: 'text', value: 'first line\nsecond (line) \\ with “quotes”' },
  { name: 'apart', kind: 'text', value: 'Zoë' },
  { name: 'agrees', kind: 'checkbox', state: 'yes', on: true },
  { name: 'declines', kind: 'checkbox', state: 'yes', on: false },
  { name: 'frequency', kind: 'radio', state: 'monthly', rect: monthlyRect },
  { name: 'place', kind: 'dropdown', value: 'Leeds' },
  { name: 'twice', kind: 'text', value: 'on both pages' },
]

/** What the reader gives back of it. */
export const sampleValues: Readonly<Record<string, readonly string[]>> = {
  'mentee.name': ['Łukasz Żółć'],
  'mentee.notes': ['first line\nsecond (line) \\ with “quotes”'],
  apart: ['Zoë'],
  agrees: ['yes'],
  declines: [],
  frequency: ['monthly'],
  place: ['Leeds'],
  twice: ['on both pages'],
  empty: [],
}

const rect = (x: number, y: number, width: number) => `/Rect[${x} ${y} ${x + width} ${y + 20}]`
const widget = (page: number, place: string) =>
  `/Type/Annot/Subtype/Widget/F 4/P ${page} 0 R${place}`
const text = '/FT/Tx/DA(/Helv 10 Tf 0 g)'
const states = (on: string) => `/AS/Off/AP<</N<</${on} 90 0 R/Off 91 0 R>>>>`

const objects: Objects = {
  1: '<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2/MediaBox[0 0 595 842]>>',
  3: '<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[11 0 R 12 0 R 14 0 R 15 0 R 16 0 R 21 0 R 22 0 R 32 0 R]>>',
  4: '<</Fields[10 0 R 13 0 R 15 0 R 16 0 R 20 0 R 30 0 R 31 0 R 34 0 R]/DA(/Helv 10 Tf 0 g)/DR<</Font<</Helv 6 0 R/ZaDb 7 0 R>>>>>>',
  5: '<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[23 0 R 30 0 R 33 0 R 34 0 R]>>',
  6: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  7: '<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>',
  10: '<</T(mentee)/Kids[11 0 R 12 0 R]>>',
  11: `<<${widget(3, rect(50, 700, 200))}${text}/T(name)/Parent 10 0 R>>`,
  12: `<<${widget(3, rect(50, 650, 300))}${text}/T(notes)/Ff 4096/Parent 10 0 R>>`,
  13: `<<${text}/T(apart)/Kids[14 0 R]>>`,
  14: `<<${widget(3, rect(50, 600, 200))}/Parent 13 0 R>>`,
  15: `<<${widget(3, rect(50, 560, 20))}/FT/Btn/T(agrees)/V/Off${states('yes')}>>`,
  16: `<<${widget(3, rect(50, 530, 20))}/FT/Btn/T(declines)/V/Off${states('yes')}>>`,
  20: '<</FT/Btn/Ff 49152/T(frequency)/V/Off/Kids[21 0 R 22 0 R 23 0 R]>>',
  21: `<<${widget(3, rect(50, 500, 20))}/Parent 20 0 R${states('weekly')}>>`,
  22: `<<${widget(3, `/Rect[${monthlyRect.join(' ')}]`)}/Parent 20 0 R${states('monthly')}>>`,
  23: `<<${widget(5, rect(50, 700, 20))}/Parent 20 0 R${states('yearly')}>>`,
  30: `<<${widget(5, rect(50, 650, 200))}/FT/Ch/Ff 131072/DA(/Helv 10 Tf 0 g)/T(place)/Opt[(London)(Leeds)(York)]>>`,
  31: `<<${text}/T(twice)/Kids[32 0 R 33 0 R]>>`,
  32: `<<${widget(3, rect(50, 400, 200))}/Parent 31 0 R>>`,
  33: `<<${widget(5, rect(50, 600, 200))}/Parent 31 0 R>>`,
  34: `<<${widget(5, rect(50, 550, 200))}${text}/T(empty)>>`,
  90: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '2 2 16 16 re f'),
  91: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', ''),
}

/** A blank form with every type of field, on two pages, some fields apart from their widgets. */
export const sampleForm: Uint8Array = writePdf(objects)
