import { respellingFor } from '../../language/spelling.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import { FEWEST, safeCount, safeMean, safeShare } from '../disclosure/index.ts'
import { anonymousOf, numberAt, type Situation, textAt } from '../situation/index.ts'
import { resultOf } from './objectives.ts'
import { countingDay, isIn, type Quarter, quartersBefore } from './period.ts'
import type { FigureCell, FigureTable, Section } from './section.ts'
import { staffOn } from './staff.ts'

/** The statements of the survey, as its form has them in British English. */
const statements: Readonly<Record<string, string>> = {
  aim: 'The aim of the programme was clear to me',
  preparation: 'I was well prepared for my role',
  match: 'My partner and I were a good match',
  trust: 'I could speak openly and trust that it stayed confidential',
  time: 'I had enough time for the sessions',
  useful: 'The sessions helped me, or the person whom I manage, at work',
  recommend: 'I would recommend the programme to a colleague',
}
/** The statements as the form has them in a locale. */
function statementsIn({ organisation }: Situation): [name: string, text: string][] {
  const respell = respellingFor(organisation.locale)
  return Object.entries(statements).map(([name, text]) => [name, respell(text)])
}

const RATED = { least: 1, most: 5 } as const

/**
 * The surveys of a quarter. Those of which fewer than five are of the same part of the programme and time in it are left out of
 * everything, because the difference of two figures would tell what they say.
 */
export function surveysIn(situation: Situation, quarter: Pick<Quarter, 'from' | 'to'>) {
  const surveys = allIn(situation, quarter)
  const alike = Map.groupBy(surveys, ({ values }) =>
    ['programme.stage', 'survey.stage'].map((name) => textAt(values, name)).join(' '),
  )
  return [...alike.values()].filter(({ length }) => length >= FEWEST).flat()
}

function allIn(situation: Situation, quarter: Pick<Quarter, 'from' | 'to'>): AnonymousRecord[] {
  return anonymousOf(situation, 'participant-feedback').filter(({ month }) => isIn(quarter, month))
}

/** How surveys were answered: averages halfway and at the end, over time, and how many people answered. */
export function survey(situation: Situation): Section {
  const quarters = quartersBefore(situation.on)
  const each = quarters.map((quarter) => surveysIn(situation, quarter))
  return {
    id: 'survey',
    title: 'What participants say',
    text: [
      'From 1, not at all, to 5, fully. Every survey counts once, and a line could be left empty. Nothing is shown for fewer than five answers, and comments are for the people team only. The fewer answered, the coarser is an average: in steps of a half, a quarter or a tenth.',
    ],
    tables: [
      halves('Averages of the last four quarters', situation, each.flat()),
      {
        caption: 'Averages over time',
        columns: ['Statement', ...quarters.map(({ name }) => name)],
        rows: statementsIn(situation).map(([name, text]): FigureCell[] => [
          text,
          ...each.map((surveys) => meanOf(surveys, name)?.text ?? null),
        ]),
      },
      {
        caption: 'How many answered',
        columns: [
          'Quarter',
          'Surveys of those who take part',
          'People who took part then',
          'Response rate',
        ],
        rows: quarters.map((quarter): FigureCell[] => {
          const came = allIn(situation, quarter).filter(
            ({ values }) => textAt(values, 'participant.role') !== 'manager',
          ).length
          const invited = staffOn(situation, quarter.to).active.length
          const rate =
            came <= invited ? safeShare(came, invited, { wholeIsKnown: true }) : undefined
          return [quarter.name, safeCount(came), safeCount(invited), rate?.text ?? null]
        }),
        chart: { kind: 'line', columns: [3], label: 'Response rate, per cent', most: 100 },
      },
    ],
  }
}

/** What the pilot showed: its surveys, its objectives, and which of going on, mending and stopping follows. */
export function pilot(situation: Situation): Section {
  const last = countingDay(situation)
  const surveys = surveysIn(situation, { from: '', to: last }).filter(
    ({ values }) => textAt(values, 'programme.stage') === 'pilot',
  )
  const results = situation.plans.objectives.map((one) => ({
    objective: one.objective,
    result: resultOf(one, last),
  }))
  const end = surveys.filter(({ values }) => textAt(values, 'survey.stage') === 'end')
  const recommended = meanOf(end, 'recommend')?.mean
  return {
    id: 'pilot',
    title: 'From the pilot to the roll-out',
    text: [
      VERDICTS[
        verdictOf(
          results.map(({ result }) => result),
          recommended,
        )
      ],
      'Go on: every objective is reached, and at the end people would recommend it to a colleague with 4 or more on average. Stop: no objective has come nearer, and that average is under 3. Mend: all between. The sponsor decides.',
    ],
    tables: [
      ...(surveys.length === 0 ? [] : [halves('Averages of the pilot', situation, surveys)]),
      ...(results.length === 0
        ? []
        : [
            {
              caption: 'Objectives',
              columns: ['Objective', 'Result'],
              rows: results.map(({ objective, result }) => [objective, result]),
            },
          ]),
    ],
  }
}

const VERDICTS = {
  go: 'By these figures: go on.',
  mend: 'By these figures: mend it before it grows.',
  stop: 'By these figures: stop, or begin anew.',
  unknown:
    'No proposal yet: it takes objectives with a target that were measured, and five surveys of the pilot at its end.',
} as const

function verdictOf(
  results: readonly string[],
  recommended: number | undefined,
): keyof typeof VERDICTS {
  const known = results.filter((one) => ['reached', 'nearer', 'no nearer'].includes(one))
  if (known.length === 0 || recommended === undefined) return 'unknown'
  if (known.every((one) => one === 'reached') && recommended >= 4) return 'go'
  return known.every((one) => one === 'no nearer') && recommended < 3 ? 'stop' : 'mend'
}

/** Averages of each statement halfway and at the end. */
function halves(
  caption: string,
  situation: Situation,
  surveys: readonly AnonymousRecord[],
): FigureTable {
  const [halfway, end] = ['halfway', 'end'].map((stage) =>
    surveys.filter(({ values }) => textAt(values, 'survey.stage') === stage),
  )
  return {
    caption,
    columns: ['Statement', 'Halfway', 'At the end'],
    rows: statementsIn(situation).map(([name, text]): FigureCell[] => [
      text,
      ...[halfway, end].map((some = []) => meanOf(some, name)?.text ?? null),
    ]),
    chart: { kind: 'bars', columns: [1, 2], label: 'Average, from 1 to 5', most: 5 },
  }
}

function meanOf(surveys: readonly AnonymousRecord[], name: string) {
  const ratings = surveys.flatMap(({ values }) => numberAt(values, `ratings.${name}`) ?? [])
  return safeMean(ratings, RATED)
}
