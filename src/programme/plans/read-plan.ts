import { readSheet } from '../../files/sheet.ts'
import { foldWord } from '../../language/fold.ts'
import { readNumber } from '../../language/number.ts'
import { plainDate } from '../../language/plain-date.ts'
import type { Message } from '../../messages/message.ts'
import { rules } from '../../messages/rules.ts'
import type { Acknowledgement, Improvement, Objective, Plans } from '../../model/programme.ts'

/** A list that the people team keeps: its columns by their usual headings, and what a row of it says. */
interface PlanFormat<Item> {
  readonly columns: Readonly<Record<string, Column>>
  /** Whether a column may be headed by a day, for a figure that was measured then. */
  readonly hasDays?: true
  readonly item: (row: PlanRow) => Item
}

interface Column {
  readonly headings: readonly string[]
  readonly kind: 'text' | 'date' | 'number'
  /** Without it a row says nothing. */
  readonly isNeeded?: true
}

interface PlanRow {
  readonly texts: Readonly<Record<string, string>>
  readonly numbers: Readonly<Record<string, number>>
  readonly measured: Objective['measured']
}

export type PlanList = keyof Plans

/** The lists by the names of their files. */
export const planLists: { readonly [List in PlanList]: PlanFormat<Plans[List][number]> } = {
  objectives: {
    columns: {
      objective: { headings: ['objective', 'goal', 'aim', 'kpi'], kind: 'text', isNeeded: true },
      unit: { headings: ['unit', 'measured in'], kind: 'text' },
      baseline: { headings: ['baseline', 'at the start', 'before'], kind: 'number' },
      target: { headings: ['target', 'goal figure', 'to reach'], kind: 'number' },
      by: { headings: ['by', 'due', 'due date', 'until', 'target date'], kind: 'date' },
    },
    hasDays: true,
    item: ({ texts, numbers, measured }): Objective => ({
      objective: texts.objective ?? '',
      ...(texts.unit && { unit: texts.unit }),
      ...(numbers.baseline !== undefined && { baseline: numbers.baseline }),
      ...(numbers.target !== undefined && { target: numbers.target }),
      ...(texts.by && { by: texts.by }),
      measured,
    }),
  },
  improvements: {
    columns: {
      change: { headings: ['change', 'improvement', 'action'], kind: 'text', isNeeded: true },
      responsible: { headings: ['responsible', 'owner', 'who', 'person'], kind: 'text' },
      due: { headings: ['due', 'by', 'due date', 'until'], kind: 'date' },
      done: { headings: ['done', 'done on', 'date done', 'completed'], kind: 'date' },
      effect: { headings: ['effect', 'result', 'did it help'], kind: 'text' },
    },
    item: ({ texts }): Improvement => ({ change: texts.change ?? '', ...texts }),
  },
  acknowledgements: {
    columns: {
      person: {
        headings: ['person', 'name', 'id', 'number', 'email', 'employee id', 'staff number'],
        ...{ kind: 'text', isNeeded: true },
      },
      document: {
        headings: ['document', 'guideline', 'policy', 'title'],
        ...{ kind: 'text', isNeeded: true },
      },
      version: { headings: ['version', 'edition'], kind: 'text', isNeeded: true },
      on: { headings: ['on', 'date', 'read on', 'acknowledged', 'confirmed on'], kind: 'date' },
    },
    item: ({ texts: { person = '', document = '', version = '', on } }): Acknowledgement => ({
      ...{ person, document, version, ...(on !== undefined && { on }) },
    }),
  },
}

/**
 * Reads one of the lists, CSV or Excel. What cannot be read is told with its row and column and left out; `locale` decides how
 * dates and numbers are read.
 */
export async function readPlan<List extends PlanList>(
  list: List,
  file: string,
  bytes: Uint8Array,
  { locale }: { readonly locale: string },
): Promise<{ readonly items: Plans[List]; readonly messages: readonly Message[] }> {
  const { columns, hasDays, item } = planLists[list]
  const messages: Message[] = []
  const tell = (message: string, line: number, column: number): void => {
    const { severity } = rules['plan-value']
    messages.push({ file, severity, rule: 'plan-value', message, line, column: column + 1 })
  }
  const [heading, ...body] = await readSheet(file, bytes)
  const kinds = (heading?.cells ?? []).map((cell) => kindOf(String(cell ?? ''), columns))
  const days = (heading?.cells ?? []).map((cell) =>
    hasDays ? plainDate(String(cell ?? ''), locale) : undefined,
  )
  for (const [name, { isNeeded, headings }] of Object.entries(columns))
    if (isNeeded && !kinds.includes(name)) {
      tell(`There is no column \`${headings[0]}\`, so that nothing of it was read`, 1, 0)
      return { items: [] as unknown as Plans[List], messages }
    }
  const items = body.flatMap(({ number, cells }) => {
    const texts: Record<string, string> = {}
    const numbers: Record<string, number> = {}
    const measured: { on: string; figure: number }[] = []
    for (const [index, cell] of cells.entries()) {
      const name = kinds[index]
      const on = days[index]
      const kind =
        name === undefined ? (on === undefined ? undefined : 'number') : columns[name]?.kind
      const said = cell === null ? undefined : String(cell)
      if (kind === undefined || said === undefined) continue
      const read = readers[kind](said, locale)
      if (read === undefined)
        tell(`\`${said}\` is no ${kind}, and was left out (row ${number})`, number, index)
      else if (typeof read === 'string') texts[name!] = read
      else if (name !== undefined) numbers[name] = read
      else measured.push({ on: on!, figure: read })
    }
    const missing = Object.entries(columns).find(
      ([name, { isNeeded }]) => isNeeded && texts[name] === undefined,
    )
    if (missing) {
      const [name, { headings }] = missing
      tell(
        `There is no \`${headings[0]}\`, so that the row was left out (row ${number})`,
        ...([number, kinds.indexOf(name)] as const),
      )
      return []
    }
    measured.sort((a, b) => (a.on < b.on ? -1 : 1))
    return [item({ texts, numbers, measured })]
  })
  return { items: items as unknown as Plans[List], messages }
}

const readers: Readonly<
  Record<Column['kind'], (said: string, locale: string) => string | number | undefined>
> = {
  text: (said) => said,
  date: (said, locale) => plainDate(said, locale),
  number: (said, locale) => readNumber(said, { locale, label: '', unit: '%' })?.number,
}

function kindOf(heading: string, columns: PlanFormat<unknown>['columns']): string | undefined {
  const folded = foldWord(heading)
    .replace(/e-mail/g, 'email')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return Object.entries(columns).find(([, { headings }]) => headings.includes(folded))?.[0]
}
