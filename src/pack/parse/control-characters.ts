import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { controlCharacterAt, reportControlCharacter } from '../../messages/control-characters.ts'
import type { Locate } from '../../messages/message.ts'
import type { FrontMatter } from '../../model/document.ts'

/** Reports control characters that are written by their numbers: `&#x202e;` in a text, `"\u0007"` in the front matter. */
export function reportWritten(tree: Root, meta: FrontMatter, locate: Locate, file: VFile): void {
  for (const [key, value] of Object.entries(meta))
    for (const { text, index } of found(value))
      reportControlCharacter(file, text, index, locate([key]))
  visit(tree, (node) => {
    for (const { text, index } of found(ownOf(node)))
      reportControlCharacter(file, text, index, node)
  })
}

/** What a node says itself, without those below it. */
function ownOf(node: Nodes): unknown {
  return { ...node, children: undefined, position: undefined, data: undefined }
}

/** The texts in a value, however deep, that hold such a character, and where. */
function found(value: unknown): { readonly text: string; readonly index: number }[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(found)
  const index = typeof value === 'string' ? controlCharacterAt(value) : -1
  return typeof value === 'string' && index >= 0 ? [{ text: value, index }] : []
}
