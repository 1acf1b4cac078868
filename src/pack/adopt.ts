import { constants } from 'node:fs'
import { copyFile, mkdir, writeFile as writeNew } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { parse as parseYaml, Document as YamlDocument } from 'yaml'
import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import { type Control, type Converted, convert, type Told, Unreadable } from '../convert/index.ts'
import { placeInside } from '../files/inside.ts'
import { codeOf } from '../files/missing.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { shownPath } from '../files/shown-path.ts'
import { replaceFile } from '../files/write-file.ts'
import { capital } from '../language/capital.ts'
import { slug } from '../language/slug.ts'
import { type Message, messagesOf } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { didYouMean } from '../messages/suggest.ts'
import {
  type Document,
  DocumentId,
  FrontMatter,
  isForm,
  type Kind,
  kinds,
} from '../model/document.ts'
import { type AdoptedThing, adoptedPage } from './adopted-page.ts'
import { asWordFile } from './libreoffice.ts'
import { parse } from './parse/index.ts'

const MAX_BYTES = 50_000_000
/** Fields from which on a text is a form, when its title does not say what it is. */
const FORM_FIELDS = 3
const USUAL_LOCALE = 'en-GB'

export type { AdoptedThing }

export interface AdoptOptions {
  /** Path of the configuration; the document goes into `content/` beside it. */
  readonly config: string
  /** The file, as its path or, with a name for messages, as its bytes. */
  readonly source: string | { readonly name: string; readonly bytes: Uint8Array }
  /** In place of what the file tells. */
  readonly id?: string
  readonly title?: string
  readonly kind?: string
  /** Write nothing. */
  readonly dryRun?: boolean
}

/** What became of a file. */
export interface Adopted {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  /** Path of the document, and its text. */
  readonly file: string
  readonly text: string
  /** Path of the page that tells what was taken for what. */
  readonly page: string
  readonly pictures: readonly string[]
  readonly told: readonly AdoptedThing[]
  /** What is wrong with the document as it is. */
  readonly messages: readonly Message[]
}

/**
 * Makes a document of the pack of a text that the organisation has: a Word file, a web page, a text, Markdown, or what LibreOffice
 * reads. It is written to `content/` beside the configuration with its pictures, and beside it a page that tells what was taken for
 * what. Nothing that is there is overwritten. Throws an {@link OperatorError} for a file that cannot be read.
 *
 * @example
 * ```ts
 * import { adopt } from 'policypack'
 *
 * const bytes = new TextEncoder().encode('Grievance policy\n\nTell your manager first. We answer within five days.\n')
 * const { text } = await adopt({ config: 'org.config.json', source: { name: 'grievance.txt', bytes }, dryRun: true })
 * console.log(text)
 * ```
 */
export async function adopt(options: AdoptOptions): Promise<Adopted> {
  const { name, bytes, folder } = await readSource(options.source)
  const locale =
    (await readConfigurationMaybe(options.config))?.organisation?.locale ?? USUAL_LOCALE
  const converted = await readAs(bytes, { name, locale })
  const title = options.title ?? converted.title ?? nameless(name)
  const id = idFor(options.id ?? slug(title, 'document'))
  const home = join(dirname(options.config), 'content')
  const pictures = converted.pictures.map((picture) => ({
    ...picture,
    path: `pictures/${id}-${picture.name}`,
  }))
  const body = withPicturePaths(converted.text, pictures)
  const kind = namedKind(options.kind) ?? kindOf(title, body)
  const head = frontMatter({ id, kind, title }, converted)
  const text = `${head}\n${body}`
  const file = join(home, `${id}.md`)
  const checked = new VFile({ path: shownPath(file), value: text })
  const document = parse({ file: checked })
  const told = tellAll(converted, head.split('\n').length, document, pictures)
  const page = join(dirname(options.config), 'adopted', `${id}.html`)
  const adopted: Adopted = {
    ...{ id, kind, title, file, text, page, told },
    pictures: pictures.map(({ path }) => join(home, path)),
    messages: messagesOf(checked),
  }
  if (options.dryRun) return adopted
  await writeDocument(file, text, options.config)
  for (const { path, bytes: picture } of pictures)
    await writePicture(join(home, path), picture, options.config)
  if (folder) await copyPictures(document, folder, home, options.config)
  await replaceFile(page, new TextEncoder().encode(adoptedPage(adopted, name)))
  return adopted
}

interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it lies; its pictures may lie beside it. */
  readonly folder?: string
}

async function readSource(source: AdoptOptions['source']): Promise<SourceFile> {
  if (typeof source !== 'string') return source
  const bytes = await readBytesMaybe(source, { maxBytes: MAX_BYTES })
  if (!bytes) throw new OperatorError(`There is no file \`${source}\`; check its name`)
  return { name: basename(source), bytes, folder: dirname(source) }
}

/** Files that another program makes Word files of. */
const foreign = new Set(['odt', 'ott', 'fodt', 'doc', 'dot', 'rtf', 'wpd', 'pages'])

async function readAs(
  bytes: Uint8Array,
  { name, locale }: { name: string; locale: string },
): Promise<Converted> {
  const ending = extname(name).slice(1).toLowerCase()
  try {
    const word = foreign.has(ending) ? await asWordFile(bytes, ending) : bytes
    return convert(word, { name: foreign.has(ending) ? `${name}.docx` : name, locale })
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    throw new OperatorError(
      `\`${name}\` cannot be adopted: ${cause.message}. Word files (.docx), web pages, plain texts and Markdown can be, and with LibreOffice .odt, .doc and .rtf`,
      { cause },
    )
  }
}

/** `Grievance_policy v2 FINAL.docx` as a title. */
function nameless(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\b(?:final|copy|draft|v\d[\d.]*)\b/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? 'Document' : capital(words)
}

function idFor(wanted: string): string {
  const id = /^[a-z]/.test(wanted) ? wanted : `document-${wanted}`.slice(0, 80).replace(/-$/, '')
  const good = DocumentId.safeParse(id).success && FrontMatter.shape.id.safeParse(id).success
  if (good) return id
  throw new OperatorError(
    `Unexpected id \`${wanted}\`, expected lower-case words joined by hyphens, such as \`grievance-policy\`; give one by \`--id\``,
  )
}

function namedKind(name: string | undefined): Kind | undefined {
  const kind = kinds.find((one) => one === name)
  if (name === undefined || kind) return kind
  throw new OperatorError(
    `Unexpected kind \`${name}\`${didYouMean(name, kinds) || `, expected one of ${kinds.join(', ')}`}`,
  )
}

/** Titles say what a document is; where they do not, its places to write do. */
const titled: readonly (readonly [Kind, RegExp])[] = [
  ['contract', /\b(?:agreement|contract)\b/i],
  ['evaluation', /\b(?:evaluation|feedback|survey|questionnaire|appraisal)\b/i],
  ['form', /\b(?:form|application|request|nomination|checklist|consent)\b/i],
  ['record', /\b(?:record|log|minutes|notes|register)\b/i],
  ['procedure', /\bprocedures?\b/i],
  ['policy', /\bpolic(?:y|ies)\b|\bcode\b|\bstatement\b/i],
  ['guideline', /\bguidelines?\b/i],
  ['guide', /\bguid(?:e|ance)\b|\bhandbook\b|\bmanual\b/i],
]

function kindOf(title: string, body: string): Kind {
  const fields = fieldsIn(body)
  const said = titled.find(
    ([kind, words]) => words.test(title) && (!isForm(kind) || fields > 0),
  )?.[0]
  return said ?? (fields >= FORM_FIELDS ? 'form' : 'policy')
}

function fieldsIn(body: string): number {
  const head = '---\nid: a\nkind: form\ntitle: A\nversion: 1.0.0\n---\n'
  return parse({ file: new VFile({ value: head + body }) })?.fields.length ?? 0
}

function frontMatter(
  { id, kind, title }: { id: string; kind: Kind; title: string },
  { control, changes, isNumbered, frontMatter: written, told }: Converted,
): string {
  const known = Object.keys(FrontMatter.shape)
  const own = Object.entries(readYaml(written)).flatMap(([key, value]) => {
    const name = key.toLowerCase()
    return known.includes(name) &&
      FrontMatter.shape[name as keyof typeof FrontMatter.shape].safeParse(value).success
      ? [[name, value]]
      : []
  })
  const said: Record<string, unknown> = {
    id,
    kind,
    title,
    version: '1.0.0',
    ...open(kind),
    ...control,
    ...(changes.length > 0 && { changes }),
    ...Object.fromEntries(own),
    ...(isNumbered && { numbered: true }),
    ...(told.some(({ about }) => about === 'contents') && { contents: true }),
  }
  Object.assign(said, { id, title })
  const yaml = new YamlDocument(said, { version: '1.1' })
  return `---\n${yaml.toString({ lineWidth: 0 })}---\n`
}

