import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { dateInWords } from '../../language/date.ts'
import type { FigureCell, Section } from '../figures/index.ts'
import { quartersBefore } from '../figures/index.ts'
import type { Situation } from '../situation/index.ts'
import { drawChart, FEW } from './chart.ts'
import { type PageContent, tableOf } from './page.ts'

/** The page for management: figures, and no names. */
export async function managementPage(
  { organisation, on }: Situation,
  sections: readonly Section[],
): Promise<PageContent> {
  const quarters = quartersBefore(on)
  const parts: ElementContent[][] = []
  for (const section of sections) parts.push(await sectionOf(section))
  return {
    title: 'Report to management',
    organisation,
    body: [
      h('header', [
        h('h1', 'Report to management'),
        h(
          'p',
          `${organisation.name}: peer support, coaching and mentoring, ${dateInWords(quarters[0]!.from)} to ${dateInWords(quarters.at(-1)!.to)}.`,
        ),
        h('p.quiet', [
          `No figure is of fewer than five people; “${FEW}” stands also for figures from which one could be worked out. `,
          'Counts of people are to the nearest five, so that no two reports tell of somebody who came or went between them. Figures are of quarters that are over.',
        ]),
      ]),
      h('main', parts.flat()),
    ],
  }
}

async function sectionOf({ id, title, text, tables }: Section): Promise<ElementContent[]> {
  const drawn: ElementContent[] = []
  for (const table of tables) {
    if (table.rows.every(([, ...cells]) => cells.every((cell) => cell === null))) {
      drawn.push(h('p', [h('strong', table.caption), ': ', h('span.few', FEW), '.']))
      continue
    }
    const isKnown = table.rows.some((row) =>
      table.chart?.columns.some((column) => row[column] !== null),
    )
    if (table.chart && isKnown) drawn.push(await drawChart(table, table.chart))
    drawn.push(
      tableOf(
        table.caption,
        table.columns.map((column) => column || 'What'),
        table.rows.map((row) => row.map(cellOf)),
      ),
    )
    if (table.note) drawn.push(h('p.quiet', table.note))
  }
  return [h('section', { id }, [h('h2', title), ...text.map((one) => h('p', one)), ...drawn])]
}

function cellOf(cell: FigureCell): string | ElementContent[] {
  return cell === null ? [h('span.few', FEW)] : String(cell)
}
