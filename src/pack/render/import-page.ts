import { IMPORT_PAGE } from '../../contracts/import-page.ts'
import { ANONYMOUS_ENDING, endings } from '../../contracts/import-words.ts'
import type { PackContext } from './document-values.ts'
import { siteValues } from './site.ts'

/** The page with which HR reads completed forms; no other page leads to it. */
export function importPage(pack: PackContext): string {
  const description = `For HR: completed forms of ${pack.organisation.name} become records, on this computer.`
  return pack.fillLayout('import', {
    ...siteValues({ path: IMPORT_PAGE, title: 'Import completed forms', description }, pack),
    private: true,
    endings: Object.entries(endings).map(([status, meaning]) => ({ status, meaning })),
    anonymousEnding: ANONYMOUS_ENDING,
  })
}
