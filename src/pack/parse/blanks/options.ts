import { capital } from '../../../language/capital.ts'
import { asksForMany, excludeEachOther, NO, YES } from '../../../language/exclusive-answers.ts'
import type { Flat } from './inline.ts'
import { isLead, isOther, isQuestion } from './words.ts'

const BLANK_LEFT = /_{3,}|\.{5,}|…{2,}/
const ONLY_ENUMERATOR = /^(?:\(?[a-z\d]{1,3}[.)]|[A-H]|[-•·–*])$/i

/** Answers of which a person chooses, and the question if it stands on the same line. */
export interface Options {
  readonly question: string
  readonly labels: readonly string[]
  /** True when the last one is "Other", with a place to say what. */
  readonly other: boolean
  /** Drawn so that one is chosen: `( ) Yes ( ) No`; false where several are asked for. */
  readonly isOne?: boolean
}

/** Reads `Question? ☐ Yes ☐ No` and `Question? Yes ☐ No ☐`, and `Question? Yes / No`; undefined for all else. */
export function readOptions({ text, marks }: Flat): Options | undefined {
  const boxes = marks.filter(({ kind }) => kind === 'box')
  const [first] = boxes
  const last = boxes.at(-1)
  if (!first || !last) return readWords(text)
  const head = text.slice(0, first.from).trim()
  const between = boxes.slice(1).map(({ from }, index) => text.slice(boxes[index]?.to, from))
  const tail = text.slice(last.to)
  const found =
    tail.trim() === '' ? boxesAfter(head, between) : boxesBefore(head, [...between, tail])
  if (!found) return undefined
  const options = withOther(found.question, found.labels)
  // Brackets stand for circles only before what they belong to.
  const isRound = (tail.trim() === '' ? /[○◯⚪〇]/ : /[(○◯⚪〇]/).test(text[first.from] ?? '')
  if (options && asksForMany(text)) return { ...options, isOne: false }
  return options && isRound ? { ...options, isOne: true } : options
}

function boxesBefore(head: string, labels: string[]) {
  const question = head.replace(ONLY_ENUMERATOR, '')
  // `The account is mine. ☐ Yes`
  const [only = '', ...more] = labels
  if (more.length === 0 && /\p{L}\.$/u.test(question) && AFFIRMED.test(clean(only)))
    return { question: '', labels: [question.replace(/\.$/, '')] }
  // `☐ Checked by another: ☐ Yes ☐ No`
  if (question === '' && more.length > 1 && /[:?]\s*$/.test(only))
    return { question: only.trim(), labels: more }
  const stance = more.length === 1 ? stanceOf(question, only, more[0] ?? '') : undefined
  if (stance) return stance
  const isAsked = question === '' || asksFor(question)
  const isBegun = labels.length > 1 && question.length <= 40 && !/[.;,]$/.test(question)
  return isAsked || isBegun ? { question, labels } : undefined
}

const AFFIRMED = /^(?:yes|agreed|confirmed|correct|(?:I )?(?:agree|confirm|accept|consent))\.?$/i

/** `I ☐ would ☐ would not like to sing.`: what comes after the opposite belongs to both. */
function stanceOf(question: string, one: string, other: string) {
  const words = clean(one)
  const rest = clean(other)
  const [no = '', end = ''] = [`${words} not`, `do not ${words}`, `don't ${words}`]
    .filter((no) => rest.replace(/’/g, "'").toLowerCase().startsWith(`${no.toLowerCase()} `))
    .flatMap((no) => [rest.slice(0, no.length), rest.slice(no.length).trim()])
  if (!/^(?:I|we)$/i.test(question) || no === '' || words === '') return undefined
  return { question: `${question} ${words} / ${no} ${end}`, labels: [words, no] }
}

function boxesAfter(head: string, between: string[]) {
  const [, question = '', first = head] =
    /^(.*[?:](?:\s*\([^()]*\))?)\s*(.*)$/.exec(head) ??
    /^(.*\p{L}.*?)\s{2,}(\S.*)$/u.exec(head) ??
    []
  // `I have read the policy: ☐` is a statement with its box.
  if (between.length === 0) {
    const statement = first === '' ? question.replace(/\s*:$/, '') : first
    return { question: first === '' ? '' : question, labels: [statement] }
  }
  return { question, labels: [first, ...between] }
}

function withOther(question: string, written: readonly string[]): Options | undefined {
  const cleaned = written.map(clean)
  // The stop of the sentence that the answers end.
  const isEnded = cleaned.length > 1 && !cleaned.slice(0, -1).some((label) => label.endsWith('.'))
  const labels = isEnded
    ? [...cleaned.slice(0, -1), (cleaned.at(-1) ?? '').replace(/(?<=\p{L}{3})\.$/u, '')]
    : cleaned
  const other = isOther(labels.at(-1) ?? '')
  const named = other ? labels.slice(0, -1) : labels
  const isUsable =
    named.every((label) => label !== '' && !BLANK_LEFT.test(label)) &&
    new Set(named).size === named.length
  return isUsable ? { question, labels: named, other } : undefined
}

/** An answer without what parts it from others, and what is said in brackets before it. */
export function clean(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/^[\s/|,;]+|[\s/|,;]+$/g, '')
    .replace(/^\((?:please|if|tick|attach)[^()]*\)\s*/i, '')
    .trim()
    .replace(/\s+(?:and|or)$/, '')
}

