import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../src/index.ts'
import { type PageBlocks, type Piece, readPageBlocks } from './support/page-blocks.ts'
import { makeFolder } from './support/project-copy.ts'
import { samplePack } from './support/sample-pack.ts'

const MM = 72 / 25.4
/** The margins of `print.css`. */
const TOP = 24 * MM
const BOTTOM = 23 * MM
const QUARTER = 0.25

const root = join(import.meta.dirname, '..')

describe.each(['A4', 'Letter'] as const)('on %s', (paper) => {
  const documents = new Map<string, PageBlocks[]>()

  beforeAll(async () => {
    const folder = paper === 'A4' ? await samplePack() : await buildOnLetter()
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf')))
      documents.set(
        name.slice(0, -'.pdf'.length),
        await readPageBlocks(new Uint8Array(readFileSync(join(folder, name)))),
      )
  }, 300_000)

  /** The places in all documents where a rule does not hold. */
  function placesOf(isBad: (page: PageBlocks, index: number) => boolean): string[] {
    return [...documents].flatMap(([id, pages]) =>
      pages.flatMap((page, index) => (isBad(page, index) ? [`${id}, page ${index + 1}`] : [])),
    )
  }

  test('each page is filled to a quarter or more', () => {
    expect(documents.size).toBe(27)
    expect(placesOf((page) => fillOf(page) < QUARTER)).toEqual([])
  })

  test('no page ends with a heading or a caption', () => {
    expect(placesOf(({ pieces }) => /\b(H\d|Caption)\b/.test(pieces.at(-1)?.path ?? ''))).toEqual(
      [],
    )
  })

  test('no row of a table stands alone, and tables of six rows are split evenly or not at all', () => {
    const isTorn = ({ rows, here }: { rows: number; here: number }) =>
      here < rows && here < (rows < 6 ? 2 : 3)
    expect(placesOf(({ tables }) => tables.some(isTorn))).toEqual([])
  })

  test('no signature stands without words or questions above it', () => {
    const isAlone = ({ pieces }: PageBlocks) => {
      const first = pieces.findIndex(({ isSignature }) => isSignature)
      // Its label, and for most the word that it is required, are pieces of their own.
      return first >= 0 && first < 3
    }
    expect(placesOf(isAlone)).toEqual([])
  })

  test('the changes to a document follow a heading on the same page', () => {
    const isAlone = ({ pieces }: PageBlocks) => {
      const caption = pieces.findIndex(({ text }) => text.startsWith('Changes to this document'))
      return caption >= 0 && !pieces.slice(0, caption).some(isHeading)
    }
    expect(placesOf(isAlone)).toEqual([])
  })

  test('the list of contents is followed by text', () => {
    const endsWithContents = ({ pieces }: PageBlocks) => /\bTOCI?\b/.test(pieces.at(-1)?.path ?? '')
    // The pack has pages with nothing but a list: its own contents, and those of each group.
    expect(placesOf(endsWithContents).filter((place) => !place.startsWith('pack,'))).toEqual([])
  })

  test('the mentoring contract has three pages, with the signatures beside the words that they sign', () => {
    const pages = documents.get('mentoring-contract') ?? []
    const words = 'We have read this contract and the policy that it comes under'
    expect(pages).toHaveLength(3)
    expect(pages.at(-1)?.pieces.some(({ text }) => text.startsWith(words))).toBe(true)
    expect(pages.at(-1)?.pieces.filter(({ isSignature }) => isSignature)).toHaveLength(2)
  })

  test('a document has the same pages in the pack as by itself', () => {
    const ofPack = (documents.get('pack') ?? []).map(endOf)
    for (const [id, pages] of documents) {
      const ends = pages.map(endOf)
      const starts = ofPack.flatMap((end, index) => (end === ends[0] ? [index] : []))
      const found = starts.map((start) => ofPack.slice(start, start + ends.length))
      expect(found, id).toContainEqual(ends)
    }
  })
})

async function buildOnLetter(): Promise<string> {
  const config = JSON.parse(readFileSync(join(root, 'org.config.json'), 'utf8'))
  const folder = makeFolder()
  const path = join(folder, 'org.config.json')
  const organisation = { ...config.organisation, locale: 'en-US' }
  writeFileSync(path, JSON.stringify({ ...config, organisation }))
  const { out } = await build({ config: path })
  return out
}

/** How far down a page has text or fields, from 0 to 1. */
function fillOf({ height, pieces }: PageBlocks): number {
  const lowest = Math.min(...pieces.map(({ bottom }) => bottom))
  return (height - TOP - lowest) / (height - TOP - BOTTOM)
}

function isHeading({ path }: Piece): boolean {
  return /\bH\d\b/.test(path)
}

/** The last words of a page. */
function endOf({ pieces }: PageBlocks): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '')
    .slice(-80)
}
