import type { Node } from 'unist'
import { textOf } from '../containers/text.ts'
import { asciiBytes, startsWith } from '../pdf/bytes.ts'
import { type Note, type NoteKind, noteKinds, type Picture } from './converted.ts'
import { readHtml } from './html/index.ts'
import { type MarkdownFound, readMarkdown } from './markdown/index.ts'
import { type Change, takeChanges } from './structure/changes.ts'
import { type Control, takeControl, versionIn } from './structure/control.ts'
import { structure } from './structure/index.ts'
import { readText } from './text/index.ts'
import { Unreadable } from './unreadable.ts'
import { readWord } from './word/index.ts'
import { write } from './write.ts'

export type { Control }
export { noteKinds, Unreadable }

/** What is told of one thing; `line` counts in the text of the document, from 1. */
export interface Told {
  readonly about: NoteKind
  readonly text: string
  readonly line?: number
}

/** A file as a document. */
export interface Converted {
  /** Markdown without front matter. */
  readonly text: string
  readonly title?: string
  /** What the document said of itself. */
  readonly control: Control
  /** What was changed in it, oldest first, as its table of versions has it. */
  readonly changes: readonly Change[]
  /** The front matter that a Markdown file had. */
  readonly frontMatter?: string
  readonly isNumbered: boolean
  readonly told: readonly Told[]
  readonly pictures: readonly Picture[]
}

/** What a file is, as far as it can be converted. */
type Kind = 'word' | 'html' | 'markdown' | 'text'

/**
 * Converts a file into Markdown, and tells what was taken for what. Pictures are named as they stand in the text and may lie in any
 * folder. Throws {@link Unreadable} for a file that cannot be read, or is no document.
 */
export function convert(
  bytes: Uint8Array,
  { name, locale }: { name: string; locale: string },
): Converted {
  const kind = kindOf(bytes, name)
  const found = read(kind, bytes)
  const { tree, title, isNumbered } = structure(found, { isPlain: kind === 'text' })
  const { control, blocks: others } = takeControl(tree.children, {
    notes: found.notes,
    locale,
    title,
  })
  const { changes, version, blocks } = takeChanges(others, found.notes, locale)
  const latest = version === undefined ? undefined : versionIn(version)
  const { text, lines } = write({ ...tree, children: blocks })
  return {
    text,
    control: { ...(latest && { version: latest }), ...control },
    changes,
    isNumbered,
    told: found.notes.flatMap((note) => told(note, lines)),
    pictures: found.pictures,
    ...(title && { title }),
    ...(found.frontMatter !== undefined && { frontMatter: found.frontMatter }),
  }
}

/** What is nested so deeply that no program gets to its end is no document. */
function read(kind: Kind, bytes: Uint8Array): MarkdownFound {
  try {
    return readers[kind](bytes)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Unreadable('it is nested more deeply than any document', { cause })
  }
}

const readers = {
  word: readWord,
  markdown: (bytes: Uint8Array) => readMarkdown(wordsOf(bytes)),
  html: (bytes: Uint8Array) => readHtml(wordsOf(bytes)),
  text: (bytes: Uint8Array) => readText(wordsOf(bytes)),
} as const

/** What was taken into the front matter stands on no line of the text. */
function told({ about, text, node }: Note, lines: ReadonlyMap<Node, number>): Told[] {
  const line = node && lines.get(node)
  if (node && line === undefined && about === 'table') return []
  if (node && line === undefined && about === 'heading')
    return [{ about, text: `${text}: the title` }]
  return [{ about, text, ...(line !== undefined && { line }) }]
}

/** What a file is, by what it holds and, for texts, by its name. */
function kindOf(bytes: Uint8Array, name: string): Kind {
  if (startsWith(bytes, zip, 0)) return 'word'
  if (startsWith(bytes, compound, 0))
    throw new Unreadable(
      'it has a password, or is of an old Word; save it without one, as a Word file (.docx)',
    )
  const text = decoded(bytes).slice(0, 100_000)
  if (isBinary(text)) throw new Unreadable('it is no document that is known here')
  if (isTooLong(decoded(bytes))) throw new Unreadable('it is longer than any document')
  if (text.trim() === '') throw new Unreadable('there are no words in it')
  if (/\.(?:md|markdown|mdown|qmd|rmd)$/i.test(name)) return 'markdown'
  if (/\.(?:html?|xhtml)$/i.test(name) || isHtml(text)) return 'html'
  return !/\.te?xt$/i.test(name) && isMarkdown(text) ? 'markdown' : 'text'
}

/** Pictures in a web page count for nothing. */
function isTooLong(text: string): boolean {
  return text.replace(/base64,[A-Za-z\d+/=\s]+/g, '').length > MOST_TEXT
}

const MOST_TEXT = 2_000_000

/** A text may hold a stray sign of control, which goes; another file has many. */
function isBinary(text: string): boolean {
  return text.includes('\0') || (text.match(CONTROL)?.length ?? 0) > text.length / 100
}

const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu

/** What documents of old programs begin with, and those with a password. */
const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)

const zip = asciiBytes('PK\u0003\u0004')

function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype html|html|head|body|meta|div|p|h[1-6]|table|span|article|section)[\s>]/i.test(
    text,
  )
}

/** Signs that nobody writes who does not write Markdown. */
function isMarkdown(text: string): boolean {
  return (
    /^#{1,6} \S/m.test(text) ||
    /^---\n[\s\S]*?\n---\n/.test(text) ||
    /\]\([^()\s]+\)/.test(text) ||
    /^\|[ :|-]*---[ :|-]*\|$/m.test(text)
  )
}

function wordsOf(bytes: Uint8Array): string {
  return decoded(bytes).replace(CONTROL, '')
}

/** Text in UTF-8, in UTF-16 with its mark, or in the characters that Windows has in the west. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const text = textOf(bytes)
  const isWestern = /[\x80-\x9f]/.test(text) && text.length === bytes.length
  return (isWestern ? new TextDecoder('windows-1252').decode(bytes) : text).replace(/^\uFEFF/, '')
}