const HOW_WORDS =
  '(?:please )?(?:delete|strike out|circle|tick|choose|select|underline|mark|ring|rayer|cocher|entourer|ankreuzen|(?:nicht)?zutreffendes)\\b(?!:)[^()]{0,40}'
export const HOW = new RegExp(
  `\\s*\\(${HOW_WORDS}\\)|(?<=[\\p{L}\\p{N}]\\s(?:[–—-]\\s)?)${HOW_WORDS.replace('[^()]', '[^()?/|]')}\\.?$`,
  'iu',
)
/** `Cash / Cheque*`: what does not apply is struck out. */
const STARRED = /\p{L}\s*\/\s*\p{L}[\p{L} ’'-]*\*+$/u
const STARS = /(?<=\p{L})\*+(?=\s*(?:[/|]|$))/gu
const ANSWER = "[\\p{L}\\p{N}£$€<>][\\p{L}\\p{N} ,’'().+%£$€&-]{0,30}"
/** `Full-time / Part-time`, after what asks for it. */
const ONE_OF = new RegExp(
  `^(.*?[:?](?:\\s*\\([^()]*\\))?:?)?\\s*\\(?(${ANSWER}(?:\\s*[/|]\\s*${ANSWER}){1,8}?)\\)?\\*?\\.?$`,
  'iu',
)
const DASHED = new RegExp(`^(.*?[:?])?\\s*(${ANSWER}(?:\\s+[–—-]\\s+${ANSWER}){1,8})\\.?$`, 'iu')
/** `Was anybody hurt? (please circle)  YES  NO` */
const APART = new RegExp(
  `^(.*[?:)])\\s+(${YES})(?:\\s+|\\s*[,–-]\\s*)(${NO})(?:\\s+(n/a|not sure|don['’]t know|unsure|in part|partly))?$`,
  'iu',
)
const IS_YES = new RegExp(`^(?:${YES})$`, 'i')
const IS_NO = new RegExp(`^(?:${NO})$`, 'i')
/** `Asthma  Y / N` */
const YES_NO_BESIDE = new RegExp(
  `^(\\p{Lu}[^.;?!/|]{1,60}?(?<!\\b(?:enter|write|answer|say|tick|circle|either|or|and|with|a|the|as|is|of|by|to)))[:\\s]\\s*[([]?(${YES})\\s*/\\s*(${NO})[)\\]]?$`,
  'iu',
)
/** `1 2 3 4 5`, with words at both ends. */
const NUMBERS =
  /^(.*?)(?:^|[\s:])(?:\p{Lu}\p{L}+ )?\(?(\d{1,2}(?:[\s/|,–—-]+\d{1,2}){2,10})\)?(?: \p{L}+)?\s*$/u
/** `Not at all   1   2   3   4   5   Very much` */
const ENDS = /^\p{L}[\p{L} ’']{1,40}\s{2,}([01](?:\s+\d{1,2}){2,10})\s{2,}\p{L}[\p{L} ’']{1,40}$/u
/** `Yes` and the like, and what is said after it in the same answer. */
export const YES_NO_FIRST =
  /^(yes|no|ja|nein|oui|non|n\/?a|not sure|not applicable|don['’]t know|unsure|maybe|never|none)\b\s*(?:[,:;–—-]\s*)?(.*)$/iu
const FEW_WORDS = 5

/** Reads answers that stand side by side without boxes: `Yes / No`, `1 2 3 4 5`, `Full-time / Part-time (delete as appropriate)`. */
export function readWords(written: string): Options | undefined {
  const isHow = HOW.test(written) || STARRED.test(written)
  // `Our way of meeting is (please circle)  in person / online`
  const text = written
    .replace(HOW, (how, at: number) =>
      /^\s*\(/.test(how) && /^\s*[\p{L}\p{N}]/u.test(written.slice(at + how.length))
        ? `${/[?:]\s*$/.test(written.slice(0, at)) ? '' : ':'} `
        : '',
    )
    .replace(/\s+:/, ':')
    .replace(STARS, '')
    .trim()
  const found = readScale(text) ?? readStance(text)
  if (found) return found
  const [, before = '', ...beside] = APART.exec(text) ?? []
  if (beside.length > 0)
    return asked(
      before,
      beside.filter((answer) => answer !== undefined),
    )
  const [, lead = '', listed = ''] = ONE_OF.exec(text) ?? (isHow ? DASHED.exec(text) : null) ?? []
  const labels = listed
    .replace(/^([^(]*)\)$/, '$1')
    .split(/\s*[/|]\s*|\s+[–—]\s+/)
    .map(clean)
  const [, thing = '', yes = '', no = ''] = YES_NO_BESIDE.exec(text) ?? []
  if (thing !== '')
    return asked(
      thing,
      [yes, no].map((word) => capital(word.toLowerCase())),
    )
  const isOne = !asksForMany(written)
  const apart = apartIn(text, isHow)
  if (apart) return { ...apart, isOne }
  const isYesNo = labels.length > 1 && IS_YES.test(labels[0] ?? '') && IS_NO.test(labels[1] ?? '')
  if (isYesNo) return lead === '' || asksFor(lead) ? asked(lead, labels) : undefined
  const isShort = labels.every(
    (label) => label.split(' ').length <= FEW_WORDS && /\p{L}/u.test(label),
  )
  const isMany = labels.length > 2 && !/\.$/.test(text) && lead.split(' ').length <= 20
  const isSure = isHow || (lead !== '' && (isMany || excludeEachOther('', labels)))
  if (listed === '' || labels.length < 2 || !isShort || !isSure) return undefined
  return { ...asked(lead, labels), isOne }
}

/** `A  B  C  D`: a letter or a word each, of which the line says that one is to be marked, or that are a scale. */
function apartIn(text: string, isHow: boolean): Options | undefined {
  const [, lead = '', rest = ''] = /^(.*?[:?])\s*([^/|]+)$/.exec(text) ?? []
  const words = rest.trim().split(/\s{2,}/)
  const labels = words.length > 1 ? words : rest.trim().split(/\s+/)
  const isNamed = isHow && labels.every((label) => /^\p{Lu}\p{L}{0,11}$/u.test(label))
  const isShort = isNamed || labels.every((label) => label.length <= (words.length > 1 ? 30 : 3))
  const isSure = (isHow && isShort) || excludeEachOther('', labels)
  const isEnough = labels.length > (isNamed ? 1 : 2)
  return lead !== '' && isEnough && isSure ? asked(lead, labels) : undefined
}

/** `I agree / do not agree to being called`: what somebody says, and its opposite. */
function readStance(text: string): Options | undefined {
  const [, one = '', other = ''] =
    /^(?:\(?[\da-z]{1,2}[.)]\s*)?(?:I|We)\s+((?:\p{L}+\s){0,2}?\p{L}+)\s*\/\s*((?:\p{L}+\s)?(?:not|cannot|\p{L}+n['’]t)(?:\s\p{L}+)?|dis\p{L}+|decline|object|refuse)(?=\s|[.*]|$)/iu.exec(
      text,
    ) ?? []
  if (one === '') return undefined
  const words = one.toLowerCase()
  // `do / do not consent`, `am / am not willing`: no more than what says no.
  const [negated = other] = /^.*?\b(?:not|cannot|\p{L}+n['’]t)\b/iu.exec(other) ?? []
  const isPlain = withoutNot(negated) === words
  const isOpposite = isPlain || excludeEachOther('', [words, other])
  const no = isPlain ? negated : other
  const question = text.replace(/\s*\*+\s*please$/i, '').replace(/\*+/g, '')
  return isOpposite ? { question, labels: [one, no], other: false, isOne: true } : undefined
}

function withoutNot(words: string): string {
  return words
    .toLowerCase()
    .replace(/n['’]t\b|\s+not\b/, '')
    .trim()
}

function readScale(text: string): Options | undefined {
  const [, before = '', numbers = ''] = NUMBERS.exec(text.replace(ENDS, '$1')) ?? []
  const drawn = numbers.split(/[\s/|,–—-]+/)
  // `5 4 3 2 1` is the same scale.
  const points = /^[01]$/.test(drawn.at(-1) ?? '') ? drawn.toReversed() : drawn
  const isScale =
    numbers !== '' &&
    /^[01]$/.test(points[0] ?? '') &&
    points.every((point, index) => Number(point) === Number(points[0]) + index)
  const question = before.trim()
  const isStatement =
    /[.\p{L}]$/u.test(question) &&
    (/\s{2,}$/.test(before) || question.endsWith('.')) &&
    points.length > 3
  if (!isScale || !(question === '' || asksFor(question) || isStatement)) return undefined
  return { question, labels: points, other: false, isOne: true }
}

function asked(question: string, answers: readonly string[]): Options {
  const labels = answers.map((label) => ({ y: 'Yes', n: 'No' })[label.toLowerCase()] ?? label)
  const hasOther = labels.length > 2 && isOther(labels.at(-1) ?? '')
  return {
    question: question.replace(/^\s*:/, '').trim(),
    labels: hasOther ? labels.slice(0, -1) : labels,
    other: hasOther,
  }
}

function asksFor(text: string): boolean {
  return isQuestion(text) || isLead(text)
}
