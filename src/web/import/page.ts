import type { KnownFormsData } from '../../contracts/import-page.ts'
import { numbersTold, totalsTold } from '../../contracts/import-words.ts'
import { keptIn, textIn } from '../../forms/keep/anywhere/index.ts'
import { exportRecords, isAnonymous } from '../../forms/record/index.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import {
  type AnonymousCount,
  type ImportResult,
  type ImportStatus,
  type KeptRecord,
  noneOfEach,
} from '../../model/record.ts'
import { download } from '../download.ts'
import { button, element, show } from '../elements.ts'
import { say } from '../say.ts'
import { FilesInFolder, FilesInMemory } from './files.ts'
import { chosenInputs, droppedInputs, type Input } from './inputs.ts'
import type { ReaderScripts } from './lanes.ts'
import { columns, rowOf, saidOf } from './results.ts'
import { type Run, Session } from './session.ts'

interface ImportPageData {
  readonly known: KnownFormsData
  readonly scripts: ReaderScripts
}

/** Browsers that can open a folder to a page have this (File System Access). */
declare global {
  interface Window {
    showDirectoryPicker?(options: {
      readonly id: string
      readonly mode: 'readwrite'
    }): Promise<FileSystemDirectoryHandle>
  }
}

/** Makes the page one that reads completed forms. */
export function startImport(place: HTMLElement, { known, scripts }: ImportPageData): void {
  const forms = new Map(known.definitions.map((form) => [form.id, form]))
  const session = new Session(known, scripts)
  let results: ImportResult[] = []
  let anonymous: AnonymousCount[] = []
  let report: string | undefined
  let isBusy = false
  let isUnsaved = false

  const files = element('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1' })
  const folder = element('input', {
    type: 'file',
    hidden: true,
    tabindex: '-1',
    webkitdirectory: true,
  })
  const password = element('input', { id: 'password', type: 'password', autocomplete: 'off' })
  const others = element('input', { id: 'others', type: 'checkbox' })
  const progress = element('progress', { 'aria-labelledby': 'import-status', hidden: true })
  const status = element('p', { id: 'import-status', role: 'status', tabindex: '-1' })
  const said = element('div', { class: 'run-messages' })
  const statuses = element('select', { id: 'status-filter', change: filter })
  const words = element('input', {
    id: 'word-filter',
    type: 'search',
    autocomplete: 'off',
    input: filter,
  })
  const shown = element('p', { class: 'hint', role: 'status' })
  const body = element('tbody')
  const zip = button(say('Records (ZIP)'), () => saveZip(), 'button')
  const keep = button(say('Keep them in a folder'), () => void keepInFolder(), 'button')
  const choices = [
    button(say('Choose files'), () => files.click(), 'button'),
    button(say('Choose a folder'), () => folder.click()),
  ]
  const drop = element(
    'div',
    { class: 'drop', role: 'group', 'aria-labelledby': 'drop-label' },
    element(
      'p',
      { id: 'drop-label' },
      say(
        'Drop completed forms here: PDF files, the .answers.json files that form pages save, or folders with them.',
      ),
    ),
    element('div', { class: 'actions' }, ...choices),
  )
  const more = element(
    'details',
    { class: 'more' },
    element('summary', {}, say('For files with a password, or from elsewhere')),
    element(
      'p',
      {},
      element('label', { for: 'password' }, say('Password that opens the files')),
      password,
    ),
    element(
      'p',
      { class: 'option' },
      others,
      element('label', { for: 'others' }, say('Take forms from elsewhere as well')),
    ),
  )
  const outcome = element(
    'section',
    { hidden: true, 'aria-labelledby': 'outcome' },
    element('h2', { id: 'outcome' }, say('What came of them')),
    said,
    element(
      'div',
      { class: 'actions' },
      ...(window.showDirectoryPicker ? [keep] : []),
      zip,
      button(say('Table (CSV)'), () => void saveTable('csv', 'text/csv')),
      button(
        say('Workbook (Excel)'),
        () =>
          void saveTable(
            'xlsx',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          ),
      ),
      button(say('Report of the run'), () => void saveReport()),
    ),
    element(
      'div',
      { class: 'filters' },
      element('p', {}, element('label', { for: 'status-filter' }, say('Show')), statuses),
      element('p', {}, element('label', { for: 'word-filter' }, say('With these words')), words),
    ),
    shown,
    element(
      'div',
      { class: 'scroll', role: 'region', 'aria-labelledby': 'outcome', tabindex: '0' },
      element(
        'table',
        { class: 'import-results' },
        element(
          'thead',
          {},
          element('tr', {}, ...columns.map((head) => element('th', { scope: 'col' }, say(head)))),
        ),
        body,
      ),
    ),
  )
  place.replaceChildren(files, folder, drop, more, progress, status, outcome)

  for (const input of [files, folder])
    input.addEventListener('change', () => {
      const inputs = chosenInputs(input.files ?? [])
      input.value = ''
      void add(inputs)
    })
  // A file that is dropped beside the box would be opened in place of the page.
  addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.toggle('over', event.target instanceof Node && drop.contains(event.target))
  })
  addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    if (event.dataTransfer)
      droppedInputs(event.dataTransfer).then(add, () => {
        status.textContent = say(
          'This browser does not open what was dropped; take the buttons instead.',
        )
      })
  })
  addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault()
  })

  const told = {
    result(result: ImportResult) {
      results.push(result)
      body.append(rowOf(result, result.record && forms.get(result.record.form.id)))
    },
    progress(done: number, of: number) {
      progress.max = Math.max(of, 1)
      progress.value = done
      status.textContent = say('{done} of {of} files read', { done, of })
    },
  }

  async function add(inputs: readonly Input[]): Promise<void> {
    if (inputs.length === 0) return
    await busy(async () => {
      const options = { password: password.value || undefined, anyOrganisation: others.checked }
      ended(await session.add(inputs, options, told))
      isUnsaved = session.files instanceof FilesInMemory
    })
  }

  async function keepInFolder(): Promise<void> {
    const handle = await window
      .showDirectoryPicker?.({ id: 'policypack', mode: 'readwrite' })
      .catch(() => undefined)
    if (!handle) return
    const before = { results, anonymous }
    const rows = [...body.children]
    results = []
    anonymous = []
    body.replaceChildren()
    await busy(async () => {
      try {
        ended(await session.keepIn(new FilesInFolder(handle), told))
        isUnsaved = false
        keep.hidden = true
        zip.hidden = true
        status.textContent += `. ${say(
          'They are kept in the folder ‘{folder}’, and so is what you read next. Import into a folder in one place at a time.',
          { folder: handle.name },
        )}`
      } catch (error) {
        ;({ results, anonymous } = before)
        body.replaceChildren(...rows)
        throw error
      }
    })
  }

  async function busy(work: () => Promise<void>): Promise<void> {
    if (isBusy) return
    isBusy = true
    progress.hidden = false
    for (const choice of [...choices, keep]) choice.disabled = true
    try {
      await work()
    } catch (error) {
      status.textContent = whyNot(error)
    } finally {
      isBusy = false
      progress.hidden = true
      for (const choice of [...choices, keep]) choice.disabled = false
      outcome.hidden = results.length + anonymous.length === 0
      show(status)
    }
  }

  function ended(run: Run): void {
    anonymous = [...anonymous, ...run.anonymous]
    report = run.report ?? report
    said.replaceChildren(
      ...(anonymous.length > 0 ? [anonymousList(anonymous, forms)] : []),
      ...(run.messages.length > 0 ? [saidOf(run.messages)] : []),
    )
    offerStatuses()
    filter()
    const counts = countsOf(results)
    const totals = totalsTold(counts, anonymous, say) || say('no form was found there')
    status.textContent = say('Done: {totals}', { totals })
  }

  function offerStatuses(): void {
    const chosen = statuses.value
    const counts = Object.entries(countsOf(results)).filter(([, number]) => number > 0)
    statuses.replaceChildren(
      element('option', { value: '' }, say('all ({count})', { count: results.length })),
      ...counts.map(([name, number]) =>
        element('option', { value: name }, `${say(name as ImportStatus)} (${number})`),
      ),
    )
    statuses.value = counts.some(([name]) => name === chosen) ? chosen : ''
  }

  function filter(): void {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean)
    let count = 0
    for (const row of body.rows) {
      const text = row.textContent?.toLowerCase() ?? ''
      const isOf = statuses.value === '' || row.dataset.status === statuses.value
      row.hidden = !(isOf && wanted.every((word) => text.includes(word)))
      if (!row.hidden) count += 1
    }
    shown.textContent =
      count === results.length
        ? ''
        : say('{shown} of {all} shown', { shown: count, all: results.length })
  }

  function saveZip(): void {
    if (!(session.files instanceof FilesInMemory)) return
    download(session.files.zip(), 'records.zip', 'application/zip')
    isUnsaved = false
  }

  async function saveTable(format: 'csv' | 'xlsx', type: string): Promise<void> {
    download(exportRecords(await recordsHere(), format), `records.${format}`, type)
  }

  async function saveReport(): Promise<void> {
    const text = report && (await textIn(session.files, report))
    if (report && text)
      download(new TextEncoder().encode(text), report.split('/').at(-1)!, 'application/json')
  }

  /** The records that came of these files, as they are kept now, and the anonymous ones of their forms. */
  async function recordsHere(): Promise<KeptRecord[]> {
    const ids = new Set(results.flatMap(({ record }) => record?.id ?? []))
    const ofForms = new Set(anonymous.map(({ form }) => form))
    const records: KeptRecord[] = []
    for await (const record of keptIn(session.files))
      if (isAnonymous(record) ? ofForms.has(record.form.id) : ids.has(record.id))
        records.push(record)
    return records
  }
}

function countsOf(results: readonly ImportResult[]): Record<ImportStatus, number> {
  const counts = noneOfEach()
  for (const { status } of results) counts[status] += 1
  return counts
}

function anonymousList(
  counts: readonly AnonymousCount[],
  forms: ReadonlyMap<string, { readonly title: string }>,
): HTMLElement {
  return element(
    'ul',
    { class: 'said' },
    ...counts.map((count) =>
      element(
        'li',
        {},
        element('strong', {}, say('Anonymous:')),
        ` ${forms.get(count.form)?.title ?? count.form}, ${numbersTold(count, say)}`,
      ),
    ),
  )
}

function whyNot(error: unknown): string {
  if (error instanceof OperatorError) return error.message
  const name = error instanceof Error ? error.name : 'unknown'
  return name === 'NotAllowedError' || name === 'NoModificationAllowedError'
    ? say('The folder cannot be written; allow it when the browser asks, or choose another one.')
    : say(
        'That did not work ({name}). Nothing that was read is lost: try again, or save the records as a ZIP.',
        { name },
      )
}
