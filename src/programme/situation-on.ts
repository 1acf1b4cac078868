import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import type { AnonymousRecord, KeptRecord } from '../model/record.ts'
import { countryHolidays } from './country-holidays.ts'
import type { Programme } from './open-programme.ts'
import { type Entry, type GivenAnswers, type Situation, termsOf } from './situation/index.ts'

/** For so long working days matter, and for the year to come. */
const YEARS_BACK = 2

/** A programme as it stands on a day, by the figures that its policies promise. */
export async function situationOn(
  programme: Programme<Entry>,
  {
    config,
    records,
    on,
  }: { readonly config: string; readonly records: readonly KeptRecord[]; readonly on: string },
): Promise<Situation> {
  const { organisation, holidays, calendar, people, plans, entries, rotations, ledger, match } =
    programme
  const year = Number(on.slice(0, 4))
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => year - YEARS_BACK + index)
  const configuration = await readConfigurationMaybe(config)
  return {
    ...{ on, organisation, people, plans, entries, rotations, ledger, match },
    holidays: new Set([...holidays, ...(calendar ? await countryHolidays(calendar, years) : [])]),
    terms: termsOf(answersIn(configuration?.json?.value)),
    anonymous: records.filter((record): record is AnonymousRecord => !('id' in record)),
  }
}

/** The answers in a configuration, which may have faults elsewhere. */
function answersIn(value: unknown): GivenAnswers {
  const { answers, documents } = groupOf(value)
  return {
    answers: groupOf(answers),
    documents: Object.fromEntries(
      Object.entries(groupOf(documents)).map(([id, settings]) => [
        id,
        { answers: groupOf(groupOf(settings).answers) },
      ]),
    ),
  }
}

function groupOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}
