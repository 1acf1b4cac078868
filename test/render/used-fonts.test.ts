import { expect, test } from 'vitest'
import { usedFonts } from '../../src/pack/render/used-fonts.ts'
import { templates } from '../support/templates.ts'

const fonts = { css: templates.styles.fonts ?? '', assets: templates.assets }

function signsFor(page: string): string[] {
  return usedFonts(fonts, [page])
    .assets.filter(({ whenUsed }) => whenUsed)
    .map(({ path }) => path)
}

test('fonts of signs and emoji go along only with pages that have such', () => {
  expect(signsFor('Kites, naïve façades, “quotes”, 10 €')).toEqual([])
  expect(signsFor('A kite 🪁')).toContain('assets/fonts/noto-emoji-OFL.txt')
  expect(signsFor('Done ✓')).toContain('assets/fonts/noto-sans-symbols-2-symbols-400-normal.woff2')
})

test('the style sheet names those that go along, and others always do', () => {
  const { css, assets } = usedFonts(fonts, ['A kite'])
  expect(assets).toEqual(templates.assets.filter(({ whenUsed }) => !whenUsed))
  expect(css).toContain('source-sans-3-vietnamese-400-normal.woff2')
  expect(css).not.toContain('noto-emoji')
  expect(usedFonts(fonts, ['A kite 🪁']).css).toContain('noto-emoji')
})
