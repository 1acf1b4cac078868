import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { FormDefinition } from '../../src/model/form.ts'
import { slotsOf } from '../../src/model/slot.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { entryFor } from '../stamp/entry-for.ts'
import { checkPdf } from './index.ts'

const pack = inject('samplePack')
const files = readdirSync(pack).filter((name) => name.endsWith('.pdf'))
const forms = readdirSync(join(pack, 'forms')).filter((name) => name.endsWith('.form.json'))

describe('the sample pack conforms to PDF/UA-1 and PDF/A-3a as far as the checker can tell', () => {
  test.each(files)('%s', async (file) => {
    const bytes = readFileSync(join(pack, file))
    expect(await checkPdf(bytes)).toEqual([])
    if (file !== 'pack.pdf') expect(bytes.length).toBeLessThan(200_000)
  })
})

describe('a form filled in by pdf.js still conforms', () => {
  test.each(forms)('%s', async (file) => {
    const form = FormDefinition.parse(JSON.parse(readFileSync(join(pack, 'forms', file), 'utf8')))
    const blank = readFileSync(join(pack, `${form.id}.pdf`))
    const filled = await pdfjs.fill(new Uint8Array(blank), slotsOf(form.fields).flatMap(entryFor))
    expect(await checkPdf(filled)).toEqual([])
  })
})
