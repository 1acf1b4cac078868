import { calendarOf } from '../language/calendar.ts'
import { certainDate } from '../language/certain-date.ts'
import type { FormDefinition } from '../model/form.ts'
import type { Control } from './controls.ts'
import { describe, element } from './elements.ts'
import { isBesideOther, isOtherChosen } from './form-values.ts'
import { say } from './say.ts'

/** Makes a control one that takes what people write, and says what it should be like. */
export function prepare({ slot, name, elements }: Control, { locale }: FormDefinition): void {
  const [box] = elements
  if (!box) return
  const { field } = slot
  if (box instanceof HTMLInputElement && (box.type === 'date' || box.type === 'number')) {
    const isDate = box.type === 'date'
    box.type = 'text'
    box.autocomplete = 'off'
    if (!isDate) box.inputMode = 'decimal'
    else if (!box.closest('.question') || slot.cell) box.placeholder = calendarOf(locale).example
    else {
      const id = `example-${name}`
      box.before(
        element(
          'span',
          { class: 'hint', id },
          say('For example, {example}', { example: calendarOf(locale).example }),
        ),
      )
      describe(box, id, true)
    }
  }
  for (const one of elements) {
    if (!one.hasAttribute('required')) continue
    one.removeAttribute('required')
    if (!(one instanceof HTMLInputElement && one.type === 'radio'))
      one.setAttribute('aria-required', 'true')
  }
  if ('maxLength' in field && field.maxLength && 'value' in box) {
    const most = field.maxLength
    box.removeAttribute('maxlength')
    const id = `room-${name}`
    const count = element('span', { class: 'hint', id })
    const update = (): void => {
      const left = most - String(box.value).length
      count.textContent =
        left < 0
          ? say('{count} characters too many', { count: -left })
          : say('{count} of {most} characters left', { count: left, most })
    }
    box.addEventListener('input', update)
    update()
    box.after(count)
    describe(box, id, true)
  }
  if (isBesideOther({ name, slot, elements } as Control)) {
    const line = element('label', { class: 'other-line' }, say('Other, please say'))
    box.replaceWith(line)
    line.append(box)
  }
}

/** Writes the date in a box as it is read, where that is certain. */
export function settleDate({ slot, elements: [box] }: Control, locale: string): void {
  if (slot.field.type === 'date' && box instanceof HTMLInputElement)
    box.value = certainDate(box.value, locale)
}

/** Shows a line beside "Other" where that is chosen. */
export function showOthers(controls: ReadonlyMap<string, Control>): void {
  for (const control of controls.values()) {
    const [box] = control.elements
    if (!box || !isBesideOther(control)) continue
    const line = box.closest<HTMLElement>('.other-line') ?? box
    line.hidden = !isOtherChosen(control, controls)
  }
}
