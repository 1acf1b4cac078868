import { fold } from '../../language/fold.ts'
import type { AskedForm } from '../../model/form.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import { safeList, safeMean, safeSeries } from '../disclosure/index.ts'
import type { Situation } from '../situation/index.ts'
import { anonymousOf, numberAt, partIn, recordsOf, rowsAt, textAt } from '../situation/index.ts'
import {
  assessed,
  competencies,
  countingDay,
  signed,
  surveysOf,
  takingPart,
  whole,
} from './indicators.ts'
import { isIn, quartersBefore } from './quarters.ts'
import type { FigureCell, FigureTable, Section } from './section.ts'

const EQUALITY = 'equality-monitoring'

/** The statements of the survey, as its form has them. */
const statements: Readonly<Record<string, string>> = {
  aim: 'The aim of the programme was clear to me',
  preparation: 'I was well prepared for my role',
  match: 'My partner and I were a good match',
  trust: 'I could speak openly and trust that it stayed confidential',
  time: 'I had enough time for the sessions',
  useful: 'The sessions helped me, or the person whom I manage, at work',
  recommend: 'I would recommend the programme to a colleague',
}

/** How the surveys of a year were answered: averages with the number of answers, and how many people answered. */
export function survey(situation: Situation): Section {
  const quarters = quartersBefore(situation.on)
  const answers = surveysOf(situation)
  const stage = (wanted: string): AnonymousRecord[] =>
    answers.filter(({ values }) => textAt(values, 'survey.stage') === wanted)
  const means = Object.entries(statements).map(([name, text]): FigureCell[] => {
    const [halfway, end] = [stage('halfway'), stage('end')].map((some) =>
      safeMean(some.flatMap(({ values }) => numberAt(values, `ratings.${name}`) ?? [])),
    )
    return [text, halfway?.mean ?? null, end?.mean ?? null]
  })
  const came = safeSeries(
    quarters.map((quarter) => answers.filter(({ month }) => isIn(quarter, month)).length),
  )
  const invited = quarters.map(({ to }) => {
    const { staff, isActive } = takingPart(situation, to)
    return staff.filter(isActive).length
  })
  return {
    id: 'survey',
    title: 'What participants say',
    text: [
      'From 1, not at all, to 5, fully. Every survey counts once. Nothing is shown for fewer than five answers, and comments are for the people team only.',
    ],
    promises: [21, 22],
    tables: [
      {
        caption: 'Averages of the survey, halfway and at the end',
        columns: ['Statement', 'Halfway', 'At the end'],
        rows: means,
        note: 'A line could be left empty.',
        chart: { kind: 'bars', columns: [1, 2], label: 'Average, from 1 to 5', most: 5 },
      },
      {
        caption: 'How many answered',
        columns: ['Quarter', 'Surveys', 'People who took part then', 'Response rate (%)'],
        rows: quarters.map(({ name }, index): FigureCell[] => {
          const [count, of] = [came.counts[index] ?? null, invited[index] ?? 0]
          const people = of < 5 ? null : of
          const rate = count !== null && people !== null ? Math.round((count / people) * 100) : null
          return [name, count, people, rate]
        }),
      },
    ],
  }
}

/** Whether training works: what coaches could do before it and later. */
export function training(situation: Situation): Section {
  const { both } = assessed(situation)
  const rows = Object.values(competencies).map((title, place): FigureCell[] => {
    const pairs = both.flatMap(({ before, later }) => {
      const [one, other] = [before[place], later[place]]
      return one !== undefined && other !== undefined ? [{ one, other }] : []
    })
    const [before, later, change] = [
      safeMean(pairs.map(({ one }) => one)),
      safeMean(pairs.map(({ other }) => other)),
      safeMean(pairs.map(({ one, other }) => other - one)),
    ]
    return [title, before?.mean ?? null, later?.mean ?? null, change ? signed(change.mean) : null]
  })
  return {
    id: 'competencies',
    title: 'What coaches can do',
    text: [
      `Of the coaches who rated themselves before training and later${both.length < 5 ? ', who are too few to show' : `, ${both.length} people`}. The lowest levels are the priorities for training.`,
    ],
    promises: [20],
    tables: [
      {
        caption: 'Levels of coaches, baseline and later',
        columns: ['Competency', 'Baseline', 'Later', 'Change'],
        rows,
        chart: { kind: 'bars', columns: [1, 2], label: 'Level, from 1 to 5', most: 5 },
      },
      hours(situation),
    ],
  }
}

