const FALLBACK = 'en-GB'

/** The locale as it can be given to `Intl`; British English when it is not a locale. */
function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? FALLBACK
  } catch {
    return FALLBACK
  }
}

/** Remembers what is worked out for a locale, because asking `Intl` is slow. */
export function perLocale<Result>(work: (locale: string) => Result): (locale: string) => Result {
  const known = new Map<string, Result>()
  return (locale) => {
    const found = known.get(locale)
    if (found !== undefined) return found
    const result = work(usableLocale(locale))
    known.set(locale, result)
    return result
  }
}
