import type { List, Nodes, Root, RootContent } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'

/** A tree as Markdown, and the line of it that each node begins on, from 1; what lies in a block has that of the block. */
export interface Written {
  readonly text: string
  readonly lines: ReadonlyMap<Node, number>
}

/** Writes the blocks of a document one after the other. */
export function write({ children }: Root): Written {
  const lines = new Map<Node, number>()
  const texts: string[] = []
  let line = 1
  let former: RootContent | undefined
  for (const block of children) {
    const text = unescaped(blockText(block, former))
    visit(block, (node: Nodes) => {
      lines.set(node, line)
    })
    texts.push(text)
    line += text.split('\n').length + 1
    former = block
  }
  return { text: `${texts.join('\n\n')}\n`, lines }
}

function blockText(block: RootContent, former: RootContent | undefined): string {
  // Without another sign two lists that follow one another would be one.
  const isSecond =
    block.type === 'list' && former?.type === 'list' && former.ordered === block.ordered
  const sign = isSecond ? !signs.get(former as List) : false
  if (block.type === 'list') signs.set(block, sign)
  return (sign ? secondWriter : firstWriter)
    .stringify({ type: 'root', children: [block] })
    .trimEnd()
}

const signs = new WeakMap<List, boolean>()

const firstWriter = writer({ bullet: '-', bulletOther: '*', bulletOrdered: '.' })
const secondWriter = writer({ bullet: '*', bulletOther: '-', bulletOrdered: ')' })

function writer(marks: { bullet: '-' | '*'; bulletOther: '-' | '*'; bulletOrdered: '.' | ')' }) {
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkDirective)
    .use(remarkStringify, { ...marks, rule: '-', listItemIndent: 'one', emphasis: '*' })
    .freeze()
}

/** `<Company name>` and `<<company name>>`, which Markdown would take for elements of HTML. */
const ANGLES = /(?:\\?<\s*){1,2}(\p{L}[\p{L}\p{N} '’,_-]{1,60})(?:\\?>){1,2}(?!\()/gu

/**
 * Takes away the backslashes before signs that mean nothing where they stand, and something to the pack: `[Company name]`,
 * and `____` are placeholders and places to write, which their author should see as they were. `<Company name>` gets square
 * brackets, as no editor shows it otherwise.
 */
function unescaped(text: string): string {
  return text
    .replace(/(?:\\_){2,}/g, (run) => run.replaceAll('\\', ''))
    .replace(/(?<=[|[ ])\\_(?=[|\] ]|$)/gm, '_')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/\\\[((?!\^)[^[\]\\\n]{0,200})\\?\](?![([:])/g, '[$1]')
    .replace(ANGLES, (whole, words: string) =>
      /[ _]/.test(words) || /^\p{Lu}/u.test(words) ? `[${words.trim()}]` : whole,
    )
    .replace(/\\(?=:\d)|\\(?=@[\p{L}\p{N}])|\\(?=<[\w.+-]+\\?@[\w.-]+>)/gu, '')
    .replace(/&#x20;/g, ' ')
}
