import { slug } from '../language/slug.ts'
import type { AskedForm } from '../model/form.ts'
import type { AnonymousRecord, KeptRecord } from '../model/record.ts'
import { askable, type DueDuty, dutiesOn, dutyKinds, partedDuties } from './duties/index.ts'
import { figuresOf } from './figures/index.ts'
import type { Programme } from './open-programme.ts'
import {
  calendarOf,
  FEW,
  mailOf,
  managementPage,
  morningPage,
  pageHtml,
  personPage,
  personPath,
} from './pages/index.ts'
import { achievementsOf, type Entry, type Situation } from './situation/index.ts'
import { situationOn } from './situation-on.ts'

export interface OverviewOptions {
  /** Path of the configuration, whose answers say what is promised. */
  readonly config: string
  readonly programme: Programme<Entry>
  /** The records, as `openRecords` gives them. */
  readonly book: {
    readonly records: readonly KeptRecord[]
    readonly formOf: (record: KeptRecord) => AskedForm | undefined
  }
  /** The day that counts as today, ISO 8601. */
  readonly on: string
}

export interface OverviewSheet {
  readonly name: string
  readonly table: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  }
}

/** The pages of a programme, and what lies beside them. */
export interface Overview {
  /** By their paths: `index.html`, `management.html`, `programme.ics`, `prompts/….eml`, `people/….html`. */
  readonly files: ReadonlyMap<string, string>
  /** The page for management as it is to be printed, with its title. */
  readonly report: { readonly title: string; readonly html: string }
  /** For a workbook with names, and for one without. */
  readonly sheets: readonly OverviewSheet[]
  readonly reportSheets: readonly OverviewSheet[]
  /** How much needs a person now, and how much is due or late. */
  readonly counts: { readonly now: number; readonly due: number }
}

/**
 * Makes the pages of a programme: what needs a person, who is due and the mail that asks them, what comes, and figures for
 * management without names. The same day gives the same pages.
 *
 * @example
 * ```ts
 * import { openProgramme, openRecords, programmeOverview } from 'policypack'
 *
 * const config = 'org.config.json'
 * const book = await openRecords({ config })
 * const programme = await openProgramme({ config, entries: book.entries })
 * const { files, counts } = await programmeOverview({ config, programme, book, on: '2026-11-29' })
 * console.log(`${files.size} files; ${counts.now} need a person`)
 * ```
 */
export async function programmeOverview({
  config,
  programme,
  book,
  on,
}: OverviewOptions): Promise<Overview> {
  const situation = await situationOn(programme, { config, records: book.records, on })
  const duties = dutiesOn(situation)
  const parted = partedDuties(duties)
  const mails = mailsFor(situation, duties)
  const sections = figuresOf(situation, (record: AnonymousRecord) => book.formOf(record))
  const management = await managementPage(situation, sections)
  const morning = morningPage(situation, duties, (duty) => mails.get(duty)?.path)
  return {
    files: new Map([
      ['index.html', pageHtml(morning)],
      ['management.html', pageHtml(management)],
      ['programme.ics', calendarOf(situation, duties)],
      ...achievementsOf(situation).map(
        (one) => [personPath(one), pageHtml(personPage(situation, one))] as const,
      ),
      ...[...mails.values()].map(({ path, text }) => [path, text] as const),
    ]),
    report: { title: management.title, html: pageHtml(management, { forPrint: true }) },
    sheets: [{ name: 'To do', table: tableOf(duties) }],
    reportSheets: sections.flatMap(({ title, tables }) =>
      tables.map(({ caption, columns, rows }, index) => ({
        name: sheetName(tables.length > 1 ? `${index + 1} ${title}` : title),
        table: {
          columns: [caption, ...columns.slice(1)],
          rows: rows.map((row) => row.map((cell) => cell ?? FEW)),
        },
      })),
    ),
    counts: { now: parted.hr.length, due: parted.participants.length },
  }
}

/** A mail for each duty that participants have now or soon, where somebody can be asked. */
function mailsFor(
  situation: Situation,
  duties: readonly DueDuty[],
): Map<DueDuty, { readonly path: string; readonly text: string }> {
  const mails = new Map<DueDuty, { path: string; text: string }>()
  for (const duty of duties) {
    const prompt = dutyKinds[duty.kind]?.prompt?.(duty, situation)
    const to = askable(duty, situation).filter(({ person }) => person?.email !== undefined)
    if (!prompt || duty.when === 'later' || to.length === 0) continue
    const name = slug(`${duty.kind} ${to.map(({ key }) => key).join(' ')} ${duty.due}`, 'prompt')
    const text = mailOf({ to, ...prompt }, situation.organisation, situation.terms.peopleTeam)
    mails.set(duty, { path: `prompts/${name}.eml`, text })
  }
  return mails
}

const WHEN = { now: 'due or late', soon: 'within a week', later: 'later' } as const

function tableOf(duties: readonly DueDuty[]): OverviewSheet['table'] {
  return {
    columns: ['What', 'Who', 'By', 'When', 'What is known', 'Done by', 'Record'],
    rows: duties.map(({ title, people, due, when, note, who, record }) => [
      ...[title, people.map(({ name }) => name).join(' and '), due, WHEN[when], note],
      ...[who === 'hr' ? 'people team' : 'participants', record?.slice(0, 8) ?? null],
    ]),
  }
}

/** Excel takes 31 characters, and none of a few. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}
