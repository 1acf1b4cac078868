import type { Point } from 'unist'
import { VFile } from 'vfile'
import { foreignBlocks, foreignSpans } from '../../convert/markdown/foreign-signs.ts'
import { withoutCode } from '../../convert/markdown/mask.ts'
import { fold } from '../../language/fold.ts'
import { report } from '../../messages/message.ts'
import { takenAs } from '../text/names-of-one-thing.ts'
import { pointIn } from '../text/place.ts'
import { placeholderKey } from '../text/placeholder.ts'
import { attributes } from './attributes.ts'
import { type AuthorPlaces, authorPlaces } from './author-places.ts'
import { fences } from './blanks/fences.ts'
import { blankWays } from './blanks/index.ts'
import { contents } from './contents.ts'
import { type Edit, type Edited, edited } from './edits.ts'
import { type FormPart, formParts } from './form-parts.ts'
import type { Gap } from './gaps/gap.ts'
import { gapsIn } from './gaps/index.ts'
import { phraseOf, shortened } from './gaps/phrase.ts'
import { headings } from './headings.ts'
import { invisible } from './invisible.ts'
import { lists } from './lists/index.ts'
import { marksIn } from './lists/kept.ts'
import { quotes } from './quotes.ts'
import { tables, unevenTables } from './tables.ts'

/** A text in which everything is written as policypack has it. */
export interface Restated {
  readonly file: VFile
  readonly places: AuthorPlaces
}

/**
 * Writes what people write in other ways as policypack reads it, and tells of each place: placeholders of every usual kind
 * become those of its own. The front matter ends at `bodyFrom`. Undefined where nothing is written otherwise.
 */
export function restate(file: VFile, options: Options): Restated | undefined {
  const made = editedFile(file, options)
  if (made.text === String(file)) return undefined
  const shadow = new VFile({ path: file.path, value: made.text })
  shadow.data.listMarks = marksIn(String(file), made)
  return { file: shadow, places: authorPlaces(file, shadow, made) }
}

interface Options {
  readonly isForm: boolean
  readonly bodyFrom: number
}

/** What parts the text is made plain Markdown first, and then what stands in the parts. */
function editedFile(file: VFile, options: Options): Edited {
  const { bodyFrom } = options
  const body = String(file).slice(bodyFrom).replaceAll('\r\n', ' \n')
  const parted = edited(
    String(file),
    [
      ...(options.isForm ? fences(body) : contents(body, bodyFrom, file)),
      ...tables(body, options),
      ...unevenTables(body, options),
      ...foreignBlocks(body),
    ].map((edit) => moved(edit, bodyFrom)),
  )
  const whole = editedParts(parted, file, options)
  return {
    ...whole,
    back: (offset, side) => parted.back(whole.back(offset, side), side),
    writtenAt(offset) {
      const written = whole.writtenAt(offset)
      if (!written) return undefined
      const from = parted.back(written.from, 'start')
      const to = parted.back(written.to, 'end')
      // In a table that was drawn, its author wrote the words otherwise, and not in one place.
      return to - from === written.to - written.from ? { from, to } : undefined
    },
  }
}

function editedParts(parted: Edited, file: VFile, options: Options): Edited {
  // With line ends of one kind, and every place where it was.
  const source = parted.text.replaceAll('\r\n', ' \n')
  const { bodyFrom } = options
  const body = source.slice(bodyFrom)
  // What cannot be seen must not hide a gap, so gaps are looked for without it.
  const unseen = invisible(source)
  const { text, back, forth } = edited(source, unseen)
  const seenFrom = forth(bodyFrom)
  const gaps = [
    ...gapsInFront(text.slice(0, seenFrom)),
    ...gapsIn(text.slice(seenFrom), options).map((gap) => moved(gap, seenFrom)),
  ].map((gap) => ({ ...gap, from: back(gap.from, 'start'), to: back(gap.to, 'end') }))
  const formPart = formParts(source, options.isForm ? [] : gaps)
  const drawn = options.isForm ? blankWays(body).map((edit) => moved(edit, bodyFrom)) : []
  const placeIn = writtenPlaces(file, parted)
  const isDrawn = new Uint8Array(source.length)
  for (const { from, to } of drawn) isDrawn.fill(1, from, to)
  return edited(parted.text, [
    ...drawn,
    ...gaps
      .filter(({ from, to }) => !isDrawn.subarray(from, to).includes(1))
      .flatMap((gap) => editFor(gap, file, placeIn(gap), formPart(gap)) ?? []),
    ...ownInFront(source.slice(0, bodyFrom)),
    ...[
      ...(options.isForm ? [] : headings(body)),
      ...lists(body, options),
      ...attributes(body),
      ...foreignSpans(body),
      ...quotes(body),
      ...comparisons(body),
    ].map((edit) => moved(edit, bodyFrom)),
    ...unseen,
  ])
}

