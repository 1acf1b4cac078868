import { expect, test } from 'vitest'
import { contrastWithWhite } from '../../src/language/colour.ts'
import { brandCss, printStyles } from '../../src/pack/render/brand.ts'

const colours = [
  '#0b5cad',
  '#ffd400',
  '#fafafa',
  '#ffffff',
  '#000000',
  '#767676',
  '#777777',
  '#ff6600',
]

test.each(colours)('text can be read on %s and, in a shade of it, on white', (colour) => {
  const css = brandCss({ name: 'Fernhill', locale: 'en-GB', colour })
  const of = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? ''
  const [ground, text] = [contrastWithWhite(of('cover')), contrastWithWhite(of('on-cover'))]
  expect(Math.max(ground, text) / Math.min(ground, text)).toBeGreaterThanOrEqual(4.5)
  expect(contrastWithWhite(of('brand-text'))).toBeGreaterThanOrEqual(4.5)
})

test('the style classic stands after that of print', () => {
  const styles = { print: 'p {}', classic: 'q {}', screen: 's {}' }
  expect(printStyles({ organisation: {}, styles })).toEqual(['p {}'])
  expect(printStyles({ organisation: { style: 'plain' }, styles })).toEqual(['p {}'])
  expect(printStyles({ organisation: { style: 'classic' }, styles })).toEqual(['p {}', 'q {}'])
})
