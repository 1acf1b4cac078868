import { join } from 'node:path'
import { findBrowser } from '../browser/index.ts'
import { packageFolder } from '../files/package-folder.ts'
import { Config, type Organisation } from '../model/organisation.ts'
import { readTemplates } from './load/index.ts'
import { print } from './print/index.ts'
import { recordAssets } from './render/index.ts'
import { stampReport } from './stamp/index.ts'

export interface ReportToPrint {
  readonly title: string
  /** The whole page; its fonts are those of `assets/fonts.css`. */
  readonly html: string
  readonly organisation: Organisation
  /** The day of the report, ISO 8601. */
  readonly on: string
}

/**
 * Prints a page as a tagged PDF to keep (PDF/UA-1 and PDF/A-3a). The same page gives the same bytes. Throws an `OperatorError` when
 * there is no browser.
 *
 * @example
 * ```ts
 * import { openProgramme, printReport } from 'policypack'
 *
 * const { organisation } = await openProgramme({ config: 'org.config.json', entries: [] })
 * const html = '<!doctype html><html lang="en"><title>Report</title><h1>Report</h1><p>All is well.</p></html>'
 * const pdf = await printReport({ title: 'Report', html, organisation, on: '2026-11-29' })
 * console.log(pdf.length > 0 ? 'printed' : 'empty')
 * ```
 */
export async function printReport({
  title,
  html,
  organisation,
  on,
}: ReportToPrint): Promise<Uint8Array> {
  const templates = await readTemplates([join(packageFolder, 'templates')])
  const printed = await print(
    [{ id: 'report', html }],
    recordAssets(templates),
    await findBrowser(),
  )
  const config = Config.parse({ organisation })
  return stampReport(printed.get('report')!, title, {
    ...{ config, templates },
    date: new Date(`${on}T00:00:00Z`),
  })
}
