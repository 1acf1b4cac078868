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
import { type Person, ProgrammeSettings } from '../model/programme.ts'
import { type Ledger, ledgerOf, type ProgrammeRecord, type Rotation } from './ledger/index.ts'
import { readDecisions, readRotations } from './on-disk.ts'
import { type Match, matcherOf, readRoster } from './people/index.ts'

/** Whose programme to open. */
export interface OpenProgrammeOptions<Record extends ProgrammeRecord = ProgrammeRecord> {
  /** Path of the configuration. */
  readonly config: string
  /** Its records, as `openRecords` gives them. */
  readonly entries: readonly Record[]
  /** Path of the list of people; the one of the configuration when absent, or `people.xlsx` or `people.csv` beside it. */
  readonly people?: string
}

/** What an organisation's files say of its programme. */
export interface Programme<Record extends ProgrammeRecord = ProgrammeRecord> {
  /** The folder of the programme. */
  readonly folder: string
  readonly organisation: Organisation
  /** Days on which nobody works, beside weekends, ISO 8601. */
  readonly holidays: readonly string[]
  /** How long peers stay together and how often they meet at least, as the organisation answers it. */
  readonly frequencies: {
    readonly rotation?: string
    readonly meetings?: string
    /** By what staff are known on forms. */
    readonly identity?: string
  }
  /** How the organisation calls its people team. */
  readonly names: { readonly peopleTeam?: string }
  readonly people: readonly Person[]
  /** The list of people; absent where there is none. */
  readonly roster?: string
  /** What is wrong in the list of people. */
  readonly messages: readonly Message[]
  readonly entries: readonly Record[]
  readonly rotations: readonly Rotation[]
  readonly ledger: Ledger
  /** Who in the list somebody on a form is. */
  match(named: PersonNamed): Match
}

const USUAL_LISTS = ['people.xlsx', 'people.csv']

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
  const rotations = await readRotations(folder)
  const match = matcherOf(people, await readDecisions(folder))
  return {
    folder,
    organisation,
    holidays: holidaysOf(organisation),
    frequencies: frequenciesIn(configuration?.json?.value),
    names: namesIn(configuration?.json?.value),
    people,
    messages,
    entries,
    rotations,
    match,
    ...(list && { roster: list.path }),
    ledger: ledgerOf({ records: entries, rotations, people, match }),
  }
}

function settingsIn(config: unknown): ProgrammeSettings {
  const value =
    typeof config === 'object' && config !== null && 'programme' in config ? config.programme : {}
  return ProgrammeSettings.safeParse(value).data ?? {}
}

const WithAnswers = z.object({ answers: z.record(z.string(), z.unknown()) })

function frequenciesIn(config: unknown): Programme['frequencies'] {
  const answers = WithAnswers.safeParse(config).data?.answers ?? {}
  const rotation = answers['rotation period']
  const meetings = answers['minimum meeting frequency']
  const identity = answers['identity of staff']
  return {
    ...(typeof rotation === 'string' && { rotation }),
    ...(typeof meetings === 'string' && { meetings }),
    ...(typeof identity === 'string' && { identity }),
  }
}

function namesIn(config: unknown): Programme['names'] {
  const name = WithAnswers.safeParse(config).data?.answers['people team name']
  return typeof name === 'string' ? { peopleTeam: name } : {}
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
  for (const place of [home, folder])
    for (const name of USUAL_LISTS) {
      const bytes = await readBytesMaybe(join(place, name))
      if (bytes) return { path: join(place, name), bytes }
    }
  return undefined
}

/** Throws where a programme has no list of people, which what somebody wants needs. */
export function refuseWithoutPeople({ people, roster }: Programme): void {
  if (people.length > 0) return
  throw new OperatorError(
    roster === undefined
      ? `There is no list of people; put \`people.csv\` or \`people.xlsx\` from your HR system beside the configuration or into ${PROGRAMME_FOLDER}/`
      : `There is nobody in the list of people ${roster}`,
  )
}