function readYaml(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {}
  try {
    const value: unknown = parseYaml(text, { schema: 'failsafe', maxAliasCount: 0 })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}

/** What the organisation is asked for where the file does not say it. */
function open(kind: Kind): Control {
  const owner = { owner: '(insert owner)' }
  if (kind !== 'policy' && kind !== 'procedure') return owner
  return {
    ...owner,
    approver: '(insert approver)',
    effective: '(insert effective date)',
    review: '(insert review date)',
  }
}

interface PlacedPicture {
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly isLogo?: true
}

function withPicturePaths(text: string, pictures: readonly PlacedPicture[]): string {
  return pictures.reduce((now, { name, path }) => now.replaceAll(`](${name})`, `](${path})`), text)
}

/** All that is told, in lines of the whole file. */
function tellAll(
  { told, control }: Converted,
  above: number,
  document: Document | undefined,
  pictures: readonly PlacedPicture[],
): AdoptedThing[] {
  const moved = told.map(({ line, ...thing }: Told) => ({
    ...thing,
    ...(line !== undefined && { line: line + above }),
  }))
  const said = Object.entries(control).map(([key, value]) => ({
    about: 'other',
    text: `\`${key}\` in the front matter: ${value}`,
  }))
  const shown = pictures.map(({ path, isLogo }) => ({
    about: 'picture',
    text: isLogo
      ? `content/${path} stood at the top or foot of the pages. If it is your logo, write \`"logo": "content/${path}"\` under \`organisation\` in the configuration`
      : `content/${path}; say in its square brackets what it shows, or write \`{decorative}\` behind it`,
  }))
  return [...moved, ...said, ...shown, ...(document ? inDocument(document) : [])]
}

/** What the pack takes for placeholders and for places to write. */
function inDocument({ tree }: Document): AdoptedThing[] {
  const things: AdoptedThing[] = []
  visit(tree, (node) => {
    const line = node.position?.start.line
    const at = line === undefined ? {} : { line }
    if (node.type === 'placeholder')
      things.push({ about: 'placeholder', text: `\`${node.raw}\` asks for “${node.key}”`, ...at })
    if (node.type !== 'field') return
    const { type, label } = node.field
    things.push({
      about: type === 'signature' ? 'signature' : 'blank',
      text: `“${label}”, ${fieldWords[type] ?? type}`,
      ...at,
    })
  })
  return things
}

const fieldWords: Readonly<Record<string, string>> = {
  text: 'a line to write on',
  multiline: 'several lines to write on',
  checkbox: 'a box to tick',
  choice: 'one of several to choose',
  checks: 'several to tick',
  date: 'a date',
  number: 'a number',
  email: 'an e-mail address',
  signature: 'a signature',
  rows: 'a table to fill in',
}

async function writeDocument(file: string, text: string, config: string): Promise<void> {
  await placeInside(dirname(config), file)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeNew(file, text, { flag: 'wx' })
  } catch (cause) {
    throw new OperatorError(
      codeOf(cause) === 'EEXIST'
        ? `${shownPath(file)} is there already and stays as it is; give the document another name by \`--id\`, or remove that one first`
        : `${shownPath(file)} cannot be written; check who may write there`,
      { cause },
    )
  }
}

async function writePicture(path: string, bytes: Uint8Array, config: string): Promise<void> {
  await placeInside(dirname(config), path)
  await replaceFile(path, bytes)
}

/** Pictures that lie beside a Markdown file go along with it. */
async function copyPictures(
  document: Document | undefined,
  from: string,
  to: string,
  config: string,
): Promise<void> {
  const paths: string[] = []
  if (document) visit(document.tree, 'image', ({ url }) => void paths.push(url))
  for (const path of paths) {
    if (/^[a-z][a-z\d+.-]*:/i.test(path)) continue
    const copy = join(to, path)
    await placeInside(from, join(from, path))
    await placeInside(dirname(config), copy)
    if (!(await readBytesMaybe(join(from, path), { within: from }))) continue
    await mkdir(dirname(copy), { recursive: true })
    await copyFile(join(from, path), copy, constants.COPYFILE_EXCL).catch((cause: unknown) => {
      if (codeOf(cause) !== 'EEXIST') throw cause
    })
  }
}
