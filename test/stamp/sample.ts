import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { findBrowser } from '../../src/browser/index.ts'
import { type Document, FrontMatter } from '../../src/model/document.ts'
import type { Field } from '../../src/model/field.ts'
import { Config } from '../../src/model/organisation.ts'
import type { Templates } from '../../src/model/project.ts'
import { print } from '../../src/pack/print/index.ts'

const options = [
  { value: 'Every week', label: 'Every week', state: 'every-week' },
  { value: 'Every month', label: 'Every month', state: 'every-month' },
]

/** A question of each type. */
const fields: Field[] = [
  { type: 'text', name: 'mentee.name', label: 'Mentee’s full name', required: true },
  {
    type: 'text',
    name: 'mentor.name',
    label: 'Mentor’s full name',
    required: false,
    maxLength: 60,
  },
  {
    type: 'choice',
    name: 'meetings.frequency',
    label: 'How often will you meet?',
    required: true,
    options,
    other: 'meetings.frequencyOther',
  },
  { type: 'checks', name: 'terms', label: 'What we agree on', required: false, options },
  { type: 'checkbox', name: 'confirmed', label: 'I have read the policy', required: true },
  { type: 'date', name: 'start', label: 'Start', hint: 'day month year', required: true },
  { type: 'number', name: 'count', label: 'Number of meetings', required: false, min: 1 },
  { type: 'email', name: 'mail', label: 'E-mail address', required: false },
  { type: 'select', name: 'size', label: 'Size of the workshop (Größe)', required: false, options },
  { type: 'multiline', name: 'notes', label: 'Notes', required: false, lines: 4 },
  {
    type: 'rows',
    name: 'actions',
    label: 'Action plan',
    required: false,
    min: 2,
    columns: [
      { type: 'multiline', name: 'goal', label: 'Goal', required: true, lines: 2 },
      { type: 'date', name: 'due', label: 'By when', required: false },
      { type: 'checkbox', name: 'done', label: 'Done', required: false },
    ],
  },
  {
    type: 'rating',
    name: 'rate',
    label: 'How useful was it?',
    required: false,
    max: 3,
    high: 'very',
  },
  {
    type: 'signature',
    name: 'mentee.signature',
    label: 'Mentee’s signature',
    required: true,
    date: 'mentee.signedOn',
  },
  { type: 'date', name: 'mentee.signedOn', label: 'Date of the signature', required: true },
]

/** The form that `sample.html` prints, as the fill stage leaves it. */
export function sampleForm(changes: Partial<FrontMatter> = {}): Document {
  return documentOf({ kind: 'contract', ...changes }, fields)
}

/** A document without questions, as `sample-policy.html` prints it. */
export function samplePolicy(): Document {
  return documentOf({ id: 'sample-policy', kind: 'policy', title: 'Sample policy' }, [])
}

/** The organisation of the samples. */
export const config = Config.parse({
  organisation: { name: 'Larkspur Lantern Cooperative', locale: 'en-GB' },
})

/** The templates, as far as stamping uses them. */
export async function templates(): Promise<Templates> {
  const font = new URL('../../templates/form-font/noto-sans.ttf', import.meta.url)
  const writer = new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))
  return {
    layouts: {},
    styles: {},
    assets: [],
    formFont: await readFile(font),
    codeWriter: await readFile(writer),
  }
}

function documentOf(changes: Partial<FrontMatter>, questions: readonly Field[]): Document {
  const meta = FrontMatter.parse({
    id: 'sample-contract',
    kind: 'contract',
    title: 'Sample contract & agreement',
    version: '1.2.0',
    summary: 'What a mentee and a mentor agree on.',
    effective: '2026-12-01',
    ...changes,
  })
  return {
    id: meta.id,
    kind: meta.kind,
    meta,
    file: new VFile({ path: `content/${meta.id}.md` }),
    locate: () => undefined,
    tree: { type: 'root', children: [] },
    fields: questions,
  }
}

/**
 * Prints `sample.html`, which has one marker for each slot of `sampleForm`.
 *
 * @param change what to do to the page before
 */
export async function printSample(change: (html: string) => string = (html) => html) {
  const html = await readFile(new URL('sample.html', import.meta.url), 'utf8')
  const faces = ['400-normal', '600-normal', '400-italic']
  const fonts = faces.map(async (face) => {
    const file = `source-sans-3-latin-${face}.woff2`
    const path = import.meta.resolve(`@fontsource/source-sans-3/files/${file}`)
    return { path: `assets/fonts/${file}`, bytes: await readFile(new URL(path)) }
  })
  const job = { id: 'sample', html: change(html) }
  const printed = await print([job], await Promise.all(fonts), await findBrowser())
  const pdf = printed.get('sample')
  if (!pdf) throw new Error('The sample was not printed')
  return pdf
}

/** The page of `sample.html` without its markers. */
export function withoutMarkers(html: string): string {
  return html.replace(/<a class="field[^>]*>.*?<\/a>/g, '…')
}
