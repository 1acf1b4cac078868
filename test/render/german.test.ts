import { join } from 'node:path'
import { expect, test } from 'vitest'
import { slotsOf } from '../../src/contracts/slot.ts'
import { tooltipOf } from '../../src/contracts/tooltip.ts'
import { ofOne } from '../../src/language/words/english.ts'
import { german } from '../../src/language/words/german.ts'
import { prepare } from '../../src/pack/prepare.ts'
import { render } from '../../src/pack/render/index.ts'

const folder = join(import.meta.dirname, '../fixtures/german-organisation')

/** Texts of the English table that German has other words for, as patterns of a whole text or, of a sentence, of any part. */
const sentences = [...Object.keys(german), ...Object.values(ofOne)].flatMap((word) => {
  const isAlike = Object.values(german).some((text) => text === word)
  const pattern = word
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.?()]/g, '\\$&'))
    .join('.+')
  if (isAlike || !/\p{L}{3}/u.test(word)) return []
  return new RegExp(word.split(' ').length > 2 ? pattern : `^${pattern}$`)
})
/** Words by which English is known that no table has. */
const FUNCTION_WORDS = /\b(?:the|and|this|that|you|your|which|with|from|of|to|are|is|it|not|by)\b/i

test.each([
  ['a finished pack', false],
  ['a draft', true],
])('pages and forms of %s in German hold no English', async (_, draft) => {
  const { documents, project } = await prepare({
    ...{
      config: join(folder, 'org.config.json'),
      contentFolders: [join(folder, 'content')],
      draft,
    },
  })
  if (!project) throw new Error('There is no project')
  const pack = render(documents, project, {
    ...{ draft, today: '2029-01-01', combined: true, archive: 'alles.zip' },
  })
  const box = { width: 200, height: 20, typeSize: 10 }
  const tooltips = documents.flatMap(({ fields }) =>
    slotsOf(fields).map((slot) => tooltipOf(slot, { locale: 'de-DE', box })),
  )
  const pages = [
    ...pack.pages.flatMap(({ screen, print }) => [screen, print]),
    ...[pack.index, pack.register, pack.import, pack.combined?.(new Map()).html ?? ''],
  ]
  const texts = new Set([...pages.flatMap(textsOf), ...tooltips, pack.title])
  expect(texts.size).toBeGreaterThan(100)
  expect([...texts].filter(isEnglish)).toEqual([])
})

function isEnglish(text: string): boolean {
  return FUNCTION_WORDS.test(text) || sentences.some((pattern) => pattern.test(text))
}

/** Each text of a page by itself, those of attributes that people read or hear as well. */
function textsOf(page: string): string[] {
  const plain = page
    .replace(/<(style|script|code)\b.*?<\/\1>/gs, '')
    .replace(
      /<meta name="(?:viewport|color-scheme|robots|referrer)"[^>]*>|<meta http-equiv[^>]*>/g,
      '',
    )
  const attributes = plain.matchAll(
    / (?:alt|title|aria-label|aria-description|placeholder|data-label|content)="([^"]*)"/g,
  )
  return [...plain.split(/<[^>]*>/), ...Array.from(attributes, ([, text = '']) => text)]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}
