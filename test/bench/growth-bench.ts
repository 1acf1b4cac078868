import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKnownForms } from '../../src/forms/gather/known-forms.ts'
import { finishRecords, openStore, readRecords, shelvesIn } from '../../src/forms/keep/index.ts'
import { readForm } from '../../src/forms/read-form.ts'
import { exportRecords, Keeper } from '../../src/forms/record/index.ts'
import type { KeptRecord } from '../../src/model/record.ts'
import { check } from '../../src/pack/check/index.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { load } from '../../src/pack/load/index.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { render } from '../../src/pack/render/index.ts'
import { typeset } from '../../src/pack/typeset/index.ts'
import { draftOf, form, originalOf } from '../keep/support.ts'
import { makeFolder } from '../support/project-copy.ts'
import { growingForms, grownForm } from './growing-forms.ts'
import { type Growing, growingPacks } from './growing-packs.ts'

/** What each stage takes, in milliseconds of the processor. */
type Costs = Record<string, number>

/** Costs below this are mostly chance. */
const TELLING_MS = 40

/**
 * Measures inputs of one, two and four parts in one run: a stage whose cost grows linearly with its input takes about 2 and
 * 4 times as much. What takes far more is marked.
 */
export async function benchGrowth(only: RegExp = /(?:)/): Promise<void> {
  console.log('cost of inputs twice and four times as large, by stage')
  for (const [name, growing] of Object.entries(growingPacks))
    if (only.test(name)) await compare(name, growing.most, (count) => costsOfPack(growing, count))
  const { known } = await knownForms()
  for (const [name, growing] of Object.entries(growingForms))
    if (only.test(name))
      await compare(name, growing.most, async (count) => {
        const bytes = await grownForm(growing, count)
        return costsOf({ read: () => readForm(bytes, { file: 'form.pdf', known }) })
      })
  if (only.test('records of one case'))
    await compare('records of one case', 200, (count) => costsOfRecords(count, () => 'Person'))
  if (only.test('records of many people'))
    await compare('records of many people', 400, (count) =>
      costsOfRecords(count, (index) => `Person ${index}`),
    )
}

async function compare(
  name: string,
  most: number,
  measure: (count: number) => Promise<Costs>,
): Promise<void> {
  await measure(most / 4)
  const [one, two, four] = [await measure(most / 4), await measure(most / 2), await measure(most)]
  const shown = Object.entries(four)
    .filter(([, cost]) => cost >= TELLING_MS)
    .map(([stage, cost]) => {
      const [twice, fourfold] = [(two[stage] ?? 0) / (one[stage] ?? 1), cost / (one[stage] ?? 1)]
      const isMore = cost / (two[stage] ?? 1) > 3 && fourfold > 7
      return `${stage} ${twice.toFixed(1)} ${fourfold.toFixed(1)}${isMore ? ' !' : ''}`
    })
  console.log(`  ${name.padEnd(36)}${shown.join(', ')}`)
}

async function costsOfPack({ body, answers, kind }: Growing, count: number): Promise<Costs> {
  const folder = makeFolder({
    'content/a.md': `---\nid: a\nkind: ${kind ?? 'policy'}\ntitle: A\nversion: 1.0.0\nowner: O\napprover: P\neffective: 2026-01-01\nreview: 2027-01-01\n---\n\n${body(count)}`,
    'org.config.json': JSON.stringify({
      organisation: { name: 'Kite' },
      answers: answers?.(count) ?? {},
    }),
  })
  const costs: Costs = {}
  const measured = measurer(costs)
  const project = await measured('load', () =>
    load({ config: join(folder, 'org.config.json'), contentFolders: [join(folder, 'content')] }),
  )
  await rm(folder, { recursive: true })
  if ('messages' in project) return costs
  const parsed = await measured('parse', () =>
    project.sources.map(parse).filter((document) => document !== undefined),
  )
  const set = await measured('typeset', () =>
    parsed.map((one) => typeset(one, project.config.organisation)),
  )
  const { documents } = await measured('fill', () => fill(set, project, { draft: true }))
  const today = '2026-11-22'
  await measured('check', () => check(documents, project, { today }))
  await measured('render', () => render(documents, project, { draft: true, today, combined: true }))
  return costs
}

async function costsOfRecords(count: number, person: (index: number) => string): Promise<Costs> {
  const dir = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  const keeper = new Keeper({ shelves: shelvesIn(openStore(dir)), now: new Date('2026-11-22') })
  const kept: KeptRecord[] = []
  const costs = await costsOf({
    keep: async () => {
      for (let index = 0; index < count; index += 1)
        await keeper.keep(draftOf(person(index), `Aim ${index}`), originalOf(`${index}.pdf`), {
          form,
          method: 'fields',
        })
    },
    register: () => finishRecords(openStore(dir)),
    'read records': async () => {
      for await (const record of readRecords(dir)) kept.push(record)
    },
    csv: () => exportRecords(kept, 'csv'),
    xlsx: () => exportRecords(kept, 'xlsx'),
  })
  await rm(dir, { recursive: true })
  return costs
}

async function knownForms() {
  const earlier = join(import.meta.dirname, '../earlier-forms')
  const config = join(earlier, 'org.config.json')
  return readKnownForms({ path: join(earlier, 'forms'), isNamed: true }, config)
}

async function costsOf(steps: Readonly<Record<string, () => unknown>>): Promise<Costs> {
  const costs: Costs = {}
  const measured = measurer(costs)
  for (const [name, step] of Object.entries(steps)) await measured(name, step)
  return costs
}

function measurer(costs: Costs) {
  return async <Result>(stage: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    costs[stage] = (user + system) / 1000
    return result
  }
}
