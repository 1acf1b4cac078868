import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { fold } from '../../../language/fold.ts'
import { report } from '../../../messages/message.ts'
import { reportBroken } from '../../text/broken-placeholder.ts'
import { nameOfThing, takenAs } from '../../text/names-of-one-thing.ts'
import {
  PLACEHOLDER_PATTERN,
  type PlaceholderMatch,
  readPhrase,
  readPlaceholder,
} from '../../text/placeholder.ts'
import { prune } from '../prune.ts'
import { cut } from './cut.ts'
import { flatten, type Leaf, leavesBetween, NO_TEXT, type TextBlock, textOf } from './flatten.ts'
import { loosen } from './loosen.ts'
import { type PlaceIn, placesOf } from './place.ts'
import { reportUnclosed } from './unclosed.ts'

/**
 * Finds the placeholders in running text. Each block is read as one text, whatever formatting and line breaks it has, so
 * that `(insert **organisation** name)` is found like any other.
 */
export const placeholders: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      findIn(node, file)
    }
  })
}

function findIn(block: TextBlock, file: VFile): void {
  loosen(block, file)
  const leaves = flatten(block)
  const text = textOf(leaves)
  const found = [...text.matchAll(PLACEHOLDER_PATTERN)]
  const placeIn = placesOf(file)
  reportUnclosed(text, found, leaves, placeIn, file)
  // From the last to the first, so that what comes before keeps its place.
  for (const match of found.reverse()) replace(match, leaves, placeIn, file)
  if (found.length > 0) prune(block)
}

function replace(
  match: RegExpExecArray,
  leaves: readonly Leaf[],
  placeIn: PlaceIn,
  file: VFile,
): void {
  const to = match.index + match[0].length
  const within = leavesBetween(leaves, match.index, to)
  const position = placeIn(within[0], match.index, match[0])
  const placeholder = asWritten(readPlaceholder(match), within, position, file)
  if (!isWhole(within)) {
    const reason = `Unexpected formatting that begins or ends inside the placeholder \`${placeholder.raw}\``
    reportBroken(file, 'placeholder-spans-formatting', reason, position)
  }
  const own = fold(placeholder.raw.replace(/^[([{]+\s*(?:insert\s)?|[)\]}]+$/gi, ''))
  if (own !== placeholder.key && nameOfThing(own) === placeholder.key) {
    report(
      file,
      'placeholder-read',
      takenAs(placeholder.raw, placeholder.key, placeholder.key),
      position,
    )
  }
  // A picture, code or field inside the phrase: no answer can be meant.
  if (match[0].includes(NO_TEXT)) return
  cut(within, match.index, to, {
    type: 'placeholder',
    ...placeholder,
    ...(position && { position }),
  })
}

/** Braces keep the underscores of a phrase, which Markdown takes for emphasis: `{{__name__}}`. */
function asWritten(
  placeholder: PlaceholderMatch,
  within: readonly Leaf[],
  position: Position | undefined,
  file: VFile,
): PlaceholderMatch {
  const source = String(file).slice(position?.start.offset)
  const [raw = '', phrase = ''] = /^\{\{([^{}]*_[^{}]*)\}\}/.exec(source) ?? []
  if (within.length === 1) return placeholder
  if (!raw) return { ...placeholder, raw: placeholder.raw.replaceAll(NO_TEXT, '…') }
  return { capital: placeholder.capital, raw, ...readPhrase(phrase.replaceAll('*', '')) }
}

/** True when the placeholder begins and ends inside the same formatting, and has nothing but text and bold or italics between. */
function isWhole(within: readonly Leaf[]): boolean {
  return (
    within[0]?.parent === within.at(-1)?.parent &&
    within.every(
      ({ node, parent }) =>
        (node.type === 'text' || node.type === 'break') &&
        (parent.type !== 'link' || parent === within[0]?.parent),
    )
  )
}
