import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import { PYTHON } from '../support/programs.ts'
import { makeFolder } from '../support/project-copy.ts'

/** A form of two pages as a library makes it, with names that say nothing. */
export async function libraryForm(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setTitle('Equipment loan form')
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const [first, second] = [pdf.addPage([595, 842]), pdf.addPage([595, 842])]
  const form = pdf.getForm()
  const write = (page: typeof first, words: string, x: number, y: number, size = 11): void =>
    page.drawText(words, { x, y, size, font })
  write(first, 'Equipment loan form', 50, 790, 18)
  write(first, 'Fill in both pages and give them to the equipment team.', 50, 765)

  const text = (
    name: string,
    label: string,
    y: number,
  ): ReturnType<typeof form.createTextField> => {
    write(first, label, 50, y + 6)
    const field = form.createTextField(name)
    field.addToPage(first, { x: 220, y, width: 300, height: 22, font })
    return field
  }
  text('topmostSubform[0].Page1[0].f1_01[0]', 'Name of borrower *', 720).enableRequired()
  const staff = text('topmostSubform[0].Page1[0].f1_02[0]', 'Staff number', 690)
  staff.setMaxLength(8)
  text('topmostSubform[0].Page1[0].f1_03[0]', 'E-mail address', 660)
  const returned = text('topmostSubform[0].Page1[0].f1_04[0]', 'Back by', 630)
  returned.acroField.dict.set(
    PDFName.of('TU'),
    PDFString.of('Date on which the equipment comes back'),
  )
  text('topmostSubform[0].Page1[0].f1_05[0]', 'How many items', 600)

  write(first, 'What is it for?', 50, 570)
  const purpose = form.createTextField('topmostSubform[0].Page1[0].f1_06[0]')
  purpose.enableMultiline()
  purpose.addToPage(first, { x: 50, y: 480, width: 470, height: 80, font })

  write(first, 'Site', 50, 446)
  const site = form.createDropdown('topmostSubform[0].Page1[0].c1_01[0]')
  site.addOptions(['Fernhill', 'Riverside', 'Head office'])
  site.addToPage(first, { x: 220, y: 440, width: 200, height: 22, font })

  write(first, 'Condition', 50, 406)
  const condition = form.createRadioGroup('topmostSubform[0].Page1[0].r1[0]')
  for (const [index, label] of ['New', 'Good', 'Worn'].entries()) {
    condition.addOptionToPage(String(index), first, {
      x: 220 + index * 90,
      y: 404,
      width: 14,
      height: 14,
    })
    write(first, label, 240 + index * 90, 406)
  }
  const tick = (page: typeof first, name: string, label: string, y: number): void => {
    form.createCheckBox(name).addToPage(page, { x: 50, y, width: 14, height: 14 })
    write(page, label, 72, y + 3)
  }
  tick(first, 'topmostSubform[0].Page1[0].k1[0]', 'I have insurance of my own', 370)
  tick(first, 'topmostSubform[0].Page1[0].k2[0]', 'I have been trained to use it', 345)

  write(second, 'Declaration', 50, 790, 14)
  tick(second, 'topmostSubform[0].Page2[0].k3[0]', 'I shall bring everything back as I had it', 750)
  write(second, 'Signed', 50, 706)
  const signed = form.createTextField('topmostSubform[0].Page2[0].f2_01[0]')
  signed.addToPage(second, { x: 220, y: 700, width: 200, height: 22, font })
  write(second, 'Date', 50, 676)
  const date = form.createTextField('topmostSubform[0].Page2[0].f2_02[0]')
  date.addToPage(second, { x: 220, y: 670, width: 200, height: 22, font })
  return pdf.save({ useObjectStreams: false })
}

/** A form with a list of which several can be chosen, and one where something else can be written. */
export async function listForm(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const form = pdf.getForm()
  page.drawText('Volunteer rota', { x: 50, y: 790, size: 18, font })
  for (const [at, text] of [
    'Hand this in at the front desk',
    'We answer within a week',
    'Thank you for your time',
  ].entries())
    page.drawText(text, { x: 50, y: 500 - 90 * at, size: 11, font })
  page.drawText('Days on which you can help', { x: 50, y: 706, size: 11, font })
  const days = form.createOptionList('lstDays')
  days.enableMultiselect()
  days.addOptions(['Monday', 'Tuesday', 'Saturday'])
  days.addToPage(page, { x: 220, y: 640, width: 200, height: 80, font })
  page.drawText('Site', { x: 50, y: 606, size: 11, font })
  const site = form.createDropdown('cboSite')
  site.enableEditing()
  site.addOptions(['Fernhill', 'Riverside'])
  site.addToPage(page, { x: 220, y: 600, width: 200, height: 22, font })
  return pdf.save({ useObjectStreams: false })
}

/** A form as programs on servers make it. */
export function serverForm(): Uint8Array {
  return madeBy('make-reportlab.py')
}

/** A form with a box for each answer, a table of boxes, and a table with words at its side. */
export function claimForm(): Uint8Array {
  return madeBy('make-claim.py')
}

function madeBy(script: string): Uint8Array {
  const file = join(makeFolder(), 'form.pdf')
  execFileSync(PYTHON, [join(import.meta.dirname, script), file])
  return new Uint8Array(readFileSync(file))
}
