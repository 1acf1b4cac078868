/** The forms of a text for the numbers that a language tells apart, as CLDR names them. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** A text with what differs put in for its `{names}`, in the form that `count` among them asks for in a language. */
export function worded(
  text: string | Forms,
  locale: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form =
    typeof text === 'string'
      ? text
      : (text[new Intl.PluralRules(locale).select(Number(values.count))] ?? text.other ?? '')
  return form.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
}
