import { describe, expect, test, vi } from 'vitest'
import {
  cleanedCopy,
  openPdf,
  PdfError,
  readAttachments,
  readFormFields,
  readMarkup,
  readMetadata,
  readPageContents,
  readPages,
  readSignatures,
} from '../../src/pdf/index.ts'
import { form, textField } from './support/hand-made.ts'
import { mutate, seededRandom } from './support/mutate.ts'
import { appendUpdate, flateObject, streamObject, textOf, writePdf } from './support/pdf-writer.ts'
import { hasQpdf, qpdf } from './support/qpdf.ts'

// A loaded machine is slow, which is no fault.
vi.setConfig({ testTimeout: 120_000 })

const runs = 400

const objects = {
  ...form(
    {
      10: textField('a', '/V(\u00fe\u00ff\u0000A\u0001B)/TU(Question)'),
      11: textField('b', '/V 30 0 R'),
      12: '<</T(c)/FT/Btn/Ff 49152/V/on/Kids[13 0 R]>>',
      13: '<</Subtype/Widget/Rect[0 0 9 9]/Parent 12 0 R/AS/on/AP<</N<</on 31 0 R>>>>>>',
    },
    {
      listed: [10, 11, 12],
      annotations: [10, 11, 13, 20],
      catalog: '/Lang(en)/Metadata 21 0 R/Names<</EmbeddedFiles 22 0 R>>',
    },
  ),
  20: '<</Type/Annot/Subtype/FreeText/Rect[1 2 3 4]/Contents(note)>>',
  21: streamObject('/Type/Metadata', '<x:xmpmeta/>'),
  22: '<</Names[(form.json)23 0 R]>>',
  23: '<</Type/Filespec/F(form.json)/EF<</F 24 0 R>>>>',
  24: flateObject('', '{"id":"form"}'),
  30: flateObject('', 'a text in a stream'),
  31: streamObject('/Subtype/Form', ''),
}
const filled = { 10: textField('a', '/V(filled later)') }
const compressed = [1, 2, 3, 4, 10, 11, 12, 13, 20, 22, 23]
const plain = appendUpdate(writePdf(objects), filled)
const packed = appendUpdate(writePdf(objects, { xref: 'stream', compressed }), filled, {
  xref: 'stream',
  compressed: [10],
})

/** Whether a file is the first revision and nothing else, which is a whole file. */
function isFirstRevision(pdf: Uint8Array): boolean {
  return /%%EOF\n?$/.test(textOf(pdf)) && !textOf(pdf).includes('/Prev')
}

/** Reads all there is; gives the values of the fields and whether anything was said against them. */
function readAll(pdf: Uint8Array): { values: string; isNoted: boolean } {
  const file = openPdf(pdf)
  const { fields, problems } = readFormFields(file)
  readMetadata(file)
  readAttachments(file)
  readMarkup(file)
  readSignatures(file, fields)
  for (const page of readPages(file)) readPageContents(file, page)
  const copy = cleanedCopy(openPdf(pdf))
  if (copy) openPdf(copy)
  return {
    values: JSON.stringify(fields.map(({ name, values }) => [name, values])),
    isNoted:
      file.truncated !== undefined ||
      [...file.problems, ...problems, ...fields.flatMap((field) => field.problems)].length > 0,
  }
}

function readOrRefuse(pdf: Uint8Array): ReturnType<typeof readAll> | undefined {
  try {
    return readAll(pdf)
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

const files: [name: string, pdf: Uint8Array][] = [
  ['a plain file', plain],
  ['a packed file', packed],
]
if (hasQpdf) {
  files.push([
    'an encrypted file',
    qpdf(plain, ['--encrypt', '', 'owner', '128', '--use-aes=y', '--']),
  ])
}

describe.each(files)('%s', (_, pdf) => {
  test('damaged at random is read or refused, and nothing else happens', () => {
    for (let seed = 0; seed < runs; seed++) {
      expect(() => readOrRefuse(mutate(pdf, seededRandom(seed))), `seed ${seed}`).not.toThrow()
    }
  })
})

test('a packed file damaged at random never gives other values without a word', () => {
  const { values } = readAll(packed)
  let unnoted = 0
  for (let seed = 0; seed < runs; seed++) {
    const damaged = mutate(packed, seededRandom(seed))
    const read = isFirstRevision(damaged) ? undefined : readOrRefuse(damaged)
    if (!read || read.isNoted) continue
    unnoted += 1
    expect(read.values, `seed ${seed}`).toBe(values)
  }
  // Were everything said to be damaged, nothing would have been compared.
  expect(unnoted).toBeGreaterThan(10)
})

test('a file cut anywhere is refused, or something is said against it', () => {
  for (const pdf of [plain, packed]) {
    const firstEnd = textOf(pdf).indexOf('%%EOF')
    for (let end = pdf.length - 2; end > 0; end -= end > firstEnd ? 1 : 7) {
      const rest = pdf.subarray(0, end)
      const read = isFirstRevision(rest) ? undefined : readOrRefuse(rest)
      expect(read?.isNoted ?? true, `cut at ${end}`).toBe(true)
    }
  }
})
