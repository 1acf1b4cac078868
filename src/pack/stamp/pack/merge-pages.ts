import { PDFDict, type PDFName, type PDFObject, type PDFPage } from 'pdf-lib'
import { asciiBytes, concat, latin1 } from '../../../pdf/bytes.ts'
import { applyEdits, type Edit } from '../content/edits.ts'
import { readPageInstructions } from '../content/instructions.ts'
import { marginsIn } from '../content/margins.ts'
import { contentOf, setContent } from '../content/page-content.ts'
import { name } from '../objects.ts'
import type { Copy } from './copy.ts'

/** Stands before the names of resources that a page has of its own, which may be those of what is put on it. */
const OWN = 'Own'

/** Operators that name a resource, which is their last operand (ISO 32000-1, 7.8.3), but for that of a font, which its size follows. */
const naming = new Set('Tf gs Do sh cs CS scn SCN'.split(' '))

/**
 * Puts what is on a page, whose margins are empty, over what another has. `above` are the ids of tagged content on the former, and those
 * on the latter become higher by so many; undefined where nothing there is tagged and only its margins are to stay.
 */
export function mergePages(
  to: PDFPage,
  from: PDFPage,
  copy: Copy,
  above: number | undefined,
): void {
  const { context } = to.node
  const content = contentOf(to)
  const end = marginsIn(content)?.end ?? 0
  const own = above === undefined ? content.subarray(0, end) : withoutArtifacts(content, end)
  const resources = context.obj({})
  const names = new Set<string>()
  for (const [kind, entries] of kindsIn(to))
    for (const [key, value] of entries) {
      names.add(key.decodeText())
      entriesOf(resources, kind).set(name(OWN + key.decodeText()), value)
    }
  for (const [kind, entries] of kindsIn(from))
    for (const [key, value] of entries) entriesOf(resources, kind).set(key, copy(value))
  to.node.set(name('Resources'), resources)
  const renamed = applyEdits(own, editsOf(own, names, above ?? 0))
  setContent(to, concat([asciiBytes('q\n'), renamed, asciiBytes('\nQ\n'), contentOf(from)]))
}

/** Without what is on all pages alike, such as a mark of drafts, which the other page has as well; margins, up to `from`, stay. */
function withoutArtifacts(content: Uint8Array, from: number): Uint8Array {
  const edits = [...readPageInstructions(content)].flatMap(({ operator, open, end }): Edit[] => {
    const begin = operator === 'EMC' ? open.at(-1) : undefined
    return begin?.tag === 'Artifact' && begin.begin.start >= from
      ? [{ start: begin.begin.start, end, text: '' }]
      : []
  })
  return applyEdits(content, edits)
}

/** The resources of a page by their kinds; the list of sets of operators, which nobody reads, is none. */
function kindsIn({ node }: PDFPage): [kind: PDFName, entries: [PDFName, PDFObject][]][] {
  const resources = node.Resources()
  return (resources?.keys() ?? []).flatMap((kind) => {
    const entries = resources?.lookup(kind)
    return entries instanceof PDFDict ? [[kind, entries.entries()]] : []
  })
}

function entriesOf(resources: PDFDict, kind: PDFName): PDFDict {
  const known = resources.lookupMaybe(kind, PDFDict) ?? resources.context.obj({})
  resources.set(kind, known)
  return known
}

function editsOf(content: Uint8Array, names: ReadonlySet<string>, above: number): Edit[] {
  return [...readPageInstructions(content)].flatMap(({ operator, start, end }): Edit[] => {
    const text = latin1(content, start, end)
    if (operator === 'BDC')
      return [
        { start, end, text: text.replace(/(?<=\/MCID )\d+/, (id) => `${Number(id) + above}`) },
      ]
    if (!naming.has(operator)) return []
    return [
      {
        start,
        end,
        text: text.replace(/\/(\S+)/, (whole, key) => (names.has(key) ? `/${OWN}${key}` : whole)),
      },
    ]
  })
}
