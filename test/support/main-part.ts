/** The main part of a page, without what all pages have. Throws when there is not exactly one. */
export function mainPart(page: string): string {
  const parts = page.match(/<main\b.*?<\/main>/gs) ?? []
  if (parts.length !== 1) throw new Error(`The page has ${parts.length} main parts`)
  return `${parts.join()}\n`
}
