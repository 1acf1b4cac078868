import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { siteWordsIn, siteWordsScript } from '../../src/contracts/site-words.ts'
import { tables } from '../../src/language/words.ts'

test.each(Object.entries(tables))('the script of the pages has its words in %s', (_, table) => {
  const page = {}
  runInNewContext(siteWordsScript(table), page)
  const words = siteWordsIn(page)
  expect(words['{count} places']).toEqual(table['{count} places'])
  expect(Object.keys(words).length).toBeGreaterThan(0)
})

test('a page without its words speaks English', () => {
  expect(siteWordsIn({})).toEqual({})
})
