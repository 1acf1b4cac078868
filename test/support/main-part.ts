/**
 * The main part of a page, without what all pages have, and without the sizes of PDFs, which another browser makes others. Throws
 * when there is not exactly one.
 */
export function mainPart(page: string): string {
  const parts = page.match(/<main\b.*?<\/main>/gs) ?? []
  if (parts.length !== 1) throw new Error(`The page has ${parts.length} main parts`)
  return `${parts.join().replace(/ <span class="size">.*?<\/span>/g, '')}\n`
}
