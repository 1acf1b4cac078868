import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  findRevisionEnds,
  openPdf,
  readAttachment,
  readAttachments,
  readFormFields,
  readMarkup,
  readMetadata,
  readPages,
  readSignatures,
} from '../../src/pdf/index.ts'
import { form, textField } from './support/hand-made.ts'
import {
  appendUpdate,
  bytesOf,
  flateObject,
  streamObject,
  textOf,
  writePdf,
} from './support/pdf-writer.ts'
import { hasQpdf, qpdf } from './support/qpdf.ts'

const xmp = '<x:xmpmeta><dc:title>Zo\xc3\xab</dc:title></x:xmpmeta>'
const objects = {
  ...form(
    { 10: textField('a', '/V(x)') },
    {
      annotations: [10, 11, 12, 13, 14, 15, 16],
      catalog: '/Lang(en-AU)/Metadata 20 0 R/AF[22 0 R]/Names<</EmbeddedFiles<</Kids[21 0 R]>>>>',
    },
  ),
  11: '<</Type/Annot/Subtype/FreeText/Rect[200 10 100 20]/Contents(typed\\rover)>>',
  12: '<</Type/Annot/Subtype/Ink/Rect[1 2 3 4]>>',
  13: '<</Type/Annot/Subtype/Link/Rect[1 2 3 4]>>',
  14: '<</Type/Annot/Subtype/Stamp/Rect[1 2 3]>>',
  15: '<</Type/Annot/Subtype/Ink/F 2/Rect[1 2 3 4]>>',
  16: '<</Type/Annot/Subtype/Ink/F 36/Rect[1 2 3 4]>>',
  20: streamObject('/Type/Metadata/Subtype/XML', xmp),
  21: '<</Names[(form.json)22 0 R (other)25 0 R]>>',
  22: '<</Type/Filespec/F(form.json)/UF<FEFF0066>/Desc(The form)/AFRelationship/Data/EF<</F 23 0 R>>>>',
  23: flateObject('/Type/EmbeddedFile/Subtype/application#2Fjson', '{"id":"x"}'),
  24: '<</Title(A \\(form\\))/Producer<FEFF0142>/Trapped/False>>',
  25: '<</Type/Filespec/F(without a file)>>',
}
const pdf = writePdf(objects, { trailer: '/Info 24 0 R/ID[<0102><03>]' })

test('reads what the file says about itself', () => {
  const file = openPdf(pdf)
  expect(readMetadata(file)).toEqual({
    language: 'en-AU',
    info: new Map([
      ['Title', 'A (form)'],
      ['Producer', 'ł'],
    ]),
    xmp: xmp.replace('\xc3\xab', 'ë'),
  })
  expect(file.ids).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3)])
})

test('reads plain metadata of an encrypted file', { skip: !hasQpdf }, () => {
  const options = ['--encrypt', '', 'owner', '128', '--use-aes=y', '--cleartext-metadata', '--']
  expect(readMetadata(openPdf(qpdf(pdf, options))).xmp).toBe(xmp.replace('\xc3\xab', 'ë'))
})

test('lists each embedded file once, and unpacks it on demand', () => {
  const file = openPdf(pdf)
  const [attachment, ...others] = readAttachments(file)
  expect(others).toEqual([])
  expect(attachment).toMatchObject({
    name: 'f',
    description: 'The form',
    relationship: 'Data',
    mimeType: 'application/json',
  })
  if (attachment) expect(textOf(readAttachment(file, attachment).bytes)).toBe('{"id":"x"}')
})

test('lists what people laid over the pages, unless it is hidden', () => {
  expect(readMarkup(openPdf(pdf))).toEqual([
    { page: 0, subtype: 'FreeText', rect: [100, 10, 200, 20], contents: 'typed\nover' },
    { page: 0, subtype: 'Ink', rect: [1, 2, 3, 4], contents: '' },
    { page: 0, subtype: 'Stamp', rect: undefined, contents: '' },
  ])
})

test('lists pages with what they inherit', () => {
  const nested = writePdf({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Rotate -90/MediaBox[0 0 100 200]/Kids[3 0 R 4 0 R]>>',
    3: '<</Type/Pages/Kids[5 0 R]/Rotate 180>>',
    4: '<</Type/Page/MediaBox[10 20 0 0]>>',
    5: '<</Type/Page>>',
  })
  expect(readPages(openPdf(nested))).toMatchObject([
    { index: 0, mediaBox: [0, 0, 100, 200], rotate: 180 },
    { index: 1, mediaBox: [0, 0, 10, 20], rotate: 270 },
  ])
})

test('finds pages when their tree is lost', () => {
  const file = openPdf(writePdf({ ...objects, 2: 'null' }))
  expect(readPages(file)).toHaveLength(1)
  expect(readFormFields(file).fields).toHaveLength(1)
  expect(file.problems).toContainEqual({ kind: 'page-tree-damaged', pages: 1 })
})

test('says where each revision ends', () => {
  const updated = appendUpdate(pdf, { 10: textField('a', '/V(y)') })
  expect(findRevisionEnds(updated)).toEqual([pdf.length, updated.length])
  const withoutLine = bytesOf(textOf(pdf).trimEnd())
  expect(findRevisionEnds(withoutLine)).toEqual([withoutLine.length])
})

test('does not take the first part of a linearized file for a revision', { skip: !hasQpdf }, () => {
  const linearized = qpdf(pdf, ['--linearize'])
  expect(findRevisionEnds(linearized)).toEqual([linearized.length])
})

const signature = (contents: string) => ({
  10: '<</Subtype/Widget/Rect[0 0 9 9]/FT/Sig/T(sig)/V 11 0 R>>',
  11: `<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 840 960 240]/Name(Anna)/M(D:20260403)/Contents${contents}>>`,
  12: '<</Subtype/Widget/Rect[0 0 9 9]/FT/Sig/T(blank)>>',
})

test('reads signatures as the file states them', () => {
  const contents = `<${createHash('sha256').update('x').digest('hex')}>`
  const file = openPdf(writePdf(form(signature(contents), { listed: [10, 12] })))
  const { fields } = readFormFields(file)
  expect(fields.map(({ name, isBlank }) => [name, isBlank])).toEqual([
    ['sig', false],
    ['blank', true],
  ])
  const [read, ...others] = readSignatures(file, fields)
  expect(others).toEqual([])
  expect(read).toMatchObject({
    field: 'sig',
    subFilter: 'ETSI.CAdES.detached',
    byteRange: [0, 840, 960, 240],
    name: 'Anna',
    date: 'D:20260403',
    reason: undefined,
  })
  const place = read?.contents
  expect(textOf(file.raw.subarray(place?.start, place?.end))).toBe(contents)
  expect(Buffer.from(place?.bytes ?? []).toString('hex')).toBe(contents.slice(1, -1))
})

test('reads the signature of a file with bytes before its header', () => {
  const plain = writePdf(form(signature('<0102>'), { listed: [10, 12] }))
  const file = openPdf(bytesOf(`prefix\n${textOf(plain)}`))
  const [read] = readSignatures(file, readFormFields(file).fields)
  expect(textOf(file.raw.subarray(read?.contents?.start, read?.contents?.end))).toBe('<0102>')
})

test('tells an XFA form', () => {
  const fields = { 10: textField('a', '/V(x)') }
  const file = openPdf(
    writePdf(form(fields, { form: '/AcroForm<</Fields[10 0 R]/XFA[(template)(x)]>>' })),
  )
  expect(readFormFields(file).hasXfa).toBe(true)
})
