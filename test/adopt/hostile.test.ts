import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { adopt, OperatorError } from '../../src/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { p, r, relations, wordOf } from './word-xml.ts'

const deep = (depth: number): string =>
  '<w:tbl><w:tr><w:tc>'.repeat(depth) + p(r('x')) + '</w:tc></w:tr></w:tbl>'.repeat(depth)
const entities = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY f SYSTEM "file:///etc/hostname">]>`

/** Files that nobody makes by chance, each with what its refusal says. */
const refused: Readonly<
  Record<string, readonly [name: string, make: () => Uint8Array, says: RegExp]>
> = {
  'a bomb in an archive': [
    'bomb.docx',
    () =>
      wordOf('', { 'word/document.xml': `<w:document>${' '.repeat(120_000_000)}</w:document>` }),
    /unpacks to more than any document/,
  ],
  'a text longer than any document': [
    'long.docx',
    () => wordOf('', { 'word/document.xml': `<w:document>${' '.repeat(30_000_000)}</w:document>` }),
    /longer than any document/,
  ],
  'more parts than any document': [
    'many.docx',
    () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 3000 }, (_, index) => [`word/${index}.xml`, strToU8('<a/>')]),
        ),
      ),
    /more parts than any document/,
  ],
  'tables in tables in tables': ['deep.docx', () => wordOf(deep(500)), /nested more deeply/],
  'elements in elements of a web page': [
    'deep.html',
    () => strToU8(`<html>${'<div>'.repeat(50_000)}x`),
    /nested more deeply/,
  ],
  'quotations in quotations': [
    'deep.md',
    () => strToU8(`# A\n\n${'> '.repeat(20_000)}x\n`),
    /nested more deeply/,
  ],
  'a text of many books': [
    'long.txt',
    () => strToU8('A line of it.\n\n'.repeat(200_000)),
    /longer than any document/,
  ],
  'entities that stand for others': [
    'entities.docx',
    () =>
      wordOf('', {
        'word/document.xml': `${entities}<w:document><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    /no XML that can be read/,
  ],
  'an archive that is no document': [
    'photos.docx',
    () => zipSync({ 'a.txt': strToU8('a') }),
    /no text of Word/,
  ],
  'a document with a password': [
    'secret.docx',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0, 0, 0),
    /it has a password/,
  ],
  'a program': [
    'program.txt',
    () => Uint8Array.from({ length: 4000 }, (_, index) => index % 7),
    /no document that is known/,
  ],
  'a file with nothing in it': ['empty.txt', () => new Uint8Array(), /no words in it/],
  'a Word file with nothing in it': ['empty.docx', () => wordOf(''), /no words in it/],
  'XML that breaks off': [
    'half.docx',
    () => wordOf('', { 'word/document.xml': '<w:document><w:body><w:p>' }),
    /no XML that can be read/,
  ],
}

test.each(Object.entries(refused))('%s is refused kindly', async (_, [name, make, says]) => {
  const folder = makeFolder()
  const adopting = adopt({
    config: join(folder, 'org.config.json'),
    source: { name, bytes: make() },
  })
  const error = await adopting.catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(OperatorError)
  expect(String(error)).toMatch(says)
  expect(readdirSync(folder)).toEqual([])
})

test('parts of a Word file lead to no file and no address outside of it', async () => {
  const folder = makeFolder({ 'secret.png': Buffer.from('89504e470d0a1a0a', 'hex') })
  const drawing = (id: string): string =>
    `<w:r><w:drawing><a:blip xmlns:a="a" r:embed="${id}"/></w:drawing></w:r>`
  const bytes = wordOf(
    `${p(r('Fire policy'))}${p(drawing('r1') + drawing('r2') + drawing('r3'))}${p(`<w:hyperlink r:id="r4">${r('away')}</w:hyperlink>`)}`,
    {
      'word/_rels/document.xml.rels': relations({
        r1: ['image', '../../../../secret.png'],
        r2: ['image', 'file:///secret.png', 'External'],
        r3: ['image', 'http://127.0.0.1:9/x.png', 'External'],
        r4: ['hyperlink', 'javascript:alert(1)', 'External'],
      }),
      '../../escaped.png': 'x',
    },
  )
  const { pictures, text, told } = await adopt({
    config: join(folder, 'org.config.json'),
    source: { name: 'a.docx', bytes },
  })
  expect(pictures).toEqual([])
  expect(text).not.toMatch(/javascript|secret|127\.0/)
  expect(told.filter(({ about }) => about === 'picture')).toHaveLength(3)
  expect(existsSync(join(folder, '..', 'escaped.png'))).toBe(false)
})

test('what a document says cannot choose where it is written, or become markup of the page', async () => {
  const folder = makeFolder()
  const source = {
    name: '../../evil.txt',
    bytes: strToU8('../../../etc policy\n\n<script>alert(1)</script> & [Company Name]\n'),
  }
  const { file, page, text } = await adopt({ config: join(folder, 'org.config.json'), source })
  expect(file).toBe(join(folder, 'content', 'etc-policy.md'))
  expect(text).toContain('\\<script>')
  expect(page).toBe(join(folder, 'adopted', 'etc-policy.html'))
  expect(readFileSync(page, 'utf8')).not.toContain('<script>')
})
