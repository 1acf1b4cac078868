import GithubSlugger from 'github-slugger'
import type { Nodes } from 'mdast'
import type { Document } from '../../src/model/document.ts'
import type { ColumnField, Field } from '../../src/model/field.ts'
import { plainText } from '../../src/pack/text/plain-text.ts'

/** What a paragraph, an item of a list, a row of a table or a field says, sentence by sentence. */
export type Block = readonly string[]

/** The blocks of a document by place: below a heading by its anchor, of a field by `#` and its name. */
export type Places = ReadonlyMap<string, readonly Block[]>

/** What a document says and asks, and where. */
export function placesOf({ tree, fields }: Document): Places {
  const slugger = new GithubSlugger()
  const places = new Map<string, Block[]>()
  let place = ''
  for (const node of tree.children) {
    if (node.type === 'heading') place = slugger.slug(plainText(node))
    else places.set(place, [...(places.get(place) ?? []), ...blocksIn(node)])
  }
  for (const [name, text] of fields.flatMap(questionsOf)) places.set(`#${name}`, [[text]])
  return places
}

/** Of two texts, of which a pack has one, the one for an organisation that has the answer. */
function blocksIn(node: Nodes): Block[] {
  if (node.type === 'condition' && node.negated) return []
  if (node.type === 'paragraph') return [sentencesOf(plainText(node))]
  if (node.type === 'tableRow') return [sentencesOf(node.children.map(plainText).join('; '))]
  return 'children' in node ? node.children.flatMap(blocksIn) : []
}

function sentencesOf(text: string): Block {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.?!]) /)
}

function questionsOf(field: Field): [name: string, text: string][] {
  const columns = field.type === 'rows' ? field.columns : []
  return [
    [field.name, questionOf(field)],
    ...columns.map((column): [string, string] => [
      `${field.name}.${column.name}`,
      questionOf(column),
    ]),
  ]
}

/** What a person reads at a field. */
function questionOf(field: Field | ColumnField): string {
  const options = 'options' in field ? field.options.map(({ label }) => label) : []
  const scale = field.type === 'rating' ? [`1–${field.max}`] : []
  const date = field.type === 'signature' && field.date ? ['date'] : []
  return [field.label, field.hint, ...options, ...scale, ...date].join('; ')
}
