import { wordsFor } from '../language/words.ts'
import type { FieldOf } from '../model/field.ts'
import type { FormDefinition, Widget } from '../model/form.ts'
import type { BoxInk } from '../model/paper.ts'
import { isPrivate, privateQuestions, sealDefinition } from './definition.ts'

/** The question whether a page without marks is of a form, or of which; no form asks it by itself. */
export const WHICH_FORM = 'paper.whichForm'
/** What is answered where it is of the form that its print is like. */
export const YES = 'yes'

/** What is answered where it is of none. */
export const NONE = 'none'

/** The id under which pages are kept of which nobody has said yet of which form they are. */
const UNKNOWN_FORM = 'unrecognised-page'
const NOWHERE: Widget['rect'] = [0, 0, 0, 0]
/** How many digits of a hash name a form, as in a mark. */
const DIGITS = 12

/** A form that asks, before all else, whether a page without marks is of it. */
export function askedWhether(form: FormDefinition, page: number): FormDefinition {
  const say = wordsFor(form.locale)
  const field: FieldOf<'choice'> = {
    type: 'choice',
    name: WHICH_FORM,
    label: say('Is this “{title}”, version {version}?', {
      title: form.title,
      version: form.version,
    }),
    hint: say(
      'No code on the paper says so, only that its print is like it. Look at its title and at its foot.',
    ),
    required: true,
    options: [
      { value: YES, label: say('Yes'), state: YES },
      { value: 'no', label: say('No, or I cannot tell'), state: 'no' },
      { value: NONE, label: say('It is no form at all'), state: NONE },
    ],
  }
  const { questions: _, hash: __, ...content } = form
  const widgets = field.options.map(({ state }) => ({
    name: field.name,
    state,
    page,
    rect: NOWHERE,
  }))
  return sealDefinition({
    ...content,
    fields: [field, ...form.fields],
    widgets: [...widgets, ...form.widgets],
  })
}

/** A form of one question: of which form a page without marks is. Undefined where there is none that it could be of. */
export function askedWhich(
  known: readonly FormDefinition[],
  likely: readonly { readonly hash: string; readonly page: number }[],
): FormDefinition | undefined {
  // Of what is anonymous or private, no whole page may be kept.
  const forms = known.filter(
    (form) =>
      form.sensitive === undefined && !isPrivate(form) && privateQuestions(form).length === 0,
  )
  const [first] = forms
  if (!first) return undefined
  const say = wordsFor(first.locale)
  const rank = (value: string): number => {
    const place = likely.findIndex(({ hash, page }) => value === `${hash} ${page}`)
    return place < 0 ? likely.length : place
  }
  const pages = forms
    .flatMap(({ hash, title, version, pages: count }) =>
      Array.from({ length: count }, (_, page) => ({
        value: `${hash.slice(0, DIGITS)} ${page}`,
        label: say('{title} (version {version}), page {page}', { title, version, page: page + 1 }),
        state: `p-${hash.slice(0, DIGITS)}-${page}`,
      })),
    )
    .sort((a, b) => rank(a.value) - rank(b.value))
  const offered = pages.filter(({ value }) => rank(value) < likely.length)
  const none = { value: NONE, label: say('None of these, or no form at all'), state: NONE }
  const field: FieldOf<'select'> = {
    type: 'select',
    name: WHICH_FORM,
    label: say('Of which form is this page?'),
    hint: say(
      'The likeliest come first. Where it is of none of these, or of an anonymous or private form, say so: nothing of it is kept then.',
    ),
    required: true,
    options: pages.toSpliced(offered.length, 0, none),
  }
  const { organisation, locale } = first
  return sealDefinition({
    ...{ format: 1, id: UNKNOWN_FORM, version: '1.0.0', organisation, locale },
    ...{ title: say('A page of an unknown form'), recordKey: [], rules: [], pages: 1 },
    fields: [field],
    widgets: [{ name: WHICH_FORM, page: 0, rect: NOWHERE }],
  })
}

/** Whether it is the form of one question. */
export function isUnknownForm({ id }: Pick<FormDefinition, 'id'>): boolean {
  return id === UNKNOWN_FORM
}

/** A page of a form, by the first digits of its hash. */
type PageOf = { readonly hash: string; readonly page: number }

/** Whether a page may be said to be that one. */
export function mayBe({ fields }: Pick<FormDefinition, 'fields'>, { hash, page }: PageOf): boolean {
  const [field] = fields
  return field?.type === 'select' && field.options.some(({ value }) => value === `${hash} ${page}`)
}

/** Under which name a page keeps what it would show of a question, should it be that page of a form. */
export function cropIfOf({ hash, page }: PageOf, name: string): string {
  return `${hash} ${page} ${name}`
}

/** What was chosen: a page, by the first digits of the hash of its form, or that it is of none; undefined where nothing was. */
export function chosenPage(
  { fields }: Pick<FormDefinition, 'fields'>,
  answer: string,
): PageOf | typeof NONE | undefined {
  const [field] = fields
  if (field?.type !== 'select') return undefined
  const option = field.options.find(({ value, label }) => value === answer || label === answer)
  if (!option || option.value === NONE) return option && NONE
  const [hash = '', page] = option.value.split(' ')
  return { hash, page: Number(page) }
}

/** A place of which nothing was read. */
export function unreadBox({ name, state }: Pick<Widget, 'name' | 'state'>): BoxInk {
  return {
    name,
    ...(state !== undefined && { state }),
    ...{ strong: 0, faint: 0, cover: 0, beside: 0, own: 0, apart: 0, written: 0, over: 0 },
    ...{ hint: 0, fit: 0, kept: 1, shadow: 0 },
  }
}
