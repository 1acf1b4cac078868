import type { DraftRecord } from '../model/record.ts'
import type { Control } from './controls.ts'
import { button, describe, element, show } from './elements.ts'
import { say } from './say.ts'

type Message = DraftRecord['messages'][number]

/** What is said of the answers, beside them and together above them. */
export class Messages {
  readonly #form: HTMLFormElement
  readonly #controls: ReadonlyMap<string, Control>
  readonly #title = document.title
  #summary: HTMLElement | undefined

  constructor(form: HTMLFormElement, controls: ReadonlyMap<string, Control>) {
    this.#form = form
    this.#controls = controls
  }

  /** The control that a message is about: that of its field, or the first of a question with several. */
  controlOf({ field }: Message): Control | undefined {
    if (field === undefined) return undefined
    return (
      this.#controls.get(field) ??
      [...this.#controls.values()].find(
        ({ name, slot }) => slot.field.name === field || name.startsWith(`${field}.`),
      )
    )
  }

  /** Says beside one control what is wrong with it, and nothing where that is nothing. */
  tell(control: Control, messages: readonly Message[]): void {
    const [first] = control.elements
    if (!first) return
    const id = `error-${control.name}`
    document.getElementById(id)?.remove()
    const isWrong = messages.some(({ severity }) => severity === 'error')
    for (const one of control.elements) {
      describe(one, id, messages.length > 0)
      if (isWrong) one.setAttribute('aria-invalid', 'true')
      else one.removeAttribute('aria-invalid')
    }
    const box = first.closest('td, .question, .captioned')
    box?.classList.toggle('has-error', isWrong)
    if (messages.length === 0) return
    const texts = messages.map(({ message }) => message).join(' ')
    const said = element(
      'span',
      { class: isWrong ? 'error' : 'advice', id },
      element(
        'span',
        { class: 'visually-hidden' },
        `${isWrong ? say('Error') : say('Please check')}: `,
      ),
      texts,
    )
    const place = first.closest('.options, .scale, .measured') ?? first
    place.before(said)
  }

  /** Says all beside the controls, and what is wrong in a list above them that leads to each. */
  tellAll(messages: readonly Message[], onSaveAnyway: () => void): void {
    const byControl = Map.groupBy(messages, (message) => this.controlOf(message))
    for (const control of this.#controls.values()) this.tell(control, byControl.get(control) ?? [])
    this.#summary?.remove()
    const errors = messages.filter(({ severity }) => severity === 'error')
    document.title = errors.length > 0 ? `${say('Error')}: ${this.#title}` : this.#title
    if (errors.length === 0) return
    const items = errors.map((message) => element('li', {}, this.#link(message)))
    this.#summary = element(
      'div',
      { class: 'error-summary', role: 'alert', tabindex: '-1' },
      element('h2', {}, say('There is a problem')),
      element('ul', {}, ...items),
      element(
        'p',
        { hidden: errors.some(({ rule }) => rule === 'form-blank') },
        say('Where somebody else is to answer some of it, save the form as it is and send it on.'),
        ' ',
        button(say('Save it as it is'), onSaveAnyway),
      ),
    )
    this.#form.prepend(this.#summary)
    show(this.#summary)
  }

  #link(message: Message): Node {
    const target = this.controlOf(message)?.elements.find((one) => !one.hidden)
    if (!target) return document.createTextNode(message.message)
    const go = (event: Event): void => {
      event.preventDefault()
      show(target)
    }
    return element('a', { href: `#${target.id}`, click: go }, message.message)
  }
}
