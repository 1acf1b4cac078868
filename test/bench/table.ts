import { readFileSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'
import { findBrowser } from '../../src/browser/index.ts'
import { version } from '../../src/contracts/version.ts'

/** One thing in relation to another that was measured beside it, in the same run. */
export interface Row {
  readonly part: string
  readonly what: string
  readonly to: string
  readonly ratio: number
  /** More of it is better; of times less is. */
  readonly isShare?: boolean
}

/** Puts a row into the table. */
export type Add = (what: string, to: string, ratio: number, more?: Pick<Row, 'isShare'>) => void

/** What was measured, where, with what and when. */
export interface Measured {
  readonly machine: string
  readonly versions: string
  readonly date: string
  readonly rows: readonly Row[]
}

/** A time may be so much longer than it was before somebody is told: machines differ, and have other things to do. */
const TOLERANCE = 1.3
const baseline = new URL('baseline.json', import.meta.url)

/** The rows with what they were measured on. */
export async function measuredHere(rows: readonly Row[]): Promise<Measured> {
  const browser = await findBrowser()
  const memory = Math.round(totalmem() / 2 ** 30)
  return {
    machine: `${cpus()[0]?.model.trim() ?? arch()}, ${availableParallelism()} cores, ${memory} GB, ${platform()}`,
    versions: `policypack ${version}, Node.js ${process.versions.node}, ${browser.version}`,
    date: new Date().toISOString().slice(0, 10),
    rows,
  }
}

/** The table for people. */
export function tableOf({ machine, versions, date, rows }: Measured): string {
  const before = readBaseline()
  const widths = (['part', 'what', 'to'] as const).map((key) =>
    Math.max(...rows.map((row) => row[key].length)),
  )
  const lines = rows.map((row) => {
    const cells = [row.part, row.what, row.to].map((text, index) => text.padEnd(widths[index] ?? 0))
    const was = before[keyOf(row)]
    const mark = isWorse(row, was) ? `  was ${was?.toFixed(2)}` : ''
    return `${cells[0]}  ${cells[1]}  ÷ ${cells[2]}  ${row.ratio.toFixed(2).padStart(7)}${mark}`
  })
  return [`${machine}; ${versions}; ${date}`, ...lines].join('\n')
}

/** What is worse than in the table that is kept, as warnings for people, and for GitHub where it runs this. */
export function warningsOf(rows: readonly Row[]): string[] {
  const before = readBaseline()
  const start = process.env.GITHUB_ACTIONS ? '::warning::' : 'Warning: '
  return rows.flatMap((row) => {
    const was = before[keyOf(row)]
    return isWorse(row, was)
      ? [`${start}${keyOf(row)} is ${row.ratio.toFixed(2)}, and was ${was?.toFixed(2)}`]
      : []
  })
}

/** Keeps these rows for others to be compared with, beside those of other parts. */
export function keepAsBaseline(rows: readonly Row[]): void {
  const kept = rows.map((row) => [keyOf(row), Math.round(row.ratio * 1000) / 1000])
  const all = { ...readBaseline(), ...Object.fromEntries(kept) }
  writeFileSync(baseline, `${JSON.stringify(all, undefined, 2)}\n`)
}

function readBaseline(): Readonly<Record<string, number>> {
  return JSON.parse(readFileSync(baseline, 'utf8'))
}

function keyOf({ part, what, to }: Row): string {
  return `${part}: ${what} ÷ ${to}`
}

function isWorse({ ratio, isShare }: Row, was: number | undefined): boolean {
  if (was === undefined) return false
  return isShare ? ratio < was - 0.001 : ratio > was * TOLERANCE
}
