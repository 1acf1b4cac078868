import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decide } from '../../src/forms/paper/index.ts'
import { build } from '../../src/index.ts'
import { fillIn, type Habit, type Person, printPages, withoutMarks } from '../paper/completed.ts'
import { judge, type Verdict, verdicts } from '../paper/judge.ts'
import { formIn, readAll, startReader } from '../paper/reader.ts'
import { pdfOf, scan, scanners } from '../paper/scan.ts'

const FORMS = [
  'training-record',
  'coaching-competency-assessment',
  'equality-monitoring',
  'mentoring-contract',
]
const beside: readonly Habit[] = [
  'tick to the left',
  'cross to the left',
  'hook to the left',
  'tick above',
  'tick on words',
  'letter beside',
  'careless tick',
]
const PEOPLE: readonly Person[] = [
  { pen: 'ballpoint', habit: 'tick' },
  { pen: 'black', habit: 'cross' },
  { pen: 'fineliner', habit: 'tick' },
  { pen: 'gel', habit: 'scribble' },
  { pen: 'worn', habit: 'cross' },
  { pen: 'marker', habit: 'tick' },
  { pen: 'pencil', habit: 'cross' },
  { pen: 'blue felt tip', habit: 'tick', size: 1.5 },
  { pen: 'red', habit: 'cross' },
  { pen: 'dry ballpoint', habit: 'tick' },
  { pen: 'green', habit: 'slash' },
  { pen: 'blue ballpoint', habit: 'small tick' },
  { pen: 'black', habit: 'circle' },
  { pen: 'ballpoint', habit: 'corrected' },
  { pen: 'gel', habit: 'circle around words' },
  { pen: 'fineliner', habit: 'others struck out' },
  { pen: 'gel', habit: beside, where: ['within', 'above', 'right'] },
  { pen: 'blue ballpoint', habit: beside, where: ['within', 'above', 'below'] },
  { pen: 'black', habit: beside },
  { pen: 'ballpoint', habit: ['large tick', 'large cross', 'hooked tick'] },
]
/** Habits of which nothing certain can be said. */
const UNCLEAR: readonly Habit[] = [
  'scribble',
  'circle',
  'corrected',
  'circle around words',
  'others struck out',
]

interface Tally {
  pages: number
  identified: number
  /** First pages whose marks were erased, and those of them that were known by their print. */
  erased: number
  byPrint: number
  readonly questions: Record<Verdict, number>
  seconds: number
}

/**
 * How much of forms that were filled in by pen is read, by how they were scanned. All of it is simulated: no scanner, pen or hand
 * was used.
 *
 * @param rounds how many people fill in each form for each scanner
 */
export async function benchPaper(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'policypack-paper-'))
  const config = join(folder, 'org.config.json')
  const out = join(folder, 'out')
  copyFileSync(join(import.meta.dirname, '../../org.config.json'), config)
  await build({ config, out, only: FORMS, combined: false })
  const reader = await startReader()
  const forms = FORMS.map((id) => formIn(out, id, reader))
  const printed = new Map<string, Awaited<ReturnType<typeof printPages>>>()
  for (const { definition, pdf } of forms) printed.set(definition.id, await printPages(pdf))
  const byScanner = new Map<string, Tally>()
  const byPerson = new Map<string, Tally>()
  const byKind = new Map<string, Tally>()
  let seed = 0
  for (const scanner of scanners)
    for (let round = 0; round < rounds; round++) {
      const person = PEOPLE[seed % PEOPLE.length]!
      const form = forms[seed % forms.length]!
      seed++
      const { pages, meant } = fillIn(
        printed.get(form.definition.id)!,
        form.definition,
        person,
        seed,
      )
      const shots = []
      for (const [index, page] of pages.entries())
        shots.push(await scan(page, scanner, 100 * seed + index))
      const pdf = await pdfOf(shots)
      const old = await pdfOf([await scan(withoutMarks(pages[0]!), scanner, 100 * seed)])
      const before = process.cpuUsage()
      const read = await readAll(reader, pdf, forms)
      const { user, system } = process.cpuUsage(before)
      const found = read.filter((page) => page.is === 'page')
      const { hash } = form.definition
      const isKnown = (page: (typeof read)[number]): boolean =>
        page.is === 'page' && page.page === 0 && hash.startsWith(page.hash)
      const byPrint = (await readAll(reader, old, forms)).filter(isKnown).length
      const readings = decide(form.definition, found)
      const isGood = scanner.dpi >= 150 && scanner.depth !== 'bilevel'
      const kind = kindOf(person)
      const keys = [
        [byScanner, scanner.name],
        [byPerson, `${person.pen}, ${person.habit === beside ? 'beside' : person.habit}`],
        [byKind, isGood ? `150 dpi or more: ${kind}` : 'coarser, or black and white'],
      ] as const
      for (const [tallies, key] of keys) {
        const tally = tallies.get(key) ?? empty()
        tallies.set(key, tally)
        tally.pages += pages.length
        tally.identified += found.length
        tally.erased += 1
        tally.byPrint += byPrint
        tally.seconds += (user + system) / 1e6
        for (const one of meant) tally.questions[judge(one, readings)]++
      }
    }
  rmSync(folder, { recursive: true })
  console.log('\nForms filled in by pen, simulated: what is read of them')
  for (const tallies of [byScanner, byPerson, byKind]) print(tallies)
  console.log(
    `at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, drawing the pictures included`,
  )
}

function kindOf({ habit }: Person): string {
  if (habit === beside) return 'beside boxes and lines'
  return UNCLEAR.some((one) => one === habit) ? 'corrected, filled, circled' : 'ticks, crosses'
}

function empty(): Tally {
  const questions = Object.fromEntries(verdicts.map((one) => [one, 0])) as Record<Verdict, number>
  return { pages: 0, identified: 0, erased: 0, byPrint: 0, questions, seconds: 0 }
}

function print(tallies: ReadonlyMap<string, Tally>): void {
  console.log(['', 'pages', 'known', 'by print', ...verdicts, 's a page'].map(cell).join(''))
  for (const [name, { pages, identified, erased, byPrint, questions, seconds }] of tallies) {
    const known = `${byPrint}/${erased}`
    const numbers = [pages, identified, known, ...verdicts.map((one) => questions[one])]
    console.log([name, ...numbers, (seconds / pages).toFixed(1)].map(cell).join(''))
  }
}

function cell(value: string | number, index: number): string {
  return index === 0 ? String(value).padEnd(32) : String(value).padStart(13)
}
