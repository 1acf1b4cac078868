import type { Element, RootContent as HastContent, Root as HastRoot } from 'hast'
import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark, { type Options } from 'rehype-remark'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Found, Note, Picture } from '../converted.ts'
import { NOTE_REFERENCE, takeNotes } from './footnotes.ts'
import { takeFrame } from './frame.ts'
import { joinLists } from './google-docs.ts'
import { prepare } from './prepare.ts'
import { tableOf } from './table.ts'
import { wordsIn } from './words.ts'

type Handle = NonNullable<Options['handlers']>[string]

/** Reads a web page, or what was copied from one or from a word processor. Nothing of it is loaded or run. */
export function readHtml(source: string): Found {
  const notes: Note[] = []
  const pictures: Picture[] = []
  const tree = unified()
    .use(rehypeParse, { fragment: !/<html[\s>]/i.test(source) })
    .parse(source)
  const title = titleOf(tree)
  takeFrame(tree, notes)
  joinLists(tree)
  prepare(tree, { notes, pictures })
  const footnotes = takeNotes(tree)
  const made = asMarkdown(tree, notes)
  made.children.push(
    ...footnotes.map(({ identifier, element }): FootnoteDefinition => {
      const { children } = asMarkdown({ type: 'root', children: [element] }, notes)
      return {
        type: 'footnoteDefinition',
        identifier,
        label: identifier,
        children: children as never[],
      }
    }),
  )
  if (footnotes.length > 0)
    notes.push({
      about: 'footnote',
      text: `${footnotes.length === 1 ? 'A footnote' : `${footnotes.length} footnotes`}, at the end of the document from this line on`,
      node: made.children.find(({ type }) => type === 'footnoteDefinition'),
    })
  return { tree: made, title, notes, pictures }
}

function asMarkdown(tree: HastRoot, notes: Note[]): Root {
  const handlers: Record<string, Handle> = {
    table: (_, element) => tableOf(element, notes, (cell) => blocksIn(cell, notes)) as never,
    [NOTE_REFERENCE](_, { properties }): FootnoteReference {
      const identifier = String(properties.identifier)
      return { type: 'footnoteReference', identifier, label: identifier }
    },
  }
  const made = unified().use(rehypeRemark, { handlers, document: true }).runSync(tree) as Root
  // Pages part paragraphs by empty lines as well.
  visit(made, 'break', (_, index, parent) => {
    if (index === undefined || parent?.children[index - 1]?.type !== 'break') return
    parent.children.splice(index, 1)
    return index
  })
  return made
}

/** The title as the page shows it, or as it says it of itself, where sites put their own name behind it. */
function titleOf(tree: HastRoot): string | undefined {
  let shown: string | undefined
  let said: string | undefined
  const first: string[] = []
  visit(tree, 'element', (element) => {
    const { className } = element.properties
    const isTitle = element.tagName === 'p' && /\b(?:Mso)?title\b/i.test(String(className ?? ''))
    if (isTitle) shown ??= wordsIn(element)
    if (element.tagName === 'title') said ??= wordsIn(element)
    if (element.tagName === 'h1') first.push(wordsIn(element))
  })
  const [only, ...others] = first
  return shown || (others.length === 0 && only) || said || undefined
}

function blocksIn(cell: Element, notes: Note[]): RootContent[] {
  const inside: HastRoot = { type: 'root', children: cell.children as HastContent[] }
  return asMarkdown(inside, notes).children
}
