import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import { noIndentedCode } from '../../convert/no-indented-code.ts'
import { reportControlCharacters } from '../../messages/control-characters.ts'
import { type Document, isForm, type Kind, type Source } from '../../model/document.ts'
import { restate } from '../restate/index.ts'
import { fieldsIn } from '../text/fields-in.ts'
import { addressPlaces } from './address-places.ts'
import { blanks } from './blanks/index.ts'
import { underscores } from './blanks/underscores.ts'
import { isBounded } from './bounds.ts'
import { reportWritten } from './control-characters.ts'
import { directivePlaces } from './directive-places.ts'
import { directives } from './directives/index.ts'
import { bodyOf, outlineOfFront, readFrontMatter } from './front-matter.ts'
import { html } from './html.ts'
import { keptLines } from './kept-lines.ts'
import { pastedTables } from './pasted-tables.ts'
import { pictures } from './pictures.ts'
import { placeFields } from './place-fields.ts'
import { placeholders } from './placeholders/index.ts'

const syntax = unified()
  .use(remarkParse)
  .use(noIndentedCode)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(directivePlaces)
  .freeze()

const texts = syntax()
  .use(addressPlaces)
  .use(html)
  .use(pictures)
  .use(pastedTables)
  .use(keptLines)
  .use(directives)
  .use(placeholders)
  .freeze()

const forms = syntax()
  .use(addressPlaces)
  .use(underscores)
  .use(html, { keepsRoom: true })
  .use(pictures)
  .use(pastedTables)
  .use(blanks)
  .use(keptLines)
  .use(directives)
  .use(placeholders)
  .freeze()

/**
 * Reads a content file: its front matter, and its Markdown with the nodes that are ours. Faults are messages on the
 * file; undefined when the front matter cannot be used, since then nothing tells what the document is, or when there is too much.
 */
export function parse({ file }: Source): Document | undefined {
  if (reportControlCharacters(file)) return undefined
  const { bodyFrom, kind } = outlineOfFront(String(file))
  const isAll = isBounded(bodyOf(String(file), bodyFrom), file)
  if (!isAll) {
    readFrontMatter(file)
    return undefined
  }
  const restated = restate(file, { isForm: isForm(kind as Kind), bodyFrom })
  if (!restated) return read(file)
  const { file: shadow, places } = restated
  const document = read(shadow)
  places.messages(shadow)
  if (!document) return undefined
  places.tree(document.tree)
  return { ...document, file, locate: places.locate(document.locate) }
}

/** Reads a text in which everything is written as policypack has it. */
function read(file: VFile): Document | undefined {
  const { meta, locate, body } = readFrontMatter(file)
  const processor = meta && isForm(meta.kind) ? forms : texts
  const tree = processor.runSync(processor.parse(body), file)
  if (!meta) return undefined
  reportWritten(tree, meta, locate, file)
  placeFields(tree, meta.kind, file)
  return {
    id: meta.id,
    kind: meta.kind,
    meta,
    locate,
    file,
    tree,
    fields: fieldsIn(tree),
  }
}
