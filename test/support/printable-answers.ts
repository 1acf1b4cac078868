import { type Slot, slotsOf, visibleOptions } from '../../src/contracts/slot.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { Entry } from '../fillers/filler.ts'

/** Texts that the font of the forms can show; each must fit the box in which it is put. */
const texts = ['Łukasz Żółć', 'Ελένη Παπαδοπούλου', 'Nguyễn Hồng', 'Ольга', 'A. To-Ty, (fi) 50 %']
const paragraphs = [
  'We meet on Mondays.\nSecond line, typed.',
  'Łukasz and Ελένη will look at the plan together and write it down, so that the notes stay useful.',
  '- one\n- two',
]
/** Width of a character in points that no text of ours exceeds on average. */
const CHARACTER = 6.2

/** Something for most places of a form, that is to be seen on its pages when they are printed. */
export function printableAnswers(form: FormDefinition): Entry[] {
  const seen = new Set<string>()
  return slotsOf(form.fields).flatMap((slot, index) => {
    if (seen.has(slot.name) || (index % 6 === 5 && !slot.field.required)) return []
    seen.add(slot.name)
    const entry = answer(form, slot, index)
    return entry ? [entry] : []
  })
}

function answer(form: FormDefinition, slot: Slot, index: number): Entry | undefined {
  const { name, field } = slot
  switch (slot.control) {
    case 'signature':
      return undefined
    case 'checkbox':
      return { name, kind: 'checkbox', state: slot.state ?? '', on: index % 3 !== 0 }
    case 'radio': {
      const buttons = form.widgets.filter((widget) => widget.name === name)
      const { state = '', rect } = buttons[index % buttons.length]!
      return { name, kind: 'radio', state, rect }
    }
    case 'dropdown': {
      if (field.type !== 'select') return undefined
      const options = visibleOptions(field)
      return { name, kind: 'dropdown', value: options[index % options.length]!.label }
    }
    case 'text':
      return { name, kind: 'text', value: fitting(form, slot, index) }
  }
}

function fitting(form: FormDefinition, { name, field }: Slot, index: number): string {
  const { rect } = form.widgets.find((widget) => widget.name === name)!
  const characters = Math.floor((rect[2] - rect[0]) / CHARACTER)
  if (field.type === 'date') return '3 April 2026'.slice(0, characters)
  if (field.type === 'number') return String(Math.max(12, field.min ?? 12))
  if (field.type === 'email') return 'l.zolc@example.org'.slice(0, characters)
  if (field.type !== 'multiline') return texts[index % texts.length]!.slice(0, characters).trim()
  const paragraph = paragraphs[index % paragraphs.length]!
  return paragraph.length < characters * field.lines * 0.7 ? paragraph : 'Short one'
}
