import { PDFDocument, StandardFonts } from 'pdf-lib'

/** What the sample form is filled with, as the reader gives it back. */
export const sampleValues: Readonly<Record<string, readonly string[]>> = {
  'mentee.name': ['Łukasz Żółć'],
  'mentee.notes': ['first line\nsecond (line) \\ with “quotes”'],
  'mentee.agrees': ['Yes'],
  'mentee.declines': [],
  frequency: ['monthly'],
  place: ['Zürich'],
  topics: ['coaching', 'feedback'],
  twice: ['same on both pages'],
  empty: [],
}

/** Builds a blank form with every type of field, on two pages, by pdf-lib. */
export async function buildSampleForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const pages = [document.addPage(), document.addPage()] as const
  const form = document.getForm()
  const place = (row: number) => ({ x: 50, y: 700 - 50 * row, width: 200, height: 30, font })
  form.createTextField('mentee.name').addToPage(pages[0], place(0))
  const notes = form.createTextField('mentee.notes')
  notes.enableMultiline()
  notes.addToPage(pages[0], place(1))
  form.createCheckBox('mentee.agrees').addToPage(pages[0], place(2))
  form.createCheckBox('mentee.declines').addToPage(pages[0], place(3))
  const frequency = form.createRadioGroup('frequency')
  frequency.addOptionToPage('weekly', pages[0], place(4))
  frequency.addOptionToPage('monthly', pages[0], place(5))
  frequency.addOptionToPage('yearly', pages[1], place(0))
  const town = form.createDropdown('place')
  town.setOptions(['London', 'Zürich', 'Łódź'])
  town.addToPage(pages[1], place(1))
  const topics = form.createOptionList('topics')
  topics.enableMultiselect()
  topics.setOptions(['mentoring', 'coaching', 'feedback'])
  topics.addToPage(pages[1], place(2))
  const twice = form.createTextField('twice')
  twice.addToPage(pages[0], place(6))
  twice.addToPage(pages[1], place(3))
  form.createTextField('empty').addToPage(pages[1], place(4))
  return document.save({ updateFieldAppearances: false })
}
