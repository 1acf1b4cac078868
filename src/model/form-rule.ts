import * as z from 'zod/mini'
import { FieldName } from './field.ts'

/** A number or a length of time, `12` or `six months`, as the author wrote it or an answer gives it. */
export const Figure = z.union([z.number(), z.string().check(z.trim(), z.minLength(1))])
export type Figure = z.infer<typeof Figure>

/** An option's value, a number, or whether a box is ticked. */
const Value = z.union([z.string(), z.boolean(), z.number()])

export const Answered = z.strictObject({ field: FieldName, is: Value })
export type Answered = z.infer<typeof Answered>

/** What another answer must be like for something to be asked. */
export const Condition = z.union([
  Answered,
  /** It is answered, and otherwise. */
  z.strictObject({ field: FieldName, isNot: Value }),
  /** Its number is above a figure, or above the number of a field. */
  z.strictObject({ field: FieldName, above: Figure }),
])
export type Condition = z.infer<typeof Condition>

const told = {
  /** What breaks the rule is unusual and may be right. */
  warn: z.optional(z.literal(true)),
  /** What to say of it, in one plain sentence, in place of our own. */
  message: z.optional(z.string().check(z.trim(), z.minLength(1))),
}

/** How far apart two dates or numbers are. */
const distance = { least: z.optional(Figure), most: z.optional(Figure) }

/** What must hold between the answers of one form. */
export const FormRule = z.union([
  /** The date or number of `field` comes after the one of `after`, by so much. */
  z.strictObject({ field: FieldName, after: FieldName, ...distance, ...told }),
  /** It comes so many working days after the other, neither more nor fewer. */
  z.strictObject({ field: FieldName, after: FieldName, workingDays: Figure, ...told }),
  /** It does not come before the other, and follows it by so much. */
  z.strictObject({ field: FieldName, notBefore: FieldName, ...distance, ...told }),
  /** It does not come after the other, and precedes it by so much. */
  z.strictObject({ field: FieldName, notAfter: FieldName, ...distance, ...told }),
  /** The answers are different ones, such as the names of different people. */
  z.strictObject({ distinct: z.array(FieldName).check(z.minLength(2)), ...told }),
  /** The table has at least so many rows with something in them. */
  z.strictObject({ rows: FieldName, atLeast: Figure, ...told }),
  /** The column `every` has this value in each row, or in none. */
  z.strictObject({ rows: FieldName, every: FieldName, is: Value, ...told }),
  z.strictObject({ rows: FieldName, every: FieldName, isNot: Value, ...told }),
  /** `field` must be answered when another answer is like this. */
  z.strictObject({ field: FieldName, requiredWhen: Condition, ...told }),
])
export type FormRule = z.infer<typeof FormRule>

/** The rules that have a key, for example `RuleWith<'rows'>`. */
export type RuleWith<Key extends string> = Key extends string
  ? Extract<FormRule, { readonly [K in Key]: unknown }>
  : never

/** The names of all fields that a rule is about; `today` where it names the day of the import. */
export function namesIn(rule: FormRule): string[] {
  if ('distinct' in rule) return rule.distinct
  if ('rows' in rule) return [rule.rows]
  if ('requiredWhen' in rule) return [rule.field, rule.requiredWhen.field]
  if ('after' in rule) return [rule.field, rule.after]
  return [rule.field, 'notBefore' in rule ? rule.notBefore : rule.notAfter]
}
