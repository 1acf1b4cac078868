import { WHICH_FORM } from '../../contracts/which-form.ts'
import { dateHint } from '../../language/date.ts'
import { questionHtml } from '../../pack/render/fields/index.ts'
import { type Control, controlsOf } from '../controls.ts'
import { button, element, show } from '../elements.ts'
import {
  type FormValues,
  isBesideOther,
  isOtherChosen,
  toldOf,
  toldSoFar,
  valuesIn,
} from '../form-values.ts'
import { Messages } from '../messages.ts'
import { prepare, settleDate, showOthers } from '../prepare.ts'
import { say } from '../say.ts'
import type { Said } from './answers.ts'
import type { Item } from './items.ts'
import { keyHint, type Shortcut, shortcutOf } from './shortcuts.ts'
import { whyTold } from './why.ts'

export interface ItemContext {
  /** What stands on the paper, as data URIs. */
  readonly crops: readonly string[]
  readonly suggestion: string | undefined
  /** What was said of it before. */
  readonly said: Said | undefined
  /** Opens its whole page; absent where that is not to be seen. */
  readonly showPage?: () => void
  /** Takes what is said of it, or that it is not all said. */
  onSaid(said: Said | undefined): void
  /** All that is known of its form, by which it is checked. */
  values(): FormValues
  /** Goes on to what is to be keyed next. */
  next(): void
}

export interface DrawnItem {
  readonly item: Item
  readonly element: HTMLElement
  /** Puts the keyboard on it. */
  focus(): void
}

/** What stands on the paper, and beside it the controls of the very form, with nothing chosen. */
export function drawItem(item: Item, context: ItemContext): DrawnItem {
  const { field, definition, certain } = item
  const form = element('form', { class: `item ${item.kind}` })
  form.noValidate = true
  form.addEventListener('submit', (event) => event.preventDefault())
  const answer = element('div', { class: 'answer' })
  answer.innerHTML = questionHtml(field, { dateHint: dateHint(definition.locale), say })
  form.append(...pictures(item, context), answer)
  const controls = controlsOf(form, [field])
  for (const [name, control] of controls) {
    if (item.names.includes(name)) prepare(control, definition)
    else {
      for (const one of control.elements) one.remove()
      controls.delete(name)
    }
  }
  const messages = new Messages(form, controls)
  // Which form it is has answers of its own for these.
  const hasOwn = field.name === WHICH_FORM
  const empty = tickBox(say('Left empty'), 'empty')
  const unreadable = tickBox(say('Cannot be read'), 'unreadable')
  const state = element('span', { class: 'state', 'aria-hidden': 'true' })
  answer.append(
    ...suggested(context, take),
    element(
      'p',
      { class: 'or' },
      ...(hasOwn ? [] : [empty.label, unreadable.label]),
      ...(context.showPage ? [withKey(button(say('Whole page'), context.showPage), 'page')] : []),
      state,
    ),
  )

  /** What is said by the controls and the boxes beside them. */
  function said(): Said | undefined {
    if (unreadable.box.checked) return 'unreadable'
    if (empty.box.checked) return 'empty'
    const values = valuesIn(controls)
    const wanted = [...controls.values()].filter(isWanted)
    const [boxes, lines] = [isOneOfSeveral, (one: Control) => !isOneOfSeveral(one)].map((is) =>
      wanted.filter(is).map(({ name }) => values.has(name)),
    ) as [boolean[], boolean[]]
    const isOpen = (boxes.length > 0 && !boxes.includes(true)) || lines.includes(false)
    return isOpen ? undefined : values
  }

  /** Of boxes to tick, one is enough. */
  function isOneOfSeveral({ slot }: Control): boolean {
    return field.type === 'checks' && slot.control === 'checkbox'
  }

  /** What is certain need not be said. */
  function isWanted(control: Control): boolean {
    if (isBesideOther(control) && !isOtherChosen(control, controls)) return false
    return !(certain.has(control.name) && item.kind !== 'certain')
  }

  function changed(): void {
    showOthers(controls)
    const now = said()
    context.onSaid(now)
    paint(now)
  }

  function paint(now: Said | undefined): void {
    form.classList.toggle('done', now !== undefined)
    state.textContent = now === undefined ? '' : `✓ ${say('Keyed')}`
  }

  function setOnly(box: HTMLInputElement): void {
    for (const other of [empty.box, unreadable.box]) if (other !== box) other.checked = false
    if (box.checked) for (const control of controls.values()) control.write('')
    changed()
    tell()
  }

  function tell(): void {
    const now = said()
    const told = (now === 'empty' ? toldOf : toldSoFar)(definition, context.values())
    for (const control of controls.values())
      messages.tell(control, now === 'unreadable' ? [] : told.filter(isAbout(control)))
  }

  function take(): void {
    const [control] = controls.values()
    control?.write(context.suggestion ?? '')
    empty.box.checked = unreadable.box.checked = false
    changed()
    tell()
  }

  form.addEventListener('input', ({ target }) => {
    if (target === empty.box || target === unreadable.box) return
    empty.box.checked = unreadable.box.checked = false
    changed()
  })
  form.addEventListener('change', ({ target }) => {
    const only = [empty.box, unreadable.box].find((box) => box === target)
    if (only) {
      setOnly(only)
      return
    }
    for (const control of controls.values()) settleDate(control, definition.locale)
    changed()
    tell()
  })
  const does: Partial<Record<Shortcut, () => void>> = {
    ...(!hasOwn && {
      empty: () => press(empty.box),
      unreadable: () => press(unreadable.box),
    }),
    ...(context.suggestion !== undefined && {
      take: () => {
        take()
        context.next()
      },
    }),
    ...(context.showPage && { page: context.showPage }),
    next: context.next,
  }
  form.addEventListener('keydown', (event) => {
    const key = keyPressed(event)
    const act = key && does[key]
    if (!act) return
    event.preventDefault()
    act()
  })

  function press(box: HTMLInputElement): void {
    box.checked = true
    setOnly(box)
    context.next()
  }

  restore(context.said)

  function restore(before: Said | undefined): void {
    empty.box.checked = before === 'empty'
    unreadable.box.checked = before === 'unreadable'
    const values = typeof before === 'object' ? before : before === undefined ? certain : []
    for (const [name, value] of values) controls.get(name)?.write(value)
    showOthers(controls)
    paint(before)
  }

  return {
    item,
    element: form,
    focus: () => {
      const [first] = [...controls.values()].flatMap(({ elements }) => elements)
      if (first) show(first)
    },
  }
}

