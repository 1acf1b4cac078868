import type { Element, ElementContent } from 'hast'
import type { Chart, FigureCell, FigureTable } from '../figures/index.ts'

const WIDTH = 640
/** Room for the words beside the bars. */
const LABELS = 210
/** Room for their names where there are several to a row. */
const SERIES = 130
const BAR = 22
/** What stands where there are too few people. */
export const FEW = 'too few to show'

interface Point {
  readonly row: string
  readonly series: string
  /** As the table has it, and the number in that. */
  readonly text: string
  readonly value: number | null
}

/**
 * Draws the numbers of a table as SVG, without colours: each bar and point has its number beside it, and bars are named rather than
 * patterned. The library is loaded when the first chart is drawn.
 */
export async function drawChart(table: FigureTable, chart: Chart): Promise<Element> {
  const points = table.rows.flatMap((row) =>
    chart.columns.map((column): Point => {
      const value = row[column] ?? null
      return {
        row: String(row[0]),
        series: table.columns[column] ?? '',
        text: String(value ?? 'too few'),
        value: numberIn(value),
      }
    }),
  )
  const [Plot, { parseHTML }] = await Promise.all([
    import('@observablehq/plot'),
    import('linkedom'),
  ])
  const { document } = parseHTML('<html><body></body></html>')
  const options = { document, width: WIDTH, className: 'plot' }
  const text = (point: Point): string => point.text
  const rows = table.rows.map(([row]) => String(row))
  const isFaceted = chart.kind === 'line' && chart.columns.length > 1
  const most = chart.most ?? Math.max(1, ...points.map(({ value }) => value ?? 0))
  const drawn =
    chart.kind === 'line'
      ? Plot.plot({
          ...options,
          ...{ height: isFaceted ? 60 + chart.columns.length * 110 : 240, marginTop: 30 },
          ...{ marginBottom: 40, marginLeft: isFaceted ? LABELS : 50, marginRight: 50 },
          x: { label: null, domain: rows, type: 'point' },
          y: { label: chart.label, domain: [0, most], grid: true },
          fy: {
            label: null,
            domain: [...new Set(points.map(({ series }) => series))],
            padding: 0.35,
          },
          marks: [
            Plot.axisX({ lineWidth: isFaceted ? 8 : 12, fontSize: 12 }),
            ...(isFaceted
              ? [Plot.axisFy({ anchor: 'left', lineWidth: 12, fontSize: 12, dx: -40 })]
              : []),
            Plot.axisY({ fontSize: 12, ticks: isFaceted ? 2 : 4, label: chart.label }),
            Plot.line(points, {
              ...{ x: 'row', y: 'value', ...(isFaceted && { fy: 'series' }) },
              ...{ stroke: 'currentColor', strokeWidth: 2 },
            }),
            Plot.dot(points, {
              ...{ x: 'row', y: 'value', ...(isFaceted && { fy: 'series' }) },
              ...{ fill: 'currentColor', r: 4 },
            }),
            Plot.text(points, {
              ...(isFaceted && { fy: 'series' }),
              x: 'row',
              y: (one: Point) => one.value ?? 0,
              text,
              dy: -14,
              fontSize: 13,
            }),
          ],
        })
      : Plot.plot({
          ...options,
          height: 30 + table.rows.length * (chart.columns.length * BAR + 14),
          ...{ marginLeft: LABELS + (chart.columns.length > 1 ? SERIES : 0), marginRight: 110 },
          ...{ marginTop: 24, marginBottom: 6 },
          x: { label: chart.label, domain: [0, most], axis: null },
          y: { label: null, domain: [...new Set(points.map(({ series }) => series))], axis: null },
          fy: { label: null, domain: rows, axis: null, padding: 0.2 },
          marks: [
            Plot.axisFy({
              ...{ anchor: 'left', lineWidth: 16, fontSize: 12 },
              dx: chart.columns.length > 1 ? -SERIES : 0,
            }),
            ...(chart.columns.length > 1
              ? [Plot.axisY({ anchor: 'left', tickSize: 0, fontSize: 12, label: null })]
              : []),
            Plot.barX(points, {
              ...{ x: 'value', y: 'series', fy: 'row', fill: 'currentColor' },
              fillOpacity: (one: Point) => (one.series === points[0]?.series ? 0.75 : 0.4),
            }),
            Plot.text(points, {
              ...{ x: (one: Point) => one.value ?? 0, y: 'series', fy: 'row', text },
              ...{ textAnchor: 'start', dx: 6, fontSize: 12 },
            }),
            Plot.ruleX([0]),
          ],
        })
  const svg = asHast(drawn as unknown as DomNode)
  if (svg?.type !== 'element') throw new Error('The chart is no element')
  const { width, height, ...properties } = svg.properties
  return {
    ...svg,
    properties: {
      ...properties,
      class: 'chart',
      role: 'img',
      'aria-label': `${table.caption}, drawn. ${spoken(table, chart)}`,
    },
  }
}

/** What a chart shows, for those who hear it. */
function spoken({ rows, columns }: FigureTable, chart: Chart): string {
  const said = (cell: FigureCell | undefined): string => String(cell ?? FEW)
  return rows
    .map((row) => {
      const values = chart.columns.map((column) =>
        chart.columns.length > 1 ? `${columns[column]} ${said(row[column])}` : said(row[column]),
      )
      return `${said(row[0])}: ${values.join(', ')}.`
    })
    .join(' ')
}

/** What is needed of the elements of a document. */
interface DomNode {
  readonly nodeType: number
  readonly localName: string
  readonly textContent: string | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly childNodes: Iterable<DomNode>
}

const ELEMENT = 1
const TEXT = 3

/** The elements of a drawing; styles of its own are none, as the page has them. */
function asHast(node: DomNode): ElementContent | undefined {
  // The space keeps one text from the next where somebody copies them, or hears them.
  if (node.nodeType === TEXT) return { type: 'text', value: `${node.textContent ?? ''} ` }
  if (node.nodeType !== ELEMENT || node.localName === 'style') return undefined
  const attributes = [...node.attributes].filter(
    ({ name }) => !/^(?:style|xmlns|aria-label|aria-description)(?::|$)/.test(name),
  )
  return {
    type: 'element',
    tagName: node.localName,
    properties: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    children: [...node.childNodes].flatMap((child) => asHast(child) ?? []),
  }
}

/** The number in a cell such as `at least 80%` or `4.5 or more`. */
function numberIn(cell: FigureCell): number | null {
  const digits = /\d+(?:\.\d+)?/.exec(String(cell ?? ''))?.[0]
  return digits === undefined ? null : Number(digits)
}
