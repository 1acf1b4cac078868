import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { type ReadFormOptions, readForm } from '../../src/forms/read-form.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { launch } from '../../src/pack/print/launch.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { answersFor } from '../support/answers.ts'
import { definitionIn } from '../support/definitions.ts'
import { openPage } from '../support/open-page.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'
import { formOf } from '../validate/support.ts'
import { identityOf, pemOf, signedPdf } from '../verify/signing.ts'

const root = join(import.meta.dirname, '../..')
const module = 'src/forms/read-form.ts'
const pack = await samplePack()

let bundle: Uint8Array
let browser: Browser
let page: Page

beforeAll(async () => {
  bundle = await bundled()
  browser = await launch(await findBrowser(), makeFolder())
  page = await openPage(browser)
  // Cryptography is there only where a page cannot have been tampered with, which `about:blank` does not tell.
  await page.goto(pathToFileURL(join(makeFolder({ 'blank.html': '' }), 'blank.html')).href)
  await page.addScriptTag({ content: new TextDecoder().decode(bundle) })
})

afterAll(() => browser?.close())

test('a browser reads a completed form as Node does', async () => {
  const form = definitionOf('mentoring-contract')
  const blank = new Uint8Array(readFileSync(join(pack, `${form.id}.pdf`)))
  const completed = await pdfjs.fill(blank, answersFor(form))
  const options = { file: 'contract.pdf', known: knownForms(form) }
  const read = await readForm(completed, options)
  expect(read).toMatchObject({ status: 'read', form: { id: form.id }, method: 'fields' })
  expect(await readInBrowser(completed, options)).toEqual(asJson(read))
})

test('a browser verifies a digital signature as Node does', async () => {
  const authority = await identityOf('Test Authority')
  const signer = await identityOf('Łukasz Żółć', authority)
  const { bytes } = await signedPdf(signer, { at: new Date('2026-04-03T09:30:00Z') })
  const form = formOf([{ type: 'signature', name: 'sign', label: 'Signature', required: true }])
  const options = { file: 'signed.pdf', known: knownForms(form), trusted: [pemOf(authority)] }
  const read = await readForm(bytes, options)
  expect(read).toMatchObject({ draft: { signatures: [{ intact: true, trusted: true }] } })
  expect(await readInBrowser(bytes, options)).toEqual(asJson(read))
})

test('a browser loads no more for it than it must', () => {
  // A single `import { z }` brings the messages of zod in fifty languages along; our own take some 40 kB each.
  expect(bundle.length).toBeLessThan(980_000)
})

test('it names nothing that only Node has', () => {
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { types: [], lib: ['es2024', 'esnext.iterator', 'dom'] },
    files: [join(root, module)],
    include: [],
  }
  const folder = makeFolder({ 'tsconfig.json': JSON.stringify(config) })
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [compiler, '--project', folder])
  expect({ status, stdout: String(stdout) }).toEqual({ status: 0, stdout: '' })
})

/** As a web page takes it; an import that a browser cannot follow makes this throw. */
async function bundled(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(root, module)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    globalName: 'policypack',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.contents
}

function definitionOf(id: string): FormDefinition {
  return definitionIn(pack, id)
}

function knownForms(form: FormDefinition): ReadFormOptions['known'] {
  const { hash, organisation } = form
  return { definitions: [form], publishedHashes: new Set([hash]), organisation }
}

/** What the browser makes of it, on a blank page. Bytes and sets do not pass into a page as they are. */
function readInBrowser(bytes: Uint8Array, { file, known, trusted = [] }: ReadFormOptions) {
  return page.evaluate(
    (bytes, file, known, hashes, trusted) => {
      const { policypack } = globalThis as unknown as { policypack: { readForm: typeof readForm } }
      return policypack.readForm(new Uint8Array(bytes), {
        file,
        known: { ...known, publishedHashes: new Set(hashes) },
        trusted: trusted.map((certificate) => new Uint8Array(certificate)),
      })
    },
    [...bytes],
    file,
    known,
    [...known.publishedHashes],
    trusted.map((certificate) => [...certificate]),
  )
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
