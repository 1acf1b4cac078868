import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type FormRead, readForm } from '../../src/forms/read-form.ts'
import type { KnownForms } from '../../src/model/extraction.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { answersFor } from '../support/answers.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'
import { mutate, seededRandom } from './support/mutate.ts'
import { hasQpdf, qpdf } from './support/qpdf.ts'

const pack = await samplePack()
const definitions = definitionsIn(pack)
const known: KnownForms = { definitions, publishedHashes: new Set() }
const form = definitions.find(({ id }) => id === 'participant-feedback')!
const blank = new Uint8Array(readFileSync(join(pack, `${form.id}.pdf`)))
const runs = 150

/** Texts that stand as they are in a file that is not compressed, so that damage to them can be told from other damage. */
const first = answers('A')
const second = answers('B')
const files = new Map<string, Uint8Array>()

beforeAll(async () => {
  const once = await pdfjs.fill(blank, first)
  const twice = await pdfjs.fill(once, second)
  files.set('changed once', twice)
  if (pdftk.available()) files.set('written anew', await pdftk.fill(twice, second))
  if (!hasQpdf) return
  files.set('packed', qpdf(twice, ['--object-streams=generate']))
  files.set('linearized', qpdf(twice, ['--linearize']))
  files.set(
    'encrypted',
    qpdf(twice, ['--object-streams=generate', '--encrypt', '', 'owner', '256', '--']),
  )
})

test.for(['changed once', 'written anew', 'packed', 'linearized', 'encrypted'])(
  'a form that was %s and damaged at random is never taken for a whole one with other answers',
  async (name, { skip }) => {
    const file = files.get(name) ?? skip()
    const { values, status } = (await read(file))!.draft
    expect(status).toBe('complete')
    let whole = 0
    for (let seed = 0; seed < runs; seed++) {
      const damaged = mutate(file, seededRandom(seed))
      const result = await read(damaged)
      if (!result || result.draft.status === 'incomplete' || hasOtherTexts(damaged, file)) continue
      whole += 1
      expect(result.draft.values, `seed ${seed}`).toEqual(values)
    }
    // Were every damaged file taken for incomplete, nothing would have been compared.
    expect(whole).toBeGreaterThan(0)
  },
)

async function read(bytes: Uint8Array): Promise<FormRead | undefined> {
  const result = await readForm(bytes, { file: 'form.pdf', known })
  return result.status === 'read' ? result : undefined
}

/** Other answers for another mark, each of them once in the file. */
function answers(mark: 'A' | 'B'): Entry[] {
  const day = mark === 'A' ? 1 : 0
  return answersFor(form).map((entry, index): Entry => {
    const field = form.fields.find(({ name }) => name === entry.name)
    if (entry.kind === 'radio') return radio(entry.name, day)
    if (entry.kind !== 'text') return entry
    if (field?.type === 'date') return { ...entry, value: `2027-03-1${day}` }
    if (field?.type === 'number') return { ...entry, value: `${day + 1}${index}` }
    return { ...entry, value: `${mark}text${index}${mark}` }
  })
}

function radio(name: string, place: number): Entry {
  const { state = '', rect } = form.widgets.filter((widget) => widget.name === name)[place]!
  return { name, kind: 'radio', state, rect }
}

/** Whether the damage hit an answer itself, which nobody can see where it is not compressed. */
function hasOtherTexts(damaged: Uint8Array, file: Uint8Array): boolean {
  const [before, after] = [file, damaged].map((bytes) => Buffer.from(bytes).toString('latin1'))
  return second.some(
    (entry) =>
      entry.kind === 'text' &&
      before!.includes(entry.value) &&
      before!.split(entry.value).length !== after!.split(entry.value).length,
  )
}
