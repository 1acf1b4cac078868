import type { PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import { COUNTED, isTicked, typeOf } from '../../../language/asked-type.ts'
import { capital } from '../../../language/capital.ts'
import { type Flat, flatten, pointAt, slice } from './inline.ts'
import type { Mark } from './marks.ts'
import { clean } from './options.ts'
import { addBlank, type Reader } from './reader.ts'
import { ENUMERATOR } from './words.ts'

const REMARK_FIRST = /^\s*\(([^()]{2,60})\)/

/** `I can look after ____ new colleagues`, `It has ____ pages`: words before a number of things, and the things. */
const COUNT_BEFORE =
  /\b(?:in|for|has|have|had|after|within|than|least|most|about|over|every|takes?|needs?|lasts?|contains?|up to|only)$|…/i
const COUNTED_THING =
  /^(?!(?:agrees|signs|starts|begins|ends|meets|undertakes|confirms|is|was|has|does|says|works|leaves|declares|lives|needs|takes|gives|as|us|this|thus|always|towards|\p{L}+ss)\b)(?:(?!(?:the|and|or|of|at|on|to|in|who|that|it|he|she|they)\b)\p{Ll}+ )?\p{Ll}{2,}(?<!s)s(?=$| (?:along|at|per|of|in|each|from|on|to|long|a|for|and|or|by|with)\b)/u

/** Turns the blanks inside running text into fields inside it, whose labels are the words around them. */
export function readSentence(
  nodes: readonly PhrasingContent[],
  reader: Reader,
  { label, section }: { label?: string; section?: string } = {},
): PhrasingContent[] {
  const flat = flatten(nodes)
  const result: PhrasingContent[] = []
  let from = 0
  let former = ''
  flat.marks.forEach((mark, index) => {
    if (mark.from < from) return
    const choice = choiceAt(flat, index)
    if (choice) {
      result.push(...slice(nodes, from, mark.from, reader.file))
      const { labels, to } = choice
      const answer = { kind: 'options' as const, labels, other: false, isOne: true }
      const asks =
        capital(lastClause(flat.text.slice(from, mark.from).replace(REMARK_FIRST, ''))) ||
        labels.join(' or ')
      const place = positionOf(nodes, { from: mark.from, to }, reader.file)
      addBlank(reader, { label: asks, answer, position: place, inline: true }, (directive) => {
        if (directive.type === 'textDirective') result.push(directive)
      })
      from = to
      return
    }
    result.push(...slice(nodes, from, mark.from, reader.file))
    const found = surroundings(flat, index)
    const isFirst = index === 0 && flat.text.slice(0, mark.from).trim() === ''
    const around = {
      ...found,
      ...(isFirst && section && { label: section }),
      ...(label && { label }),
    }
    const position = positionOf(nodes, mark, reader.file)
    // `on: (1) ____ (2) ____`
    const isNext = /^\(?\d\)?$/.test(around.label) && former !== ''
    if (isNext) around.label = `${former.replace(/[:\s]*\(?\d\)?$/, '')} ${around.label}`
    const isRange =
      /^(?:to|until|till|and|bis(?: zum)?|au)$/i.test(around.label) && typeOf(former) === 'date'
    const isCounted = COUNT_BEFORE.test(around.label) && COUNTED_THING.test(around.after)
    const asked = typeOf(around.label.replace(/[:\s]+\(?\d\)?$/, ''), around.after)
    const isMoney = /[£$€]\s*$/.test(flat.text.slice(0, mark.from))
    const type =
      mark.isDate || isRange
        ? 'date'
        : asked === 'text' && (isCounted || isMoney)
          ? 'number'
          : asked
    former = around.label
    // A signature needs a line of its own; a name can be written anywhere.
    const plain = type === 'signature' || type === 'multiline' ? 'text' : type
    const answer =
      mark.kind === 'box' || (label !== undefined && isTicked(label))
        ? { kind: 'tick' as const }
        : { kind: 'writing' as const, type: plain, lines: 1 }
    const asks = type === 'number' ? withUnit(around.label, around.after) : around.label
    addBlank(reader, { label: asks, answer, position, inline: true }, (directive) => {
      if (directive.type === 'textDirective') result.push(directive)
    })
    from = mark.to
  })
  result.push(...slice(nodes, from, flat.text.length, reader.file))
  return result
}

/** `I will tell them by ☐ letter ☐ telephone.`: answers to choose from inside a sentence. */
function choiceAt(
  { text, marks }: Flat,
  first: number,
): { labels: string[]; to: number } | undefined {
  let last = first
  while (marks[last]?.kind === 'box' && marks[last + 1]?.kind === 'box') last++
  if (last === first || text.slice(marks[first - 1]?.to ?? 0, marks[first]?.from).trim() === '')
    return undefined
  const [end = ''] = /^[^.,;:!?\n]*/.exec(text.slice(marks[last]?.to)) ?? []
  const words = marks
    .slice(first, last)
    .map(({ to }, at) => text.slice(to, marks[first + at + 1]?.from))
  const labels = [...words, end].map(clean)
  const isShort = labels.every((label) => label !== '' && label.split(' ').length <= 4)
  const isWhole = isShort && new Set(labels).size === labels.length
  return isWhole ? { labels, to: (marks[last]?.to ?? 0) + end.trimEnd().length } : undefined
}

/** `For at least … months`: a number with what it counts, where the words before it do not say so. */
function withUnit(label: string, after: string): string {
  const [unit = ''] =
    /^(?:(?:working |calendar )?\p{L}+(?: (?:per|a|each) \p{L}+)?)/u.exec(after) ?? []
  const [thing = ''] = unit.split(' ')
  const isSaid =
    /^(?:$|(?:and|or|to|of|at|in|on|for|by|with|is|are)\b)/i.test(unit) ||
    label.includes('…') ||
    /\b(?:how many|number)\b/i.test(label)
  return isSaid || (label.toLowerCase().includes(thing) && thing !== 'per')
    ? label
    : `${label} … ${unit}`
}

/** The place of a part of running text in the file. */
export function positionOf(
  nodes: readonly PhrasingContent[],
  { from, to }: Pick<Mark, 'from' | 'to'>,
  file: VFile,
) {
  const start = pointAt(nodes, from, file)
  const end = pointAt(nodes, to - 1, file)
  return start && end && { start, end }
}

function surroundings({ text, marks }: Flat, index: number): { label: string; after: string } {
  const mark = marks[index]
  const between = text.slice(marks[index - 1]?.to ?? 0, mark?.from)
  // A remark in brackets belongs to the blank before it.
  const before = index === 0 ? between : between.replace(REMARK_FIRST, '')
  const after = text.slice(mark?.to, marks[index + 1]?.from ?? text.length)
  const words = index === 0 ? lastClause(before) : withoutUnit(lastClause(before))
  const following = firstClause(after, mark?.kind === 'box' ? MOST_SAID : 6)
  const [, remark] = REMARK_FIRST.exec(after) ?? []
  return { label: labelFrom(words, following, remark, mark?.kind), after: following }
}

function labelFrom(before: string, after: string, remark: string | undefined, kind?: Mark['kind']) {
  if (kind === 'box') return after || before || 'Tick if this is so'
  if (remark) return capital(remark.replace(/^(?:the|insert)\s+/i, ''))
  const isTelling =
    /\p{L}{3,}(?:.*\p{L}{2,}| à)/u.test(before) && !/^(?:and|or|between|of|to|the)$/i.test(before)
  if (isTelling) return capital(before)
  const around = [before, after].filter((part) => part !== '').join(' … ')
  return capital(around) || 'Blank'
}

const MOST_WORDS = 12
/** What is said by a tick is said in full. */
const MOST_SAID = 25

/** The words from the last stop on, but not too many of them. */
function lastClause(text: string): string {
  const clause =
    text
      .trimEnd()
      .split(/(?<!\b(?:Rs|Nos?|Mr|Mrs|Ms|Dr|St|approx|ext|ref|dept))\.(?!\d)|[;!?\n\uFFFC]/i)
      .at(-1) ?? ''
  return tidy(clause.replace(ENUMERATOR, '')).split(' ').slice(-MOST_WORDS).join(' ')
}

/** The words after a blank, but for those that belong to it: `____ times and each meeting lasts`. */
function withoutUnit(text: string): string {
  const rest = text
    .replace(COUNTED, '')
    .replace(/^[\s,;]+/, '')
    .trim()
  return rest.replace(/^(?:and|or)\s+/i, '') || text
}

function firstClause(text: string, most = 6): string {
  const [clause = ''] = /^[^.;!?,:()\n\uFFFC]*/.exec(text.replace(/^[\s,]+/, '')) ?? []
  return tidy(clause).split(' ').slice(0, most).join(' ')
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s,:)–—-]+|[\s,:–—(-]+$/g, '')
}
