import { originalShare } from '../../contracts/original-fields.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { FEWEST_ANCHORS, type FilePages, matchPages, PageText } from '../pages/index.ts'
import type { Claims } from './claims.ts'
import type { Identified } from './identify.ts'

/** Share of a form's fields that a copy of it has at least. */
const LEAST_FIELDS = 0.9
/** Share of the printed texts that are where the form has them; others have fields of the same names, such as `Text1`. */
const LEAST_TEXTS = 0.5

/**
 * The form that others made, and that the organisation adopted, of which a file is a copy: by the names of its fields and the words on its
 * pages. Of several the one that is most alike.
 */
export function identifyOriginal(
  { embedded }: Claims,
  pages: FilePages,
  fields: readonly PdfField[],
  { definitions }: KnownForms,
): Identified | undefined {
  if (embedded.state !== 'absent') return undefined
  const names = new Set(fields.map(({ name }) => name))
  const alike = definitions
    .filter((form) => originalShare(form, names) >= LEAST_FIELDS)
    .map((form) => ({ form, likeness: textShare(form, pages) }))
    .filter(({ likeness }) => likeness >= LEAST_TEXTS)
    .toSorted((one, other) => other.likeness - one.likeness)
  const [found] = alike
  return found && { form: found.form, trust: 'local', findings: [] }
}

/** Which share of a form's printed texts a file has at their places, from 0 to 1. */
function textShare(form: FormDefinition, { contents }: FilePages): number {
  const { anchors = [] } = form
  if (anchors.length === 0) return 1
  const found = matchPages(form, contents).map(({ registration }) => registration.matched)
  const atPlaces = found.reduce((sum, count) => sum + count, 0)
  if (anchors.length >= FEWEST_ANCHORS) return atPlaces / anchors.length
  // Fewer texts say nothing of places.
  const texts = contents.map((content) => new PageText(content))
  return Number(anchors.every(({ text }) => texts.some((page) => page.findOnly(text))))
}
