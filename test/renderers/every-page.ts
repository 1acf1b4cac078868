import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pdfjs } from '../fillers/pdfjs.ts'
import { definitionsIn } from '../support/definitions.ts'
import { filesIn } from '../support/files-in.ts'
import { printableAnswers } from '../support/printable-answers.ts'
import { samplePack } from '../support/sample-pack.ts'
import { compare } from './compare.ts'
import { pdfium } from './pdfium.ts'
import type { Renderer } from './renderer.ts'

/** Square millimetres: less than a letter, and more than any page of the pack was ever seen to differ. */
export const TOLERATED = 0.5

const pack = await samplePack()

/**
 * Declares the tests that compare each page of these files of the sample pack, by default all, and of its forms filled
 * in, with PDFium's.
 */
export function testEveryPage(renderer: Renderer, isCompared = (_path: string) => true): void {
  describe.skipIf(!renderer.available())(`PDFium and ${renderer.name} show the same`, () => {
    const documents = filesIn(pack).filter((path) => path.endsWith('.pdf'))
    test.each(documents.filter(isCompared))('%s', async (path) => {
      expect(await differences(readPack(path), renderer)).toEqual([])
    })

    test.each(definitionsIn(pack))('$id, filled in', async (form) => {
      const filled = await pdfjs.fill(readPack(`${form.id}.pdf`), printableAnswers(form))
      expect(await differences(filled, renderer)).toEqual([])
    })
  })
}

function readPack(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(pack, path)))
}

async function differences(pdf: Uint8Array, renderer: Renderer): Promise<string[]> {
  const found: string[] = []
  const others = renderer.pictures(pdf)
  let page = 0
  for await (const picture of pdfium.pictures(pdf)) {
    page += 1
    const { value: other } = await others.next()
    const { area, box } = compare(picture, other)
    if (area > TOLERATED) found.push(`page ${page}: ${area.toFixed(2)} mm² within ${box} mm`)
  }
  expect(await others.next()).toMatchObject({ done: true })
  return found
}
