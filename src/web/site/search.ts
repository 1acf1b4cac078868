import { SEARCH_SCRIPT, searchDataIn } from '../../contracts/search.ts'
import { element } from '../elements.ts'
import { type Found, searcher } from './find.ts'
import { say } from './say.ts'

/** Most characters of a text that a result shows, and how many of them before the word that was found. */
const SHOWN = 140
const BEFORE = 40

/** Where this browser keeps whether the slash opens the search. */
const SLASH = 'policypack.slash'

type Search = (query: string) => Found[]

/**
 * Makes the search of the page work: a combobox with a list of places (ARIA Authoring Practices Guide, "Combobox"). What is
 * searched is loaded when somebody comes to the box.
 */
export function offerSearch(): void {
  const form = document.querySelector<HTMLFormElement>('.search')
  const box = form?.querySelector('input')
  const list = form?.querySelector<HTMLElement>('[role="listbox"]')
  const status = form?.querySelector<HTMLElement>('[role="status"]')
  if (!form || !box || !list || !status) return
  form.hidden = false
  let search: Promise<Search> | undefined
  let current = -1

  const options = () => Array.from(list.children) as HTMLAnchorElement[]
  const choose = (at: number) => {
    const all = options()
    current = all.length === 0 ? -1 : (at + all.length) % all.length
    for (const [index, option] of all.entries())
      option.setAttribute('aria-selected', String(index === current))
    const chosen = all[current]
    if (chosen) box.setAttribute('aria-activedescendant', chosen.id)
    else box.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    list.replaceChildren()
    list.hidden = true
    box.setAttribute('aria-expanded', 'false')
    box.removeAttribute('aria-activedescendant')
    status.textContent = ''
    current = -1
  }
  const show = async () => {
    const query = box.value.trim()
    if (query === '') return close()
    search ??= load()
    const find = await search
    // Somebody may have typed on while the data came.
    if (query !== box.value.trim()) return
    const found = find(query)
    list.replaceChildren(...found.map(optionFor))
    list.hidden = found.length === 0
    box.setAttribute('aria-expanded', String(found.length > 0))
    box.removeAttribute('aria-activedescendant')
    current = -1
    status.textContent =
      found.length === 0
        ? say('Nothing was found for ‘{query}’', { query })
        : say('{count} places', { count: found.length })
  }

  box.addEventListener('focus', () => {
    search ??= load()
  })
  box.addEventListener('input', () => void show())
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(current + 1)
    else if (event.key === 'ArrowUp') choose(current < 0 ? -1 : current - 1)
    else if (event.key === 'Escape') {
      if (list.hidden) box.value = ''
      close()
    } else return
    event.preventDefault()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const chosen = options()[Math.max(current, 0)]
    if (chosen) chosen.click()
  })
  // The box keeps the focus, or the list would be gone before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', () => close())
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close()
  })
  openBySlash(box)
}

/** Lets the slash open the search, which who steers by voice can turn off (WCAG 2.2, 2.1.4). */
function openBySlash(box: HTMLElement): void {
  const toggle = document.querySelector<HTMLInputElement>('.slash input')
  if (toggle?.parentElement) {
    toggle.parentElement.hidden = false
    toggle.checked = localStorage.getItem(SLASH) !== 'off'
    toggle.addEventListener('change', () =>
      localStorage.setItem(SLASH, toggle.checked ? 'on' : 'off'),
    )
  }
  document.addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isSlash || toggle?.checked === false || isTypedInto(event.target)) return
    event.preventDefault()
    box.focus()
  })
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

function load(): Promise<Search> {
  return new Promise((resolve, reject) => {
    const script = element('script', {
      src: SEARCH_SCRIPT,
      load: () => {
        const data = searchDataIn(globalThis)
        if (data) resolve(searcher(data))
      },
      error: () => reject(new Error(`${SEARCH_SCRIPT} is not beside the page`)),
    })
    document.head.append(script)
  })
}

function optionFor({ href, title, kind, number, text, words }: Found, index: number): HTMLElement {
  const isDocument = text === ''
  const place = isDocument
    ? marked(title, words)
    : [number && `${number} `, ...marked(clipped(text, words), words)]
  return element(
    'a',
    {
      ...{ id: `search-result-${index}`, href, tabindex: '-1' },
      ...{ role: 'option', 'aria-selected': 'false' },
    },
    element('span', { class: 'place' }, ...place),
    ' ',
    element('span', { class: 'where' }, isDocument ? kind : `${title} · ${kind}`),
  )
}

/** The part of a text around the first word that was found. */
function clipped(text: string, words: readonly string[]): string {
  if (text.length <= SHOWN) return text
  const at = Math.max(0, (pattern(words).exec(text)?.index ?? 0) - BEFORE)
  const start = at === 0 ? 0 : text.indexOf(' ', at) + 1
  const end = start + SHOWN >= text.length ? text.length : text.lastIndexOf(' ', start + SHOWN)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end > start ? end : start + SHOWN)}${end < text.length ? ' …' : ''}`
}

function marked(text: string, words: readonly string[]): (string | HTMLElement)[] {
  return text
    .split(pattern(words))
    .map((part, index) => (index % 2 === 0 ? part : element('mark', {}, part)))
}

/** The words that were found, wherever they begin. */
function pattern(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.length > 0 ? escaped.join('|') : '(?!)'})`, 'iu')
}
