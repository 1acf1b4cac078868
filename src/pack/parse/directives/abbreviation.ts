import type { PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { type Place, report } from '../../../messages/message.ts'
import { didYouMean } from '../../../messages/suggest.ts'
import type { Abbreviation } from '../../../model/document.ts'
import { labelOf, placeOf, type ReadDirective } from './directive.ts'
import { isProse } from './unknown.ts'

/**
 * `:abbr[HR]{meaning="human resources"}`: an abbreviation and what it stands for. The name is that of HTML; the attribute
 * is called like the second column of a table of terms, since `title` would not say what belongs there.
 */
export const abbreviation: ReadDirective = {
  forms: ['textDirective'],
  read(directive, file) {
    if (directive.type !== 'textDirective') return []
    const { attributes, children, position } = directive
    const meaning = attributes?.meaning?.replace(/\s+/g, ' ').trim()
    const faults = [...faultsOfText(directive, file), ...faultsOfAttributes(directive, meaning)]
    for (const { reason, place, note } of faults) report(file, 'abbreviation', reason, place, note)
    if (faults.length > 0 || !meaning) return children
    const node: Abbreviation = { type: 'abbreviation', meaning, children }
    return [{ ...node, ...(position && { position }) }]
  },
}

interface Fault {
  readonly reason: string
  readonly place: Place
  readonly note?: string
}

function faultsOfText(directive: TextDirective, file: VFile): Fault[] {
  if (!labelOf(directive)) {
    const reason = 'Missing abbreviation, expected one in the brackets, such as `:abbr[HR]{…}`'
    return [{ reason, place: directive }]
  }
  return directive.children
    .filter((child) => !isText(child))
    .map((child) => {
      const { start, end } = child.position ?? {}
      const written = String(file).slice(start?.offset, end?.offset)
      return { reason: `Unexpected \`${written}\` in an abbreviation, expected text`, place: child }
    })
}

/** What an abbreviation can hold. It is one word to somebody who listens, so nothing in it can be a link or a field. */
function isText(node: PhrasingContent): boolean {
  if (node.type === 'emphasis' || node.type === 'strong') return node.children.every(isText)
  return node.type === 'text' || (node.type === 'textDirective' && isProse(node))
}

function faultsOfAttributes(directive: TextDirective, meaning: string | undefined): Fault[] {
  const unknown = Object.keys(directive.attributes ?? {}).filter((name) => name !== 'meaning')
  if (unknown.length === 0 && !meaning) {
    const label = labelOf(directive)
    const reason = `Missing meaning of \`${label}\`, expected \`:abbr[${label}]{meaning="…"}\``
    return [{ reason, place: placeOf(directive, 'meaning') }]
  }
  return unknown.map((name) => ({
    reason: `Unexpected attribute \`${name}\` of an abbreviation${didYouMean(name, ['meaning'])}`,
    place: placeOf(directive, name),
    note: 'It has `meaning` and no other.',
  }))
}
