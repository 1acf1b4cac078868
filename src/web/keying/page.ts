import {
  type KeyedAnswers,
  type KeyingData,
  type KeyingTask,
  keyedName,
  readKeyedAnswers,
  writeKeyedAnswers,
} from '../../contracts/keying.ts'
import { withPictures } from '../../contracts/keying-page.ts'
import { download } from '../download.ts'
import { button, element, show } from '../elements.ts'
import { say } from '../say.ts'
import { Answers } from './answers.ts'
import { type DrawnItem, drawItem } from './draw-item.ts'
import type { Item } from './items.ts'
import { labelOf } from './labels.ts'
import { noticesOf } from './notices.ts'
import { type Sheet, sheetsOf } from './sheets.ts'
import { WholePage } from './whole-page.ts'

/** Makes a page with which a person reads what is written on paper. One form is drawn at a time. */
export function startKeying(
  place: HTMLElement,
  { tasks, definitions }: KeyingData,
  textOf: (id: string) => string | null | undefined,
): void {
  const answers = new Answers(tasks)
  const sheets = sheetsOf(tasks, definitions)
  const wholePage = new WholePage()
  const status = element('span', { role: 'status' })
  const overall = element('progress', { max: '1', 'aria-label': say('Questions that are done') })
  const chooser = element('select', { id: 'sheets', change: () => draw(chooser.selectedIndex) })
  const drawn = element('section', { 'aria-labelledby': 'sheet-title' })
  const saveStatus = element('p', { class: 'save-status', role: 'status', tabindex: '-1' })
  const by = element('input', { type: 'text', id: 'keyed-by', autocomplete: 'name' })
  const save = button('', saveKeyed, 'button')
  const opened = element('input', {
    ...{ type: 'file', id: 'open-keyed', accept: '.json,application/json' },
    change: () => void openKeyed(),
  })
  let current = 0
  let items: DrawnItem[] = []
  /** Of an anonymous form: the question that is shown, and whether those that are certain are shown as well. */
  let at = 0
  let isAll = false

  place.replaceChildren(
    element(
      'div',
      { class: 'bar' },
      ...(sheets.length > 1
        ? [
            element(
              'p',
              { class: 'chooser' },
              element('label', { for: 'sheets' }, say('Form')),
              chooser,
            ),
          ]
        : []),
      element('p', { class: 'progress' }, overall, status),
    ),
    drawn,
    element(
      'section',
      { class: 'saving', 'aria-labelledby': 'saving-title' },
      element('h2', { id: 'saving-title' }, say('Save')),
      element(
        'p',
        { class: 'keyed-by' },
        element('label', { for: 'keyed-by' }, say('Your name, if records are to say who keyed it')),
        by,
      ),
      element('p', { class: 'actions' }, save),
      saveStatus,
      element(
        'p',
        { class: 'open' },
        element('label', { for: 'open-keyed' }, say('Go on with what was saved before')),
        opened,
      ),
      ...draftBox(),
    ),
  )
  chooser.append(...sheets.map(() => element('option')))
  for (const index of sheets.keys()) nameSheet(index)
  draw(
    Math.max(
      0,
      sheets.findIndex((sheet) => openOf(sheet).length > 0),
    ),
  )
  addEventListener('beforeunload', (event) => {
    if (answers.isUnsaved) event.preventDefault()
  })

  function openOf({ items: all }: Sheet): Item[] {
    return all.filter((item) => !answers.isDone(item))
  }

  function draw(index: number): void {
    current = index
    chooser.selectedIndex = index
    at = 0
    isAll = false
    paint()
  }

  /** Draws the form that was chosen. */
  function paint(): void {
    const sheet = sheets[current]
    items = []
    drawn.replaceChildren(
      ...(sheet ? contentOf(sheet) : [element('p', {}, say('Nothing is to be keyed.'))]),
    )
    tellProgress()
  }

  function contentOf(sheet: Sheet): HTMLElement[] {
    const numbered = { number: current + 1, of: sheets.length, title: sheet.title }
    const title = element(
      'h2',
      { id: 'sheet-title', tabindex: '-1' },
      sheets.length > 1 ? say('Form {number} of {of}: {title}', numbered) : sheet.title,
    )
    return sheet.task
      ? [title, ...wholeForm(sheet, withPictures(sheet.task, textOf))]
      : [title, ...oneQuestion(sheet)]
  }

  function wholeForm({ items: all }: Sheet, task: KeyingTask): HTMLElement[] {
    const missing = all.filter(({ why }) => why === 'page-missing')
    const ofKind = (kind: Item['kind']): Item[] =>
      all.filter((item) => item.kind === kind && !missing.includes(item))
    const leaveOut = (): void => {
      for (const item of missing) answers.say(item, 'unreadable')
      paint()
      show(drawn.querySelector('h2')!)
    }
    return [
      ...noticesOf(task, missing.length, leaveOut),
      ...group(say('Not certain'), ofKind('uncertain'), task),
      ...group(say('Written on the paper'), ofKind('written'), task),
      ...certainOnes(ofKind('certain'), task),
      ...goOn(),
    ]
  }

  function group(title: string, group: readonly Item[], task: KeyingTask): HTMLElement[] {
    if (group.length === 0) return []
    const heading = element('h3', {}, `${title} (${group.length})`)
    return [heading, ...group.map((item) => added(item, task))]
  }

  function certainOnes(certain: readonly Item[], task: KeyingTask): HTMLElement[] {
    if (certain.length === 0) return []
    const folded = certain.map((item) => {
      const value = element('span', { class: 'value' })
      const name = (): void => {
        value.textContent = labelOf(item, answers.of(item))
      }
      const one = element(
        'details',
        { class: 'one' },
        element('summary', {}, `${item.field.label}: `, value),
      )
      one.addEventListener('toggle', () => {
        if (one.open && one.childElementCount === 1) one.append(added(item, task, name))
      })
      name()
      return element('li', {}, one)
    })
    return [
      element(
        'details',
        { class: 'certain' },
        element('summary', {}, say('Read for certain ({count})', { count: certain.length })),
        element(
          'p',
          {},
          say('Open a question to see what stands on the paper, and to correct it.'),
        ),
        element('ul', {}, ...folded),
      ),
    ]
  }

  function added(item: Item, task: KeyingTask, onSaid?: () => void): HTMLElement {
    const one = drawItem(item, {
      crops: item.questions.flatMap((index) => task.questions[index]?.crops ?? []),
      suggestion: item.questions.flatMap((index) => task.questions[index]?.suggestion ?? [])[0],
      said: answers.of(item),
      ...(task.pages.some(({ picture }) => picture) && {
        showPage: () => wholePage.show(task.pages, item.page),
      }),
      onSaid: (said) => {
        answers.say(item, said)
        onSaid?.()
        nameSheet(current)
        tellProgress()
      },
      values: () => {
        // Of an anonymous form nothing is said that depends on another answer.
        const known = task.isAnonymous ? [item] : (sheets[current]?.items ?? [])
        return answers.valuesOf(known)
      },
      next,
    })
    items.push(one)
    return one.element
  }

  /** One question of an anonymous form, by itself. */
  function oneQuestion(sheet: Sheet): HTMLElement[] {
    const certain = sheet.items.filter(({ kind }) => kind === 'certain')
    const queue = queueOf(sheet)
    const item = queue[at]
    const look = button(
      say('Look through {count} answers that were read for certain', { count: certain.length }),
      () => {
        at = queue.length
        isAll = true
        paint()
        items[0]?.focus()
      },
    )
    const step = (label: string, to: number): HTMLButtonElement[] =>
      queue[to] ? [button(label, () => goTo(to))] : []
    return [
      element(
        'p',
        { class: 'note' },
        say(
          'This form is anonymous: the answers of all copies come one by one in any order, so that nobody sees which belong together.',
        ),
      ),
      ...(item
        ? [
            element('h3', {}, say('Answer {number} of {of}', { number: at + 1, of: queue.length })),
            added(item, withPictures(item.task, textOf)),
          ]
        : []),
      element(
        'p',
        { class: 'actions' },
        ...step(say('Previous'), at - 1),
        ...step(say('Next'), at + 1),
        ...(certain.length > 0 && !isAll ? [look] : []),
      ),
      ...goOn(),
    ]
  }

  function queueOf({ items: all }: Sheet): Item[] {
    const [certain, open] = [true, false].map((is) =>
      all.filter(({ kind }) => (kind === 'certain') === is),
    ) as [Item[], Item[]]
    return isAll ? [...open, ...certain] : open
  }

  function goTo(index: number): void {
    at = index
    paint()
    items[0]?.focus()
  }

  /** The way to the next form with something to key, and else to the end. */
  function goOn(): HTMLElement[] {
    const label = sheets.length > 1 ? say('Next form') : say('To the end')
    return [element('p', { class: 'actions go-on' }, button(label, nextSheet))]
  }

  function nextSheet(): void {
    const order = [...sheets.keys()]
    const others = [...order.slice(current + 1), ...order.slice(0, current)]
    const wanted = others.find((index) => openOf(sheets[index]!).length > 0)
    if (wanted !== undefined) draw(wanted)
    show(wanted === undefined ? save : drawn.querySelector('h2')!)
  }

  /** Puts the keyboard on what is to be keyed next, and where nothing is, on the way further. */
  function next(): void {
    const sheet = sheets[current]
    const further = drawn.querySelector<HTMLElement>('.go-on button')
    if (sheet?.isAnonymous) {
      const queue = queueOf(sheet)
      const isOpen = (item: Item): boolean => !answers.isDone(item)
      const wanted = isAll
        ? queue[at + 1]
        : (queue.slice(at + 1).find(isOpen) ?? queue.slice(0, at).find(isOpen))
      if (wanted) goTo(queue.indexOf(wanted))
      else if (further) show(further)
      return
    }
    const active = items.findIndex((one) => one.element.contains(document.activeElement))
    const later = [...items.slice(active + 1), ...items.slice(0, Math.max(0, active))]
    const wanted = later.find(({ item }) => !answers.isDone(item))
    if (wanted) wanted.focus()
    else if (further) show(further)
  }

  function nameSheet(index: number): void {
    const sheet = sheets[index]
    const option = chooser.options[index]
    if (!sheet || !option) return
    const open = openOf(sheet).length
    const left = open === 0 ? say('done') : say('{count} to key', { count: open })
    option.textContent = `${index + 1}. ${sheet.title} – ${left}`
  }

  function tellProgress(): void {
    const all = sheets.flatMap((sheet) => sheet.items)
    const open = all.filter((item) => !answers.isDone(item)).length
    const sheet = sheets[current]
    const here = sheet ? openOf(sheet).length : 0
    overall.value = all.length === 0 ? 1 : 1 - open / all.length
    status.textContent =
      open === 0
        ? say('All is keyed: save it.')
        : sheets.length > 1
          ? say('{here} to key in this form, {open} in all', { here, open })
          : say('{count} to key', { count: open })
    save.textContent = open === 0 ? say('Save what was keyed') : say('Save what is done so far')
  }

  function saveKeyed(): void {
    const itemsByTask = Map.groupBy(
      sheets.flatMap((sheet) => sheet.items),
      ({ task }) => task,
    )
    const name = by.value.trim()
    const keyed: KeyedAnswers = {
      policypackKeyed: 1,
      ...(!tasks.some(({ isAnonymous }) => isAnonymous) && {
        saved: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      }),
      ...(name !== '' && { by: name }),
      tasks: answers.toSave(itemsByTask),
    }
    const bytes = new TextEncoder().encode(writeKeyedAnswers(keyed))
    const file = download(bytes, keyedName('forms'), 'application/json')
    answers.isUnsaved = false
    saveStatus.textContent = say(
      'Saved as {name}, where your browser puts downloads. Give it to policypack import, which keeps the records. Then delete the file, and this page where all is keyed.',
      { name: file },
    )
    show(saveStatus)
  }

  async function openKeyed(): Promise<void> {
    const [file] = opened.files ?? []
    if (!file) return
    const keyed = readKeyedAnswers(new Uint8Array(await file.arrayBuffer()))
    opened.value = ''
    if (keyed === undefined || keyed === 'damaged') {
      saveStatus.textContent = say('{name} is no file that this page saved.', { name: file.name })
    } else {
      if (by.value === '') by.value = keyed.by ?? ''
      const count = answers.open(keyed)
      saveStatus.textContent = say('{count} forms of the file are on this page.', { count })
      for (const index of sheets.keys()) nameSheet(index)
      paint()
    }
    show(saveStatus)
  }

  function draftBox(): HTMLElement[] {
    if (tasks.every(({ isAnonymous }) => isAnonymous)) return []
    const text = element(
      'p',
      {},
      say(
        'What you key is also kept in this browser, on this computer, until you delete it; of anonymous forms nothing is.',
      ),
    )
    const remove = button(say('Delete what the browser keeps'), () => {
      answers.removeDrafts()
      text.textContent = say('It was deleted. What you see is still here until you close the page.')
      remove.hidden = true
    })
    return [element('div', { class: 'draft-box' }, text, remove)]
  }
}
