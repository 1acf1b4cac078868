import { dirname, join } from 'node:path'
import * as z from 'zod'
import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import { usualFolders } from '../configuration/organisations.ts'
import { PROGRAMME_FOLDER } from '../contracts/file-names.ts'
import type { PersonNamed } from '../contracts/people.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { shownPath } from '../files/shown-path.ts'
import type { Message } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { holidaysOf, Organisation } from '../model/organisation.ts'
import { type Person, type Plans, ProgrammeSettings } from '../model/programme.ts'
import { type Ledger, ledgerOf, type ProgrammeRecord, type Rotation } from './ledger/index.ts'
import { readDecisions, readRotations } from './on-disk.ts'
import { type Match, matcherOf, readRoster } from './people/index.ts'
import { type PlanList, planLists, readPlan } from './plans/index.ts'

export interface OpenProgrammeOptions<Record extends ProgrammeRecord = ProgrammeRecord> {
  /** Path of the configuration. */
  readonly config: string
  /** Its records, as `openRecords` gives them. */
  readonly entries: readonly Record[]
  /** Path of the list of people; the one of the configuration when absent, or `people.xlsx` or `people.csv` beside it. */
  readonly people?: string
}

export interface Programme<Record extends ProgrammeRecord = ProgrammeRecord> {
  readonly folder: string
  readonly organisation: Organisation
  /** Days on which nobody works, beside weekends, as the configuration has them, ISO 8601. */
  readonly holidays: readonly string[]
  /** Whose public holidays are none either, such as `GB-SCT`. */
  readonly calendar?: string
  /** How long peers stay together and how often they meet at least, as the organisation answers it. */
  readonly frequencies: {
    readonly rotation?: string
    readonly meetings?: string
    /** By what staff are known on forms. */
    readonly identity?: string
  }
  readonly names: { readonly peopleTeam?: string }
  readonly people: readonly Person[]
  /** The list of people; absent where there is none. */
  readonly roster?: string
  /** What the people team keeps in lists of its own. */
  readonly plans: Plans
  /** What is wrong in the list of people, and in the others. */
  readonly messages: readonly Message[]
  readonly entries: readonly Record[]
  readonly rotations: readonly Rotation[]
  readonly ledger: Ledger
  /** Who in the list somebody on a form is. */
  match(named: PersonNamed): Match
}

const LIST_KINDS = ['.xlsx', '.csv']

/**
 * Opens the programme of an organisation: its people, its records and the ledger of who is paired with whom that follows from
 * both. What is wrong in the list of people is told and left out. Throws an `OperatorError` when a list that was named is not
 * there or is none.
 *
 * @example
 * ```ts
 * import { openProgramme, openRecords } from 'policypack'
 *
 * const config = 'org.config.json'
 * const { entries } = await openRecords({ config })
 * const { people, ledger } = await openProgramme({ config, entries })
 * console.log(`${people.length} people, ${ledger.partnerships.length} partnerships`)
 * ```
 */
export async function openProgramme<Record extends ProgrammeRecord>({
  config,
  entries,
  people: named,
}: OpenProgrammeOptions<Record>): Promise<Programme<Record>> {
  const folder = usualFolders(config).programme
  const configuration = await readConfigurationMaybe(config)
  const organisation =
    configuration?.organisation ?? Organisation.parse({ name: 'The organisation' })
  const settings = settingsIn(configuration?.json?.value)
  const list = await findList(config, named ?? settings.people, folder)
  const { people, messages } = list
    ? await readRoster(shownPath(list.path), list.bytes, {
        locale: organisation.locale,
        columns: settings.columns,
      })
    : { people: [], messages: [] }
  const { plans, messages: planMessages } = await readPlans(config, folder, organisation.locale)
  const rotations = await readRotations(folder)
  const match = matcherOf(people, await readDecisions(folder))
  return {
    folder,
    organisation,
    holidays: holidaysOf(organisation),
    ...calendarOf(settings, organisation),
    frequencies: answersIn(configuration?.json?.value, {
      ...{ rotation: 'rotation period', meetings: 'minimum meeting frequency' },
      identity: 'identity of staff',
    }),
    names: answersIn(configuration?.json?.value, { peopleTeam: 'people team name' }),
    people,
    plans,
    messages: [...messages, ...planMessages],
    entries,
    rotations,
    match,
    ...(list && { roster: list.path }),
    ledger: ledgerOf({ records: entries, rotations, people, match }),
  }
}

/** That of the organisation's country, unless the configuration says another. */
function calendarOf({ calendar }: ProgrammeSettings, { locale }: Organisation) {
  const country = new Intl.Locale(locale).region
  return calendar ? { calendar } : country ? { calendar: country } : {}
}

function settingsIn(config: unknown): ProgrammeSettings {
  const value =
    typeof config === 'object' && config !== null && 'programme' in config ? config.programme : {}
  return ProgrammeSettings.safeParse(value).data ?? {}
}

const WithAnswers = z.object({ answers: z.record(z.string(), z.unknown()) })

/** Answers of a configuration that are texts, under other names than their phrases. */
function answersIn<Name extends string>(config: unknown, phrases: Readonly<Record<Name, string>>) {
  const answers = WithAnswers.safeParse(config).data?.answers ?? {}
  const found = Object.entries<string>(phrases).map(([name, phrase]) => [name, answers[phrase]])
  return Object.fromEntries(found.filter(([, answer]) => typeof answer === 'string')) as {
    [N in Name]?: string
  }
}

async function findList(config: string, named: string | undefined, folder: string) {
  const home = dirname(config)
  if (named !== undefined) {
    const path = join(home, named)
    for (const one of [path, named]) {
      const bytes = await readBytesMaybe(one)
      if (bytes) return { path: one, bytes }
    }
    throw new OperatorError(
      `There is no list of people ${path}; export it from your HR system as CSV or Excel, or name another`,
    )
  }
  return findUsual([home, folder], 'people')
}

/** A list beside the configuration or in the folder of the programme. */
async function findUsual(places: readonly string[], list: string) {
  for (const place of places)
    for (const kind of LIST_KINDS) {
      const path = join(place, `${list}${kind}`)
      const bytes = await readBytesMaybe(path)
      if (bytes) return { path, bytes }
    }
  return undefined
}

async function readPlans(config: string, folder: string, locale: string) {
  const plans: Record<PlanList, Plans[PlanList]> = {
    ...{ objectives: [], improvements: [], acknowledgements: [] },
  }
  const messages: Message[] = []
  for (const list of Object.keys(planLists) as PlanList[]) {
    const found = await findUsual([dirname(config), folder], list)
    if (!found) continue
    const read = await readPlan(list, shownPath(found.path), found.bytes, { locale })
    plans[list] = read.items
    messages.push(...read.messages)
  }
  return { plans: plans as unknown as Plans, messages }
}

/** Throws where a programme has no list of people, which what somebody wants needs. */
export function refuseWithoutPeople(programme: Programme): void {
  const lack = lackOfPeople(programme)
  if (lack !== undefined) throw new OperatorError(lack)
}

/** That a programme has no list of people, or nobody in it, and what to do; nothing where it has people. */
export function lackOfPeople({ people, roster }: Programme): string | undefined {
  if (people.length > 0) return undefined
  return roster === undefined
    ? `There is no list of people; put \`people.csv\` or \`people.xlsx\` from your HR system beside the configuration or into ${PROGRAMME_FOLDER}/`
    : `There is nobody in the list of people ${roster}; export it again from your HR system, with a row for each person`
}
