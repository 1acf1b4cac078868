import type { AskedForm } from '../../model/form.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import type { Situation } from '../situation/index.ts'
import { meetings, mentoring } from './activity.ts'
import { capacity } from './capacity.ts'
import { training } from './competencies.ts'
import { equality } from './equality.ts'
import { indicators } from './indicators.ts'
import { needs } from './needs.ts'
import type { Section } from './section.ts'
import { pilot, survey } from './surveys.ts'
import { teams } from './teams.ts'

export { quartersBefore } from './period.ts'
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
    pilot(situation),
    training(situation),
    needs(situation),
    capacity(situation),
    mentoring(situation),
    equality(situation, formOf),
  ]
}
