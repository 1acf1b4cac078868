import { describe, expect, test, vi } from 'vitest'
import type { Filler } from '../fillers/filler.ts'
import { pdfium } from '../fillers/pdfium.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { poppler } from '../fillers/poppler.ts'
import { project } from './support/project.ts'
import { hasQpdf, qpdf } from './support/qpdf.ts'
import { sampleEntries, sampleForm, sampleValues } from './support/sample-form.ts'

// A loaded machine is slow, which is no fault.
vi.setConfig({ testTimeout: 120_000 })

const fillers = [pdfium, pdfjs, pdftk, poppler].filter((filler) => filler.available())

const rewritings: Record<string, readonly string[]> = {
  'object streams': ['--object-streams=generate'],
  'no object streams': ['--object-streams=disable'],
  linearized: ['--linearize', '--object-streams=disable'],
  'linearized, with object streams': ['--linearize', '--object-streams=generate'],
  QDF: ['--qdf'],
  'RC4, 40 bits': ['--encrypt', '', 'owner', '40', '--'],
  'RC4, 128 bits': ['--encrypt', '', 'owner', '128', '--use-aes=n', '--'],
  'AES, 128 bits': ['--encrypt', '', 'owner', '128', '--use-aes=y', '--'],
  'AES, 256 bits': ['--encrypt', '', 'owner', '256', '--'],
}

describe.each(fillers.map((filler): [string, Filler] => [filler.name, filler]))(
  'filled by %s',
  (_, filler) => {
    const filled = filler.fill(sampleForm, sampleEntries)

    test('as it is', async () => {
      expect(project(await filled)).toEqual({ values: sampleValues })
    })

    test.skipIf(!hasQpdf).each(Object.entries(rewritings))('%s', async (_name, options) => {
      expect(project(qpdf(await filled, options))).toEqual({ values: sampleValues })
    })

    test.skipIf(!hasQpdf)('filled after encryption', async () => {
      const encrypted = qpdf(sampleForm, ['--encrypt', '', 'owner', '128', '--use-aes=y', '--'])
      const { values, fileProblems } = project(await filler.fill(encrypted, sampleEntries))
      expect({ values, fileProblems }).toEqual({ values: sampleValues })
    })
  },
)
