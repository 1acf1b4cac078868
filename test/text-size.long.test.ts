import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesForm } from '../src/contracts/foot-line.ts'
import { build } from '../src/index.ts'
import { openPdf } from '../src/pdf/index.ts'
import { linesOf, readContents } from '../src/pdf/page/index.ts'
import { readTaggedFile, textIn } from './pdfua/file/index.ts'
import { copyProject } from './support/project-copy.ts'

test.each([
  ['normal', { text: 11, least: 8, typed: 11 }],
  ['large', { text: 16, least: 11.5, typed: 16 }],
] as const)('text is %s', async (textSize, { text, least, typed }) => {
  const pdf = await builtWith(textSize)
  const lines = readContents(openPdf(pdf))
    .flatMap(({ glyphs }) => linesOf(glyphs))
    .filter((line) => !namesForm(line.text))
    .map(({ text, glyphs }) => ({ text, size: glyphs[0]?.size ?? 0 }))
  const prose = lines.find((line) => line.text.startsWith('I am'))
  expect(prose?.size).toBeCloseTo(text, 1)
  expect(lines.filter(({ size }) => size < least)).toEqual([])
  expect(await typedSizes(pdf)).toContain(typed)
})

async function builtWith(textSize: string): Promise<Uint8Array> {
  const { folder, options } = copyProject(join(import.meta.dirname, 'fixtures/every-field'))
  const path = join(folder, 'org.config.json')
  const config = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(
    path,
    JSON.stringify({ ...config, organisation: { ...config.organisation, textSize } }),
  )
  await build(options)
  return new Uint8Array(readFileSync(join(options.out, 'kite-loan.pdf')))
}

/** The sizes of type that the boxes of one line ask for. */
async function typedSizes(pdf: Uint8Array): Promise<number[]> {
  const { fields } = await readTaggedFile(pdf)
  return fields.map(({ dict }) => Number(/([\d.]+) Tf/.exec(textIn(dict, 'DA') ?? '')?.[1]))
}
