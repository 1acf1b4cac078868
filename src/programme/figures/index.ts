import type { AskedForm } from '../../model/form.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import type { Situation } from '../situation/index.ts'
import { meetings, mentoring } from './activity.ts'
import { capacity, equality, needs, survey, training } from './answers.ts'
import { indicators, teams } from './indicators.ts'
import type { Section } from './section.ts'

export { quartersBefore } from './quarters.ts'
export type { Chart, FigureCell, FigureTable, Section } from './section.ts'

/** All figures of a programme, none of them about fewer than five people. */
export function figuresOf(
  situation: Situation,
  formOf: (record: AnonymousRecord) => AskedForm | undefined,
): Section[] {
  return [
    indicators(situation),
    teams(situation),
    meetings(situation),
    survey(situation),
    training(situation),
    needs(situation),
    capacity(situation),
    mentoring(situation),
    equality(situation, formOf),
  ]
}
