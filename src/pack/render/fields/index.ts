import type { ElementContent } from 'hast'
import { slotsOf } from '../../../contracts/slot.ts'
import type { Field } from '../../../model/field.ts'
import { toHtml } from '../html.ts'
import { checkbox } from './checkbox.ts'
import { checks } from './checks.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import { email } from './email.ts'
import { inSentence } from './in-sentence.ts'
import { multiline } from './multiline.ts'
import { number } from './number.ts'
import { question } from './question.ts'
import { rating } from './rating.ts'
import { rows } from './rows.ts'
import { select } from './select.ts'
import { signature } from './signature.ts'
import { text } from './text.ts'
import type { FieldView, FieldViews, FormContext, Medium } from './view.ts'

const views: FieldViews = {
  text,
  multiline,
  number,
  date,
  email,
  choice,
  select,
  checks,
  checkbox,
  rating,
  signature,
  rows,
}

/** A field as it stands on the page: a question on a line of its own, or a control in a sentence. */
export function fieldMarkup(field: Field, medium: Medium, context: FormContext): ElementContent[] {
  const view: FieldView = views[field.type]
  if (context.place === 'question') return [question(field, view, medium, context)]
  const controls = view[medium](field, slotsOf([field]), context)
  return inSentence(field, controls, { view, medium, context })
}

/** A field as a question of a web page, by itself. */
export function questionHtml(field: Field, context: Pick<FormContext, 'dateHint' | 'say'>): string {
  const nodes = fieldMarkup(field, 'screen', { ...context, place: 'question', fields: new Map() })
  return toHtml(...nodes.filter((node) => node.type === 'element'))
}