const isAbout =
  ({ name }: Control) =>
  ({ field }: { readonly field?: string | undefined }): boolean =>
    field === name

function pictures({ field, why }: Item, { crops }: ItemContext): HTMLElement[] {
  const alt = say('What stands on the paper: {question}', { question: field.label })
  const images = crops.map((src, index) =>
    element('img', { src, alt: index === 0 ? alt : '', decoding: 'async' }),
  )
  const without = crops.length === 0 ? [element('p', {}, say('There is no picture of it.'))] : []
  return [
    element(
      'div',
      { class: 'on-paper' },
      ...(why ? [element('p', { class: 'why' }, whyTold(why))] : []),
      ...images,
      ...without,
    ),
  ]
}

function suggested({ suggestion }: ItemContext, take: () => void): HTMLElement[] {
  if (suggestion === undefined) return []
  return [
    element(
      'p',
      { class: 'suggestion' },
      say('A program reads: ‘{text}’', { text: suggestion }),
      ' ',
      withKey(button(say('Take it'), take), 'take'),
    ),
  ]
}

function tickBox(text: string, key: Shortcut) {
  const box = element('input', { type: 'checkbox', ...keyHint(key).attributes })
  return { box, label: element('label', {}, box, ` ${text} `, keyHint(key).shown) }
}

function withKey(one: HTMLButtonElement, key: Shortcut): HTMLButtonElement {
  const { attributes, shown } = keyHint(key)
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value)
  one.append(' ', shown)
  return one
}

/** The key that was pressed, where it means something in this place. */
function keyPressed(event: KeyboardEvent): Shortcut | undefined {
  const { key, target, ctrlKey, metaKey, isComposing } = event
  if (isComposing) return undefined
  if (key === 'Enter') {
    const isOwn =
      target instanceof HTMLButtonElement ||
      (target instanceof HTMLTextAreaElement && !ctrlKey && !metaKey)
    return isOwn ? undefined : 'next'
  }
  return shortcutOf(key)
}
