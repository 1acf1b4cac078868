import { deflateSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { openPdf, readAttachments, readFormFields, readPages } from '../../src/pdf/index.ts'
import { form, textField } from './support/hand-made.ts'
import { bytesOf, flateObject, type Objects, streamObject, writePdf } from './support/pdf-writer.ts'
import { project } from './support/project.ts'

// A loaded machine is slow, which is no fault.
vi.setConfig({ testTimeout: 120_000 })

const repeat = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
const numbered = (bodies: readonly string[], from: number): Objects =>
  Object.fromEntries(bodies.map((body, index) => [from + index, body]))
const answer = textField('a', '/V(x)')
const only = { listed: [10], annotations: [10] }

test('reads 20,000 fields', () => {
  const fields = numbered(
    repeat(20_000, (index) => textField(`f${index}`, `/V(${index})`)),
    10,
  )
  const { fields: read, problems } = readFormFields(openPdf(writePdf(form(fields))))
  expect(read).toHaveLength(20_000)
  expect(read.at(-1)?.values).toEqual(['19999'])
  expect(problems).toEqual([])
})

test('stops at the limit of fields and says so', () => {
  const fields = numbered(
    repeat(30, (index) => textField(`f${index}`, '')),
    10,
  )
  const file = openPdf(writePdf(form(fields)), { limits: { fields: 20 } })
  const { fields: read, problems } = readFormFields(file)
  expect(read).toHaveLength(20)
  expect(problems).toEqual([{ kind: 'too-many-fields' }])
})

test('reads fields beside others that are 20,000 deep', () => {
  const deep = repeat(20_000, (index) => `<</T(d)/Kids[${index + 101} 0 R]>>`)
  const pdf = writePdf(
    form({ 10: answer, ...numbered(deep, 100) }, { listed: [10, 100], annotations: [10] }),
  )
  expect(project(pdf)).toEqual({ values: { a: ['x'] }, formProblems: ['nested-too-deep'] })
})

test('reads fields below parents that are 20,000 deep', () => {
  const deep = repeat(20_000, (index) => `<</T(d)/Parent ${index + 101} 0 R>>`)
  const pdf = writePdf(
    form({ 10: answer, ...numbered(deep, 100) }, { listed: [10, 100], annotations: [10] }),
  )
  const { values, formProblems } = project(pdf)
  expect(values.a).toEqual(['x'])
  expect(formProblems).toEqual(['nested-too-deep'])
})

test('visits kids that are shared through 28 levels once', () => {
  const shared = repeat(28, (index) => `<</T(k)/Kids[${index + 101} 0 R ${index + 101} 0 R]>>`)
  const objects = { 10: answer, ...numbered(shared, 100), 128: textField('leaf', '/V(y)') }
  const pdf = writePdf(form(objects, { listed: [10, 100], annotations: [10] }))
  const { values, formProblems = [] } = project(pdf)
  expect(Object.values(values)).toEqual([['x'], ['y']])
  expect(new Set(formProblems)).toEqual(new Set(['kid-shared']))
})

test('visits one list of kids that 20,000 fields share once', () => {
  const fields = repeat(20_000, (index) => `<</T(k${index})/Kids 5 0 R>>`)
  const numbers = fields.map((_, index) => `${index + 100} 0 R`).join(' ')
  const objects = { 5: `[${numbers}]`, 10: answer, ...numbered(fields, 100) }
  const pdf = writePdf(form(objects, { listed: [10, 100], annotations: [10] }))
  expect(project(pdf).values.a).toEqual(['x'])
})

test('reads pages that are 20,000 deep, and stops at loops', () => {
  const deep = repeat(20_000, (index) => `<</Type/Pages/Kids[${index + 101} 0 R]>>`)
  const pdf = writePdf({
    ...form({ 10: answer }),
    2: '<</Type/Pages/Kids[100 0 R 2 0 R]>>',
    ...numbered(deep, 100),
    20100: '<</Type/Page/Annots[10 0 R]>>',
  })
  const file = openPdf(pdf)
  expect(readPages(file)).toHaveLength(1)
  expect(file.problems).toEqual([{ kind: 'page-tree-damaged', pages: 1 }])
})

test('stops at the limit of pages and says so', () => {
  const pages = repeat(30, () => '<</Type/Page>>')
  const kids = pages.map((_, index) => `${index + 100} 0 R`).join(' ')
  const objects = {
    ...form({ 10: answer }),
    2: `<</Type/Pages/Kids[${kids}]>>`,
    ...numbered(pages, 100),
  }
  const file = openPdf(writePdf(objects), { limits: { pages: 20 } })
  expect(readPages(file)).toHaveLength(20)
  expect(file.problems).toEqual([{ kind: 'limit-reached', limit: 'pages' }])
})

test.each([
  ['arrays', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['dictionaries', `${'<</A'.repeat(20_000)} 1${'>>'.repeat(20_000)}`],
  ['arrays that do not end', '['.repeat(20_000)],
])('gives up on %s that nest 20,000 deep', (_, nested) => {
  const pdf = writePdf(
    form(
      { 10: textField('a', '/V(x)/Extra 12 0 R'), 11: textField('b', '/V 12 0 R'), 12: nested },
      { listed: [10, 11], annotations: [10, 11] },
    ),
  )
  const { values, fileProblems } = project(pdf)
  expect(values).toEqual({ a: ['x'], b: [] })
  expect(fileProblems).toEqual(['object-unreadable'])
})

test('says that a value is unreadable, instead of blank', () => {
  const pdf = writePdf(form({ 10: textField('a', '/V 12 0 R'), 12: '['.repeat(20_000) }, only))
  expect(project(pdf).fieldProblems).toEqual({ a: ['damaged-object'] })
})

test('stops a chain of 20,000 cross-reference sections', () => {
  let text = '%PDF-1.7\n'
  let previous = 0
  for (let i = 0; i < 20_000; i++) {
    const start = text.length
    text += `xref\n0 0\ntrailer<</Root 1 0 R/Prev ${previous}>>\n`
    previous = start
  }
  const pdf = bytesOf(`${text}startxref\n${previous}\n%%EOF`)
  expect(() => openPdf(pdf)).toThrow(expect.objectContaining({ reason: 'damaged' }))
})

test('reads a text of 5 MB', () => {
  const pdf = writePdf(form({ 10: textField('a', `/V(${'long '.repeat(1_000_000)})`) }))
  const [field] = readFormFields(openPdf(pdf)).fields
  expect(field?.values[0]).toHaveLength(5_000_000)
})

test('refuses 20 MB strings out of small object streams', () => {
  const big = `(${'a'.repeat(20_000_000)})`
  const numbers = repeat(50, (index) => index + 100)
  const body = numbers.map((num) => `${num} 0`).join(' ')
  const stream = flateObject(`/Type/ObjStm/N 50/First ${body.length + 1}`, `${body} ${big}`)
  const fields = numbered(
    repeat(50, (index) => textField(`f${index}`, `/V ${index + 100} 0 R`)),
    10,
  )
  const base = writePdf(form({ ...fields, 99: stream }), { xref: 'stream' })
  expect(base.length).toBeLessThan(100_000)
  const rows = numbers.map(() => '\x02\x00\x00\x63\x00').join('')
  const start = base.length
  const previous = /startxref\n(\d+)/.exec(Buffer.from(base).toString('latin1'))?.[1]
  const xref = flateObject(`/Type/XRef/W[1 3 1]/Index[100 50]/Root 1 0 R/Prev ${previous}`, rows)
  const pdf = bytesOf(
    `${Buffer.from(base).toString('latin1')}5000 0 obj\n${xref}\nendobj\nstartxref\n${start}\n%%EOF`,
  )
  expect(() => project(pdf)).toThrow(expect.objectContaining({ reason: 'too-large' }))
})

const bomb = (size: number) => deflateSync(Buffer.alloc(size, 0x20))

test.each(['object stream', 'value', 'XFA'])('reads a file with a bomb as its %s', (place) => {
  const stream = streamObject(`/Filter/FlateDecode/Type/ObjStm/N 1/First 4`, bomb(100_000_000))
  const entries = place === 'value' ? '/V 12 0 R' : ''
  const catalog = place === 'XFA' ? '/Extensions 12 0 R' : ''
  const pdf = writePdf(
    form(
      { 10: textField('a', entries), 11: textField('b', '/V(x)'), 12: stream },
      { listed: [10, 11], annotations: [10, 11], catalog },
    ),
  )
  expect(project(pdf).values).toEqual({ a: [], b: ['x'] })
})

test('says that a value was a bomb', () => {
  const stream = streamObject('/Filter/FlateDecode', bomb(100_000_000))
  const pdf = writePdf(form({ 10: textField('a', '/V 12 0 R'), 12: stream }, only))
  expect(project(pdf)).toEqual({
    values: { a: [] },
    fieldProblems: { a: ['damaged-text'] },
    fileProblems: ['stream-damaged'],
  })
})

test('refuses a file whose streams unpack to too much together', () => {
  const stream = streamObject('/Filter/FlateDecode', bomb(60_000_000))
  const fields = repeat(8, (index) => textField(`f${index}`, `/V ${index + 100} 0 R`))
  const pdf = writePdf(
    form(
      {
        ...numbered(fields, 10),
        ...numbered(
          repeat(8, () => stream),
          100,
        ),
      },
      { listed: repeat(8, (index) => index + 10) },
    ),
  )
  expect(() => project(pdf)).toThrow(expect.objectContaining({ reason: 'too-large' }))
})

test.each([
  ['huge widths', '/W[9999999 9999999 9999999]'],
  ['zero widths', '/W[0 0 0]'],
  ['one width', '/W[1]'],
  ['negative widths', '/W[-1 -2 -3]'],
  ['a huge index', '/W[1 2 1]/Index[0 99999999999]'],
  ['a far index', '/W[1 2 1]/Index[4294967295 4294967295]'],
  ['a thousand filters', `/W[1 2 1]/Filter[${'/FlateDecode '.repeat(1000)}]`],
  ['a predictor without columns', '/W[1 2 1]/DecodeParms<</Predictor 12/Columns 0>>'],
  [
    'a predictor with huge columns',
    '/W[1 2 1]/DecodeParms<</Predictor 15/Columns 2000000000/Colors 2000000000>>',
  ],
])('reads a file whose cross-reference stream has %s', (_, entries) => {
  const objects = Object.entries(form({ 10: answer })).map(
    ([num, body]) => `${num} 0 obj\n${body}\nendobj\n`,
  )
  const body = `%PDF-1.7\n${objects.join('')}`
  const data = 'abcdefgh'
  const xref = `50 0 obj\n<</Type/XRef/Root 1 0 R${entries}/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`
  const pdf = bytesOf(`${body}${xref}startxref\n${body.length}\n%%EOF\n`)
  expect(project(pdf).values).toEqual({ a: ['x'] })
})

test('searches a file whose cross-reference stream is a bomb', () => {
  const objects = Object.entries(form({ 10: answer })).map(
    ([num, body]) => `${num} 0 obj\n${body}\nendobj\n`,
  )
  const body = `%PDF-1.7\n${objects.join('')}`
  const xref = streamObject('/Type/XRef/Root 1 0 R/W[1 2 1]/Filter/FlateDecode', bomb(100_000_000))
  const pdf = bytesOf(`${body}50 0 obj\n${xref}\nendobj\nstartxref\n${body.length}\n%%EOF\n`)
  expect(project(pdf).values).toEqual({ a: ['x'] })
})

test('refuses a cross-reference stream that unpacks to millions of entries', () => {
  const xref = streamObject('/Type/XRef/Root 1 0 R/W[0 1 0]/Filter/FlateDecode', bomb(60_000_000))
  const pdf = bytesOf(`%PDF-1.7\n1 0 obj\n${xref}\nendobj\nstartxref\n9\n%%EOF\n`)
  expect(() => openPdf(pdf)).toThrow(expect.objectContaining({ reason: 'too-large' }))
})

test.each([
  ['an object that refers to itself', { 12: '12 0 R' }],
  ['objects that refer to each other', { 12: '13 0 R', 13: '12 0 R' }],
  ['a stream whose length is the stream', { 12: '<</Length 12 0 R>>stream\nx\nendstream' }],
  [
    'an object stream that extends itself',
    { 12: flateObject('/Type/ObjStm/N 1/First 5/Extends 12 0 R', '99 0 1') },
  ],
])('is not led astray by %s', (_, objects: Objects) => {
  const pdf = writePdf(
    form(
      { 10: textField('a', '/V 12 0 R'), 11: textField('b', '/V(x)'), ...objects },
      { listed: [10, 11], annotations: [10, 11] },
    ),
  )
  expect(project(pdf).values.b).toEqual(['x'])
})

test('follows lengths of streams that lead on and on no farther than needed', () => {
  const streams = repeat(20_000, (index) => `<</Length ${index + 101} 0 R>>stream\nx\nendstream`)
  const pdf = writePdf(form({ 10: textField('a', '/V 100 0 R'), ...numbered(streams, 100) }, only))
  expect(project(pdf).values).toEqual({ a: ['x'] })
})

test('refuses a file of strings that do not end', () => {
  const pdf = bytesOf(`%PDF-1.7\n${'1 0 obj ('.repeat(200_000)}`)
  expect(() => openPdf(pdf)).toThrow(expect.objectContaining({ reason: 'too-large' }))
})

test('refuses a file of streams that do not end', () => {
  const pdf = bytesOf(`%PDF-1.7\n${'1 0 obj<<>>stream\nendobj '.repeat(100_000)}`)
  expect(() => openPdf(pdf)).toThrow(expect.objectContaining({ name: 'PdfError' }))
})

test('refuses a file over the limit', () => {
  expect(() => openPdf(new Uint8Array(1001), { limits: { fileBytes: 1000 } })).toThrow(
    expect.objectContaining({ reason: 'too-large' }),
  )
})

test('lists attachments of a name tree that loops', () => {
  const pdf = writePdf(
    form(
      {
        10: answer,
        20: '<</Kids[20 0 R 21 0 R 21 0 R]>>',
        21: '<</Names[(a)22 0 R (b)22 0 R]>>',
        22: '<</Type/Filespec/F(../../x)/EF<</F 23 0 R>>>>',
        23: streamObject('', 'data'),
      },
      { ...only, catalog: '/Names<</EmbeddedFiles 20 0 R>>/AF[22 0 R]' },
    ),
  )
  expect(readAttachments(openPdf(pdf)).map(({ name }) => name)).toEqual(['../../x'])
})
