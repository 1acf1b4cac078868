import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDefinition } from '../../src/contracts/definition.ts'
import { roomFor } from '../../src/contracts/room.ts'
import { type Slot, slotsByName } from '../../src/contracts/slot.ts'
import { extract } from '../../src/forms/extract.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { pdfium } from '../fillers/pdfium.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { poppler } from '../fillers/poppler.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const form = definitionOf('mentoring-withdrawal')
const blank = readFileSync(join(pack, `${form.id}.pdf`))
const names = ['person.name', 'request.reasons', 'request.outcomeWanted']
  .map((name) => slotsByName(form.fields).get(name))
  .filter((slot) => slot !== undefined)
const words = 'She leads the weekly review of open orders, and writes down what went well. '

describe.each([pdfium, pdfjs, poppler, pdftk].filter((filler) => filler.available()))(
  'in $name',
  (filler) => {
    test('an answer is kept whole, and told where its box shows a part or very small letters', async () => {
      const { kept, told } = await filledIn(4)
      expect(kept).toEqual(names.map((slot) => answerTo(slot, 4)))
      expect(told).toEqual(names.filter(isTold).map(({ name }) => name))
    })

    // pdf.js makes automatic type too large for the lines that it breaks, and cuts the last of them.
    test.skipIf(filler === pdfjs)('an answer of the length that the form names fits', async () => {
      expect((await filledIn(1)).told).toEqual([])
    })

    /** Without a drawing nobody knows what a line shows that scrolls. */
    function isTold({ field: { type } }: Slot): boolean {
      return filler !== pdftk || type === 'multiline'
    }

    async function filledIn(times: number) {
      const entries = names.map((slot) => ({
        name: slot.name,
        kind: 'text' as const,
        value: answerTo(slot, times),
      }))
      const read = extract(await filler.fill(new Uint8Array(blank), entries), {
        file: 'completed.pdf',
        known: { definitions: [form], publishedHashes: new Set([form.hash]) },
      })
      if (read.status === 'unreadable') throw new Error(read.messages[0]?.message)
      return {
        kept: names.map(({ name }) => read.values.get(name)?.texts[0]),
        told: read.messages.filter(({ rule }) => rule === 'value-cut-off').map((m) => m.field),
      }
    }
  },
)

/** A text so many times as long as there is room for. */
function answerTo(slot: Slot, times: number): string {
  const [left = 0, bottom = 0, right = 0, top = 0] =
    form.widgets.find(({ name }) => name === slot.name)?.rect ?? []
  const box = { width: right - left, height: top - bottom, typeSize: 11 }
  const length = times * roomFor(slot, box)
  return words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim()
}

function definitionOf(id: string): FormDefinition {
  const form = readDefinition(
    JSON.parse(readFileSync(join(pack, 'forms', `${id}.form.json`), 'utf8')),
  )
  if (!form) throw new Error(`There is no definition of ${id}`)
  return form
}
