import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { platform, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type ImportOptions, importForms } from '../../src/forms/import.ts'
import { OperatorError } from '../../src/messages/operator-error.ts'
import type { ImportResult } from '../../src/model/record.ts'
import { form, textField } from '../extract/support/hand-made.ts'
import { flateObject, writePdf } from '../extract/support/pdf-writer.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = process.env.PACK ?? (await samplePack())
const hasPipes = platform() !== 'win32'
const blank = new Uint8Array(readFileSync(join(pack, 'mentoring-contract.pdf')))

test('one bad file costs only itself, and each input ends in one way', async () => {
  const folder = makeFolder()
  const inbox = join(folder, 'in')
  const put = (name: string, content: Uint8Array | string) =>
    writeFileSync(join(inbox, name), content)
  mkdirSync(join(inbox, 'deeper'), { recursive: true })
  put('a.pdf', await filled('A'))
  put('b.pdf.download', await filled('B'))
  put('c "quoted"\nline\u001b[31m.pdf', await filled('C'))
  put(`${'long'.repeat(60)}.pdf`, await filled('D'))
  put('deeper/e.PDF', await filled('E'))
  put('empty.pdf', '')
  put('letter.pdf', 'Dear HR,')
  put('notes.txt', 'not an input')
  put('deeper/scan.jpg', Buffer.from('ffd8ffe0', 'hex'))
  for (const litter of ['.DS_Store', '._a.pdf', '~$letter.docx', 'Thumbs.db']) put(litter, '')
  put('bomb.pdf', bomb())
  put('many.pdf', manyFields())
  put('cut.pdf', (await filled('F')).subarray(0, 60_000))
  symlinkSync(join(inbox, 'a.pdf'), join(inbox, 'link.pdf'))
  symlinkSync(inbox, join(inbox, 'deeper', 'loop'))
  if (hasPipes) execFileSync('mkfifo', [join(inbox, 'pipe.pdf')])

  const { results, summary } = await importAll({ paths: [inbox, join(folder, 'nowhere.pdf')] })
  expect(statusByName(results)).toEqual({
    'a.pdf': 'incomplete',
    'b.pdf.download': 'incomplete',
    'c "quoted"\nline\u001b[31m.pdf': 'incomplete',
    [`${'long'.repeat(60)}.pdf`]: 'incomplete',
    'e.PDF': 'incomplete',
    'empty.pdf': 'rejected',
    loop: 'rejected',
    'letter.pdf': 'rejected',
    'bomb.pdf': 'rejected',
    'many.pdf': 'rejected',
    'cut.pdf': 'rejected',
    'link.pdf': 'rejected',
    'scan.jpg': 'rejected',
    ...(hasPipes && { 'pipe.pdf': 'rejected' }),
    'nowhere.pdf': 'rejected',
  })
  expect(summary.messages).toEqual([
    {
      file: inbox,
      severity: 'warning',
      rule: 'file-left-out',
      message:
        'What is no PDF was not read: notes.txt (a plain text); where one of them is a form, ask for the PDF file',
    },
  ])
  const told = JSON.parse(readFileSync(summary.report!, 'utf8'))
  expect(told.counts).toEqual(summary.counts)
  expect(told.inputs.map(({ status }: ImportResult) => status)).toEqual(
    results.map(({ status }) => status),
  )
})

test('what is no file any more, or cannot be opened, is rejected and holds nothing up', async () => {
  const folder = makeFolder()
  const path = (name: string) => join(folder, name)
  writeFileSync(path('closed.pdf'), await filled('A'))
  chmodSync(path('closed.pdf'), 0)
  mkdirSync(path('folder.pdf'))
  const server = createServer().listen(path('socket.pdf'))
  onTestFinished(() => void server.close())
  const { results } = await importAll({ paths: [folder], to: path('records') })
  const isRoot = userInfo().uid === 0
  expect(statusByName(results)).toEqual({
    'closed.pdf': isRoot ? 'incomplete' : 'rejected',
    'socket.pdf': 'rejected',
  })
})

test('a file that takes too long is given up, and the next one is read', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'a.pdf'), manyFields())
  writeFileSync(join(folder, 'b.pdf'), await filled('B'))
  const { results } = await importAll({ paths: [folder], limits: { maxMs: 1 } })
  expect(results.map(({ messages: [message] }) => message?.rule)).toEqual([
    'file-too-costly',
    'file-too-costly',
  ])
  const { results: inTime } = await importAll({ paths: [join(folder, 'b.pdf')] })
  expect(inTime.map(({ status }) => status)).toEqual(['incomplete'])
})

test('a file larger than the limit is not read', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'a.pdf'), await filled('A'))
  const { results } = await importAll({ paths: [folder], limits: { maxBytes: 1000 } })
  expect(results).toMatchObject([{ status: 'rejected', messages: [{ rule: 'file-too-large' }] }])
})

test.each<[Partial<ImportOptions>, RegExp]>([
  [{ forms: 'nowhere' }, /^The folder of form definitions `nowhere` cannot be opened; /],
  [{ forms: pack }, /^There is no form definition in the folder `.*`; /],
  [{ trust: ['package.json'] }, /^The file `package.json` holds no certificate; /],
  [{ trust: ['nothing.pem'] }, /^The certificate file `nothing.pem` cannot be read; /],
])('what the user names wrongly ends the import: %o', async (options, sentence) => {
  const importing = importAll({ paths: [join(pack, 'mentoring-contract.pdf')], ...options })
  await expect(importing).rejects.toThrow(OperatorError)
  await expect(importing).rejects.toThrow(sentence)
})

async function importAll(options: Partial<ImportOptions> & Pick<ImportOptions, 'paths'>) {
  const results: ImportResult[] = []
  const summary = await importForms({
    config: join(pack, '..', 'org.config.json'),
    to: join(makeFolder(), 'records'),
    ...options,
    onResult: (result) => results.push(result),
  })
  return { results, summary }
}

function filled(name: string): Promise<Uint8Array> {
  return pdfjs.fill(blank, [{ name: 'mentee.name', kind: 'text', value: name }])
}

/** Some kilobytes that unpack to hundreds of megabytes. */
function bomb(): Uint8Array {
  const big = flateObject('', ' '.repeat(60_000_000))
  const fields = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [10 + index, textField(`f${index}`, '/V 99 0 R')]),
  )
  return writePdf(form({ ...fields, 99: big }, { listed: Object.keys(fields).map(Number) }))
}

function manyFields(): Uint8Array {
  const fields = Array.from({ length: 20_000 }, (_, index) => [
    10 + index,
    textField(`__proto__.f${index}`, `/V(${index})`),
  ])
  return writePdf(form(Object.fromEntries(fields)))
}

function statusByName(results: readonly ImportResult[]): Record<string, string> {
  return Object.fromEntries(results.map(({ file, status }) => [nameOf(file), status]))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
