import type { AskedForm } from '../../model/form.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import { safeList } from '../disclosure/index.ts'
import { anonymousOf, type Situation, textAt } from '../situation/index.ts'
import { countingDay, isIn, yearBefore } from './period.ts'
import type { FigureCell, FigureTable, Section } from './section.ts'
import { staffOn } from './staff.ts'

/** Equality forms of the last four quarters: totals of one question at a time, and only where enough people take part. */
export function equality(
  situation: Situation,
  formOf: (record: AnonymousRecord) => AskedForm | undefined,
): Section {
  const answers = anonymousOf(situation, 'equality-monitoring').filter(({ month }) =>
    isIn(yearBefore(situation), month),
  )
  const fewest = situation.terms.fewestForEquality
  const isEnough = staffOn(situation, countingDay(situation)).active.length >= fewest
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
              ...options.map(({ label: answer }, index): FigureCell[] => [
                ...[answer, counts[index] ?? null],
              ]),
              ['All', total],
            ],
          }
        })
      : [],
  }
}
