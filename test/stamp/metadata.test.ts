import { expect, test } from 'vitest'
import { dateOf } from '../../src/pack/stamp/metadata/date.ts'
import { srgbProfile } from '../../src/pack/stamp/metadata/srgb-profile.ts'
import { xmpPacket } from '../../src/pack/stamp/metadata/xmp.ts'
import { sampleForm } from './sample.ts'

const change = (date: string) => ({ date, reason: 'First issue', author: 'Owner' })

test.each([
  [
    'the day it takes effect',
    { effective: '2026-12-01', changes: [change('2026-11-01')] },
    '2026-12-01',
  ],
  [
    'the last change',
    { effective: 'soon', changes: [change('2026-01-01'), change('2026-11-01')] },
    '2026-11-01',
  ],
  ['a fixed day', { effective: 'soon', changes: [] }, '2000-01-01'],
])('dates a document by %s', (_, meta, expected) => {
  expect(dateOf(sampleForm(meta).meta).toISOString().slice(0, 10)).toBe(expected)
})

test('makes a small colour profile that says its size', () => {
  const profile = Buffer.from(srgbProfile())
  expect(profile.length).toBe(520)
  expect(profile.readUInt32BE(0)).toBe(profile.length)
  expect(profile.toString('latin1', 36, 40)).toBe('acsp')
})

test('writes hostile texts as text', () => {
  const packet = xmpPacket({
    title: '</rdf:li><script>&\u0007',
    language: 'en-GB',
    creator: 'A & B',
    date: new Date(0),
    tool: 'policypack',
    standard: 'UA-1 and A-3a',
  })
  expect(packet).toContain('>&lt;/rdf:li&gt;&lt;script&gt;&amp;</rdf:li>')
  expect(packet).not.toContain('policypack:formId')
})
