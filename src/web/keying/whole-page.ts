import { button, element } from '../elements.ts'
import { say } from '../say.ts'

/** Widths at which a page is shown, in parts of the window. */
const ZOOMS = [1, 1.5, 2, 3]

/** Whole pages of a form over the questions, until Escape. */
export class WholePage {
  readonly #picture = element('img', {})
  readonly #scroller = element('div', { class: 'scroller', tabindex: '0' })
  readonly #pages = element('span', { class: 'pages' })
  readonly #dialog: HTMLDialogElement
  #zoom = 0

  constructor() {
    this.#dialog = element(
      'dialog',
      { class: 'whole-page', 'aria-label': say('Whole page') },
      element(
        'p',
        { class: 'tools' },
        this.#pages,
        button(say('Smaller'), () => this.#zoomBy(-1)),
        button(say('Larger'), () => this.#zoomBy(1)),
        button(say('Close'), () => this.#dialog.close()),
      ),
      this.#scroller,
    )
    this.#dialog.addEventListener('keydown', (event) => {
      const step = { '+': 1, '=': 1, '-': -1 }[event.key]
      if (event.key === 'F2') this.#dialog.close()
      else if (step !== undefined) this.#zoomBy(step)
      else return
      event.preventDefault()
    })
    document.body.append(this.#dialog)
  }

  /** Shows a page of a form, and the way to its others. */
  show(
    pages: readonly { readonly page: number; readonly picture?: string }[],
    first: number,
  ): void {
    const shown = pages.flatMap(({ page, picture }) => (picture ? [{ page, picture }] : []))
    const buttons = shown.map(({ page, picture }) => {
      const one = button(say('Page {page}', { page: page + 1 }), () => {
        this.#picture.src = picture
        this.#picture.alt = say('Page {page} as it was scanned', { page: page + 1 })
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === one))
        this.#scroller.scrollTo(0, 0)
      })
      return one
    })
    const wanted = shown.findIndex(({ page }) => page === first)
    buttons[Math.max(0, wanted)]?.click()
    this.#pages.replaceChildren(...buttons)
    this.#scroller.replaceChildren(this.#picture)
    this.#zoom = 0
    this.#zoomBy(0)
    this.#dialog.showModal()
    this.#scroller.focus()
  }

  #zoomBy(step: number): void {
    this.#zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.#zoom + step))
    this.#picture.style.inlineSize = `${100 * ZOOMS[this.#zoom]!}%`
  }
}
