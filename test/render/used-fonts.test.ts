import { expect, test } from 'vitest'
import { usedFonts } from '../../src/pack/render/used-fonts.ts'
import { templates } from '../support/templates.ts'

const css = templates.styles.fonts ?? ''

function signsFor(page: string): string[] {
  return usedFonts(templates.assets, { css, pages: [page] })
    .filter(({ whenUsed }) => whenUsed)
    .map(({ path }) => path)
}

test('fonts of signs and emoji go along only with pages that have such', () => {
  expect(signsFor('Kites, naïve façades, “quotes”, 10 €')).toEqual([])
  expect(signsFor('A kite 🪁')).toContain('assets/fonts/noto-emoji-OFL.txt')
  expect(signsFor('Done ✓')).toContain('assets/fonts/noto-sans-symbols-2-symbols-400-normal.woff2')
})

test('other fonts always do', () => {
  const always = templates.assets.filter(({ whenUsed }) => !whenUsed)
  expect(usedFonts(templates.assets, { css, pages: [''] })).toEqual(always)
})