/** `x <y and z> w` is no tag, since none has such a name. */
function comparisons(source: string): Edit[] {
  return Array.from(
    withoutCode(source).matchAll(/(?<!\\)<(?=[c-hj-or-tv-z] [^<>\n]*>)/gi),
    ({ index }) => ({
      from: index,
      to: index,
      text: '\\',
    }),
  )
}

function moved<Placed extends Edit | Gap>(one: Placed, by: number): Placed {
  return { ...one, from: one.from + by, to: one.to + by }
}

/** Keys of the front matter that hold words. */
const WORDS =
  /^(?:[ \t]*-?[ \t]*)(?:title|summary|owner|approver|effective|review|number|storage|retention|version|author|reason|date|send|purpose|basis|rights|contact|who|sees):[ \t]+(\S.*)$/gm

function gapsInFront(source: string): Gap[] {
  return valuesIn(source).flatMap(({ key, value, from }) =>
    gapsIn(`${key}: ${value}`, { isForm: false }).flatMap((gap) =>
      gap.from > key.length ? moved(gap, from - key.length - 2) : [],
    ),
  )
}

/** `{{name}}` and `[insert name]`, which are other things to YAML at the beginning of a value. */
function ownInFront(source: string): Edit[] {
  return valuesIn(source).flatMap(({ value, from }) => {
    const [found, braced, square] =
      /^(?:\{\{([^{}\n|]+)\}\}|\[\s*insert\s([^[\]{}()\n]+)\])/i.exec(value) ?? []
    if (!found) return []
    return {
      from,
      to: from + found.length,
      text: `(${square && /^\[\s*I/.test(found) ? 'Insert' : 'insert'} ${(braced ?? square ?? '').trim()})`,
    }
  })
}

function valuesIn(source: string): { key: string; value: string; from: number }[] {
  return Array.from(source.matchAll(WORDS), ({ index, 0: line, 1: value = '' }) => ({
    key: line.slice(0, line.indexOf(':')).replace(/^[\s-]+/, ''),
    value,
    from: index + line.length - value.length,
  }))
}

/** Where the author wrote gaps, one after another: also those in a table that was drawn, which is another text as a whole. */
function writtenPlaces(file: VFile, { back }: Edited): (gap: Gap) => Place {
  let former = 0
  return ({ from, to, raw }) => {
    const start = back(from, 'start')
    const end = back(to, 'end')
    const at = end - start > raw.length ? String(file).indexOf(raw, Math.max(start, former)) : -1
    const isInside = at >= 0 && at + raw.length <= end
    if (isInside) former = at + raw.length
    return {
      start: pointIn(file, isInside ? at : start),
      end: pointIn(file, isInside ? former : end),
    }
  }
}

interface Place {
  readonly start: Point
  readonly end: Point
}

function editFor(
  gap: Gap,
  file: VFile,
  place: Place,
  formPart: FormPart | undefined,
): Edit | undefined {
  const phrase = phraseOf(gap) || (gap.verdict === 'sure' ? 'the words that are missing' : '')
  const raw = shortened(gap.raw.replace(/\s+/g, ' '))
  const written = `(insert ${phrase})`
  if (gap.isInCode) {
    const reason = `Found \`${raw}\` in code, which looks like a gap and stays as it is`
    report(
      file,
      'gap-found',
      reason,
      place,
      'Code is never filled in; write it outside of code, or write what belongs there.',
    )
    return undefined
  }
  if (gap.verdict === 'doubtful') {
    const kind = gap.isNote ? 'note to the author' : 'gap'
    const reason = `Found \`${raw}\`, which looks like a ${kind}`
    report(
      file,
      'gap-found',
      reason,
      place,
      gap.isNote
        ? 'Do what it says, and take it out.'
        : formPart
          ? `Write what belongs there or, where readers fill in ${formPart.title === '' ? 'this part' : `“${formPart.title}”`}, make it a document of its own with \`kind: form\`.`
          : phrase === ''
            ? 'Write what belongs there.'
            : `Write what belongs there, or \`${written}\` to be asked for it.`,
    )
    return undefined
  }
  const known = placeholderKey(phrase)
  const meant = known === fold(phrase) ? phrase : known
  report(file, 'placeholder-read', takenAs(raw, meant, known), place)
  const begins = /(?:^|[.!?:]["”’)]?\s+)[*_"“‘>#\s\d.)|-]*$/.test(gap.before)
  return { from: gap.from, to: gap.to, text: `(${begins ? 'Insert' : 'insert'} ${meant})` }
}
