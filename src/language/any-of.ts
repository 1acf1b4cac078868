/** One pattern of several, so that each says one thing and can be read; what comes `before` and `after` holds for all of them. */
export function anyOf(
  patterns: readonly RegExp[],
  flags: string,
  { before, after }: { readonly before?: RegExp; readonly after?: RegExp } = {},
): RegExp {
  const any = patterns.map(({ source }) => source).join('|')
  const isPart = before !== undefined || after !== undefined
  return new RegExp(isPart ? `${before?.source ?? ''}(?:${any})${after?.source ?? ''}` : any, flags)
}
