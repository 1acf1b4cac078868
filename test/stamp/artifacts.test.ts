import { expect, test } from 'vitest'
import { markArtifacts } from '../../src/pack/stamp/content/artifacts.ts'

function mark(content: string, discard: number[] = []) {
  const marked = markArtifacts(Buffer.from(content), new Set(discard))
  return { content: Buffer.from(marked.content).toString(), kept: [...marked.kept] }
}

test.each([
  ['untagged text', 'BT (a) Tj ET', '/Artifact BMC\nBT (a) Tj ET\nEMC'],
  ['untagged path', 'q 0 0 m 9 9 l S Q', 'q /Artifact BMC\n0 0 m 9 9 l S\nEMC Q'],
  ['untagged picture', '/X1 Do', '/Artifact BMC\n/X1 Do\nEMC'],
  ['clip that paints nothing', '0 0 9 9 re W n', '0 0 9 9 re W n'],
  ['text that is an artifact', '/Artifact BMC BT (a) Tj ET EMC', '/Artifact BMC BT (a) Tj ET EMC'],
  [
    'untagged text in a plain sequence',
    '/X BMC BT (a) Tj ET EMC',
    '/X BMC /Artifact BMC\nBT (a) Tj ET\nEMC EMC',
  ],
])('marks %s', (_, content, expected) => {
  expect(mark(content)).toEqual({ content: expected, kept: [] })
})

test('keeps tagged text and pictures', () => {
  const content = '/P <</MCID 0 >>BDC BT (EMC) Tj ET EMC /Figure <</MCID 1>> BDC 0 0 9 9 re f EMC'
  expect(mark(content)).toEqual({ content, kept: [0, 1] })
})

test('keeps a box to tick by pen', () => {
  const content = '/Form <</MCID 0 >>BDC 0 0 9 9 re S EMC'
  expect(mark(content)).toEqual({ content, kept: [0] })
})

test('makes an artifact of a tagged border and of what is discarded', () => {
  const content = '/Link <</MCID 0 >>BDC 0 0 9 9 re S EMC /Link <</MCID 1 >>BDC BT (a) Tj ET EMC'
  const expected = '/Artifact BMC 0 0 9 9 re S EMC /Artifact BMC BT (a) Tj ET EMC'
  expect(mark(content, [1])).toEqual({ content: expected, kept: [] })
})

test('leaves the characters of joined letters inside their text object', () => {
  const content = 'BT /Span <</ActualText <FEFF0645>>> BDC (a) Tj EMC ET'
  expect(mark(content)).toEqual({ content: `/Artifact BMC\n${content}\nEMC`, kept: [] })
  const tagged = `/P <</MCID 0>> BDC ${content} EMC`
  expect(mark(tagged)).toEqual({ content: tagged, kept: [0] })
})

test('does not guess about inline images', () => {
  expect(() => mark('BI /W 1 ID x EI')).toThrow('inline image')
})

test('does not guess about what is no content', () => {
  expect(() => mark('BT (a Tj ET')).toThrow('syntax')
})
