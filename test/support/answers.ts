import { type Slot, slotsOf, visibleOptions } from '../../src/contracts/slot.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { Entry } from '../fillers/filler.ts'

/** Texts that programs get wrong: other scripts, signs of PDF syntax, several lines. */
const difficultTexts = [
  'Łukasz Żółć',
  'Ελένη Παπαδοπούλου',
  '李小龍',
  'محمد',
  'Zoë 🎉 O’Brien',
  String.raw`"quoted" \backslash\ (parentheses) <angle> /name %comment`,
]

/** Something for each place of a form, the same for the same form. */
export function answersFor(form: FormDefinition): Entry[] {
  const seen = new Set<string>()
  return slotsOf(form.fields).flatMap((slot, index) => {
    if (seen.has(slot.name)) return []
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
      return {
        ...{ name, kind: 'checkbox', state: slot.state ?? '' },
        on: isShared(form, name, true) || index % 2 === 0,
      }
    case 'radio': {
      const buttons = form.widgets.filter((widget) => widget.name === name)
      const options = 'options' in field ? field.options : []
      const shared = options.find(({ value }) => isShared(form, name, value))
      const chosen =
        buttons.find(({ state }) => shared && state === shared.state) ??
        buttons[index % buttons.length]
      return chosen && { name, kind: 'radio', state: chosen.state ?? '', rect: chosen.rect }
    }
    case 'dropdown': {
      if (field.type !== 'select') return undefined
      const options = visibleOptions(field)
      return { name, kind: 'dropdown', value: options[index % options.length]?.label ?? '' }
    }
    case 'text':
      return { name, kind: 'text', value: textFor(field, index) }
  }
}

/** Whether the answer makes what is private in a form something that is kept. */
function isShared(
  { private: hidden }: FormDefinition,
  name: string,
  value: string | boolean,
): boolean {
  if (hidden === undefined || hidden === true || hidden.unless === undefined) return false
  return [hidden.unless].flat().some(({ field, is }) => field === name && is === value)
}

function textFor(field: Slot['field'], index: number): string {
  switch (field.type) {
    case 'date':
      return `2024-03-${String(10 + (index % 18)).padStart(2, '0')}`
    case 'number':
      return String(field.min ?? 3)
    case 'email':
      return 'zoë.żółć@example.org'
    case 'multiline':
      return `${difficultTexts[index % difficultTexts.length]}\nsecond line\n\nfourth line`
    default:
      return difficultTexts[index % difficultTexts.length] ?? ''
  }
}
