import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { type ImportResult, importForms } from '../../src/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'
import { fillIn, printPages } from './completed.ts'
import { formIn, startReader } from './reader.ts'
import { pdfOf, type Scanner, scan } from './scan.ts'

const pack = await samplePack()
const reader = await startReader()
const office: Scanner = { name: 'office', dpi: 150, depth: 'gray', jpeg: 70, noise: 3, skew: 0.8 }

test('an import tells of each picture which form it shows, and keeps no record of it', async () => {
  const form = formIn(pack, 'training-record', reader)
  const printed = await printPages(form.pdf)
  const { pages } = fillIn(printed, form.definition, { pen: 'black', habit: 'tick' }, 3)
  const [first, second] = await Promise.all(pages.map((page) => scan(page, office, 3)))
  const folder = makeFolder({
    'org.config.json': '{"organisation": {"name": "Larkspur Lantern Cooperative"}}',
    'incoming/holiday.png': '',
  })
  const incoming = join(folder, 'incoming')
  const flower = await scan(printed[0]!, { name: 'tiny', dpi: 20, depth: 'colour', jpeg: 20 }, 1)
  writeFileSync(join(incoming, 'flower.jpg'), flower.bytes)
  writeFileSync(join(incoming, 'photo.jpg'), first!.bytes)
  writeFileSync(join(incoming, 'scan.pdf'), await pdfOf([second!, first!, second!]))
  const results: ImportResult[] = []
  const { counts } = await importForms({
    paths: [incoming],
    config: join(folder, 'org.config.json'),
    forms: join(pack, 'forms'),
    onResult: (result) => results.push(result),
  })
  expect(counts).toMatchObject({ rejected: 3, accepted: 0, incomplete: 0 })
  const told = results.map(({ file, messages, paper }) => ({
    file: basename(file),
    rules: messages.map(({ rule }) => rule),
    pages: paper?.pages.map(({ is, form, page }) => [is, form, page]),
    forms: paper?.forms.map(({ id, pages, missing, isMixed, readings }) => [
      ...[id, pages, missing, isMixed],
      readings?.length,
    ]),
  }))
  const questions = results[1]?.paper?.forms[0]?.readings?.length
  expect(questions).toBeGreaterThan(50)
  expect(told).toEqual([
    { file: 'flower.jpg', rules: ['not-a-pdf'], pages: undefined, forms: undefined },
    {
      file: 'photo.jpg',
      rules: ['form-on-paper'],
      pages: [['page', 0, 0]],
      forms: [['training-record', [0], [1], false, questions]],
    },
    {
      file: 'scan.pdf',
      rules: ['form-on-paper'],
      pages: [
        ['page', 0, 1],
        ['page', 0, 0],
        ['page', 1, 1],
      ],
      forms: [
        ['training-record', [0, 1], [], false, questions],
        ['training-record', [1], [0], false, questions],
      ],
    },
  ])
  expect(results.map(({ messages }) => messages[0]?.message).slice(1)).toMatchInlineSnapshot(`
    [
      "The file is a picture of a form on paper: “Peer-to-peer training record” (version 2.0.0, page 1; missing: page 2). 19 of 55 questions are certain: boxes, and lines that are empty; a person has to read the others, and to key the form: \`policypack records add training-record\`",
      "The file is a picture of a form on paper: “Peer-to-peer training record” (version 2.0.0, pages 1 and 2), “Peer-to-peer training record” (version 2.0.0, page 2; missing: page 1). 47 of 110 questions are certain: boxes, and lines that are empty; a person has to read the others, and to key the form: \`policypack records add training-record\`",
    ]
  `)
})

test('of an anonymous form, a picture tells no answer and is only counted', async () => {
  const form = formIn(pack, 'equality-monitoring', reader)
  const [page] = fillIn(
    await printPages(form.pdf),
    form.definition,
    { pen: 'black', habit: 'tick' },
    4,
  ).pages
  const folder = makeFolder({
    'org.config.json': '{"organisation": {"name": "Larkspur Lantern Cooperative"}}',
  })
  const path = join(folder, 'scan.pdf')
  writeFileSync(path, await pdfOf([await scan(page!, office, 4)]))
  const results: ImportResult[] = []
  const { anonymous } = await importForms({
    paths: [path],
    config: join(folder, 'org.config.json'),
    forms: join(pack, 'forms'),
    onResult: (result) => results.push(result),
  })
  expect(results).toEqual([])
  expect(anonymous).toMatchObject([{ form: 'equality-monitoring', counted: 0, refused: 1 }])
})

test('of a form that is not known here, a picture says where to look for it', async () => {
  const form = formIn(pack, 'training-record', reader)
  const [page] = await printPages(form.pdf)
  const folder = makeFolder({
    'org.config.json': '{"organisation": {"name": "Larkspur Lantern Cooperative"}}',
  })
  const path = join(folder, 'scan.pdf')
  writeFileSync(path, await pdfOf([await scan(page!, office, 5)]))
  const results: ImportResult[] = []
  await importForms({
    paths: [path],
    config: join(folder, 'org.config.json'),
    onResult: (result) => results.push(result),
  })
  expect(results).toMatchObject([{ status: 'rejected', messages: [{ rule: 'form-unknown' }] }])
})