/** How much people taught each other. */
function hours(situation: Situation): FigureTable {
  const rows = recordsOf(situation, 'training-record').flatMap((entry) => {
    const person = partIn(situation, entry, 'participant')
    return rowsAt(entry.record.values, 'training')
      .filter((row) => isIn(whole(situation), textAt(row, 'date') ?? ''))
      .map((row) => ({
        person: person?.key ?? '',
        direction: textAt(row, 'direction'),
        hours: numberAt(row, 'hours') ?? 0,
      }))
  })
  return {
    caption: 'Training between colleagues',
    columns: ['', 'People', 'Hours'],
    rows: [
      ['Given', 'given'],
      ['Received', 'received'],
    ].map(([title = '', direction]): FigureCell[] => {
      const some = rows.filter((row) => row.direction === direction)
      const people = new Set(some.map(({ person }) => person)).size
      const sum = some.reduce((all, row) => all + row.hours, 0)
      return people < 5 ? [title, null, null] : [title, people, sum]
    }),
    note: 'The same training can be in the records of both people.',
  }
}

/** What people need to learn; needs that differ in case and spacing only are one. */
export function needs(situation: Situation): Section {
  const people = new Map<string, { title: string; people: Set<string> }>()
  for (const entry of recordsOf(situation, 'goal-setting-record')) {
    if (!isIn(whole(situation), entry.on)) continue
    const person = partIn(situation, entry, 'colleague')
    for (const row of rowsAt(entry.record.values, 'training')) {
      const need = textAt(row, 'need')
      if (need === undefined || !person) continue
      const known = people.get(fold(need)) ?? { title: need, people: new Set() }
      known.people.add(person.key)
      people.set(fold(need), known)
    }
  }
  const all = [...people.values()].sort((a, b) => b.people.size - a.people.size)
  const shown = all.filter((one) => one.people.size >= 5)
  const others = new Set(all.filter((one) => one.people.size < 5).flatMap((one) => [...one.people]))
  return {
    id: 'needs',
    title: 'What people need to learn',
    text: [],
    promises: [8],
    tables: [
      {
        caption: 'Training needs by number of people',
        columns: ['Need', 'People'],
        rows: [
          ...shown.map((one): FigureCell[] => [one.title, one.people.size]),
          ['Other needs, each of fewer than five people', others.size < 5 ? null : others.size],
        ],
        chart: { kind: 'bars', columns: [1], label: 'People' },
      },
    ],
  }
}

/** How much of people's time is taken up, by their latest record. */
export function capacity(situation: Situation): Section {
  const latest = new Map<string, { planned: number; target: number }>()
  for (const entry of recordsOf(situation, 'goal-setting-record')) {
    const person = partIn(situation, entry, 'colleague')
    const [planned, target] = ['capacity.planned', 'capacity.target'].map((name) =>
      numberAt(entry.record.values, name),
    )
    if (!person || planned === undefined || entry.on > countingDay(situation)) continue
    latest.set(person.key, { planned, target: target ?? situation.terms.capacity })
  }
  const all = [...latest.values()]
  const over = all.filter(({ planned, target }) => planned > target)
  const far = over.filter(({ planned, target }) => planned > target + 10)
  const { counts, total } = safeList([
    all.length - over.length,
    over.length - far.length,
    far.length,
  ])
  const titles = ['At the target or below', 'Up to 10 points above it', 'More than 10 points above']
  return {
    id: 'capacity',
    title: 'How full plans are',
    text: [
      `The usual target is ${situation.terms.capacity}%. Counted by everybody’s latest goal-setting record.`,
    ],
    promises: [9],
    tables: [
      {
        caption: 'Planned use of time against the target',
        columns: ['Plan', 'People'],
        rows: [
          ...titles.map((title, index): FigureCell[] => [title, counts[index] ?? null]),
          ['All', total],
        ],
        chart: { kind: 'bars', columns: [1], label: 'People' },
      },
    ],
  }
}

/** Equality forms of the last four quarters: totals of one question at a time, and only where enough people take part. */
export function equality(
  situation: Situation,
  formOf: (record: AnonymousRecord) => AskedForm | undefined,
): Section {
  const answers = anonymousOf(situation, EQUALITY).filter(({ month }) =>
    isIn(whole(situation), month),
  )
  const { staff, isActive } = takingPart(situation, countingDay(situation))
  const fewest = situation.terms.fewestForEquality
  const isEnough = staff.filter(isActive).length >= fewest
  const form = answers.flatMap((one) => formOf(one) ?? []).at(-1)
  const fields = (form?.fields ?? []).flatMap((field) =>
    field.type === 'select' && !field.name.startsWith('period.') ? [field] : [],
  )
  return {
    id: 'equality',
    title: 'Equality',
    text: [
      isEnough
        ? 'Answers are anonymous. Each table is of one question by itself, and no two are combined.'
        : `Fewer than ${fewest} people take part, so that nothing is shown.`,
    ],
    promises: [25],
    tables: isEnough
      ? fields.map(({ label, name, options }): FigureTable => {
          const { counts, total } = safeList(
            options.map(
              ({ value }) => answers.filter(({ values }) => textAt(values, name) === value).length,
            ),
          )
          return {
            caption: label,
            columns: ['Answer', 'Forms'],
            rows: [
              ...options.map((option, index): FigureCell[] => [
                option.label,
                counts[index] ?? null,
              ]),
              ['All', total],
            ],
          }
        })
      : [],
  }
}
