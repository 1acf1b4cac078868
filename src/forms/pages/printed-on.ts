import type { FormDefinition, PrintedPage } from '../../model/form.ts'
import type { Placement } from './register.ts'

/** As many as a page of ours has, and many more; an embedded definition may claim any number. */
export const MOST_TEXTS = 1000

/** A page of the form and how it lies on a sheet. */
interface Placed {
  /** Page of the form, counted from 0. */
  readonly page: number
  readonly registration: Placement
}

/** What is printed on a page, where it lies on the sheet. */
export function printedOn(
  { page, registration }: Placed,
  { printed = [] }: FormDefinition,
): PrintedPage {
  const { texts, drawings, ...turned } = printed[page] ?? { texts: [], drawings: [] }
  const { scale, dx, dy } = registration
  return {
    ...turned,
    texts: texts.slice(0, MOST_TEXTS).map(({ text, x, y, width }) => ({
      text,
      ...{ x: x * scale + dx, y: y * scale + dy, width: width * scale },
    })),
    drawings: drawings
      .slice(0, MOST_TEXTS)
      .map(([left, bottom, right, top]) => [
        ...([left * scale + dx, bottom * scale + dy] as const),
        ...([right * scale + dx, top * scale + dy] as const),
      ]),
  }
}
