import type { FootnoteDefinition, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Element } from 'xast'
import { capital } from '../../language/capital.ts'
import type { Found, Note, Picture } from '../converted.ts'
import { pictureType } from '../picture-type.ts'
import { Unreadable } from '../unreadable.ts'
import { readBlocks } from './document.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type Relation, type WordPackage } from './package.ts'
import type { Reading } from './reading.ts'
import { readStyles } from './styles.ts'
import { at, attribute, childOf, elementsOf, nameOf, textIn, within } from './xml.ts'

/**
 * Reads a Word file (ECMA-376, part 1, 17). The libraries that turn Word into HTML leave out how paragraphs are numbered,
 * what is tracked, and where people are to write; here all of it is seen. Throws {@link Unreadable}.
 */
export function readWord(bytes: Uint8Array): Found {
  const file = openPackage(bytes)
  const main = file.part(file.main)
  const body = childOf(main, 'body')
  if (!body) throw new Unreadable('there is no text of Word in it')
  const { reading, footnotes } = beginReading(file)
  const blocks = readBlocks(body, reading)
  const notes = footnotes()
  sayCounts(reading, blocks)
  sayHeaders(reading)
  return {
    tree: { type: 'root', children: [...blocks, ...notes] },
    title: titleOf(file),
    notes: reading.notes,
    pictures: reading.pictures,
  }
}

function beginReading(file: WordPackage): { reading: Reading; footnotes: () => RootContent[] } {
  const relations = file.relations(file.main)
  const partOf = (type: string): Element | undefined => {
    const found = [...relations.values()].find((one) => one.type === type)
    return found && file.part(found.target)
  }
  const wanted: { kind: 'footnotes' | 'endnotes'; id: string; identifier: string }[] = []
  const notes: Note[] = []
  const pictures: Picture[] = []
  const reading: Reading = {
    file,
    styles: readStyles(partOf('styles')),
    numbering: readNumbering(partOf('numbering')),
    relations,
    notes,
    pictures,
    picture: (relation) => takePicture(relation, { file, notes, pictures }),
    noteFor(kind, id) {
      const known = wanted.find((one) => one.kind === kind && one.id === id)
      if (known) return known.identifier
      const identifier = String(wanted.length + 1)
      wanted.push({ kind, id, identifier })
      return identifier
    },
    fields: { open: [], isCode: false },
    changes: { inserted: 0, deleted: 0, moved: 0 },
    merges: new Set(),
    commentsHere: [],
    comments: commentsIn(partOf('comments')),
    isJoined: false,
    controls: 0,
    hidden: 0,
    pageBreaks: 0,
  }
  return { reading, footnotes: () => readFootnotes(wanted, partOf, reading) }
}

function readFootnotes(
  wanted: readonly { kind: string; id: string; identifier: string }[],
  partOf: (type: string) => Element | undefined,
  reading: Reading,
): RootContent[] {
  if (wanted.length === 0) return []
  const parts = { footnotes: partOf('footnotes'), endnotes: partOf('endnotes') }
  const made = wanted.flatMap(({ kind, id, identifier }): FootnoteDefinition[] => {
    const part = parts[kind as keyof typeof parts]
    const note = part && elementsOf(part).find((one) => attribute(one, 'id') === id)
    const children = note ? readBlocks(note, reading) : []
    return [
      { type: 'footnoteDefinition', identifier, label: identifier, children: children as never[] },
    ]
  })
  const [first] = made
  const count = made.length === 1 ? 'A footnote' : `${made.length} footnotes`
  reading.notes.push({
    about: 'footnote',
    text: `${count}, at the end of the document from this line on`,
    node: first,
  })
  return made
}

function commentsIn(part: Element | undefined): Map<string, string> {
  const all = part ? elementsOf(part).filter((one) => nameOf(one) === 'comment') : []
  return new Map(
    all.map((comment) => {
      const text = [...within(comment, 'p')].map(textIn).join(' ').replace(/\s+/g, ' ').trim()
      const author = attribute(comment, 'author') || 'Somebody'
      return [attribute(comment, 'id') ?? '', `${author}: ${text}`]
    }),
  )
}

function sayCounts(reading: Reading, blocks: readonly RootContent[]): void {
  const { changes, merges, notes } = reading
  const tracked = [
    ...said(changes.inserted, 'insertion', 'taken'),
    ...said(changes.deleted, 'deletion', 'carried out'),
    ...said(changes.moved, 'move', 'carried out'),
  ]
  if (tracked.length > 0)
    notes.push({
      about: 'change',
      text: `${capital(tracked.join(', '))}, as if somebody had accepted all of them`,
    })
  if (merges.size > 0)
    notes.push({
      about: 'merge',
      text: `${[...merges].map((name) => `«${name}»`).join(', ')}: placeholders, which the organisation's answers fill`,
    })
  if (reading.controls > 0)
    notes.push({
      about: 'box',
      text: `${reading.controls} content controls and form fields of Word: places to write, choose or tick`,
    })
  if (reading.hidden > 0)
    notes.push({ about: 'other', text: `${reading.hidden} passages of hidden text, left out` })
  if (blocks.length === 0) throw new Unreadable('there are no words in it')
}

function said(count: number, what: string, done: string): string[] {
  if (count === 0) return []
  return [count === 1 ? `one ${what} was ${done}` : `${count} ${what}s were ${done}`]
}

/** What stands at the top and foot of each page; the pack has its own. */
function sayHeaders(reading: Reading): void {
  for (const { type, target } of reading.relations.values()) {
    if (type !== 'header' && type !== 'footer') continue
    const part = reading.file.part(target)
    if (!part) continue
    const logos: Picture[] = []
    const relations = reading.file.relations(target)
    const fields = { open: [], isCode: false }
    const blocks = readBlocks(part, {
      ...reading,
      relations,
      fields,
      notes: [],
      picture: (relation) =>
        takePicture(relation, {
          file: reading.file,
          notes: reading.notes,
          pictures: logos,
          isLogo: true,
        }),
    })
    const text = blocks
      .map((block) => textOf(block).replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(' · ')
    const line = `${type === 'header' ? 'Header' : 'Footer'}: ${text}`
    if (text && !reading.notes.some((note) => note.text === line))
      reading.notes.push({ about: 'header', text: line })
    for (const logo of logos) {
      const at = reading.pictures.findIndex(({ name }) => name === logo.name)
      if (at === -1) reading.pictures.push(logo)
      else reading.pictures[at] = logo
    }
  }
}

function takePicture(
  { target, isOutside }: Relation,
  to: { file: WordPackage; notes: Note[]; pictures: Picture[]; isLogo?: true },
): string | undefined {
  const shown = target.replace(/^.*\//, '')
  if (isOutside) {
    to.notes.push({
      about: 'picture',
      text: `${shown}: it lies elsewhere and was not fetched; put it into the folder by hand`,
    })
    return undefined
  }
  const bytes = to.file.bytes(target)
  const type = bytes && pictureType(bytes)
  if (!type) {
    to.notes.push({
      about: 'picture',
      text: `${shown}: a kind of picture that no browser shows; save it as PNG and put it into the folder`,
    })
    return undefined
  }
  const name = `${shown.replace(/\.[^.]*$/, '').replace(/[^\w-]+/g, '-')}.${type}`
  if (!to.pictures.some((one) => one.name === name))
    to.pictures.push({ name, bytes, ...(to.isLogo && { isLogo: true }) })
  return name
}

function titleOf(file: WordPackage): string | undefined {
  const part = file.part('docProps/core.xml')
  const title = at(part, 'title')
  return title ? textIn(title).trim() || undefined : undefined
}
