import { FieldName } from '../../../model/field.ts'
import { headsOf, TakenNames } from '../../text/taken-names.ts'
import type { Blank } from './blank.ts'
import { ENUMERATOR, withoutHow } from './words.ts'

/** A name for each blank, in their order; none is in `taken`, is another's, or begins with all of another. */
export function nameBlanks(blanks: readonly Blank[], taken: readonly string[]): string[] {
  const names = new TakenNames()
  for (const name of taken) names.add(name)
  const counts = new Map<string, number>()
  const bases = withPeople(blanks.map(baseOf))
  const sections = Map.groupBy(blanks.keys(), (index) => bases[index])
  const shared = new Set(
    [...sections].flatMap(([base, indexes]) =>
      new Set(indexes.map((index) => blanks[index]?.section)).size > 1 ? base : [],
    ),
  )
  return blanks.map((blank, index) => {
    const base = bases[index] ?? 'field'
    const isShared = !base.includes('.') && shared.has(base)
    const section = isShared ? camel(blank.section, 3) : ''
    const wanted = section && section !== base.split('.')[0] ? `${section}.${base}` : base
    const name = unused(wanted, blank, names, counts)
    for (const own of namesOf(name, blank)) names.add(own)
    return name
  })
}

/** The name of the date beside a signature. */
export function dateName(signature: string): string {
  return signature.replace(/(signature)?(\d*)$/i, (_, word: string | undefined, count: string) =>
    word ? `${/^S/.test(word) ? 'S' : 's'}ignedOn${count}` : `${count}SignedOn`,
  )
}

function namesOf(name: string, { answer }: Blank): string[] {
  if (answer.kind === 'signature' && answer.dated) return [name, dateName(name)]
  return answer.kind === 'options' && answer.other ? [name, `${name}Other`] : [name]
}

/** `mentee` beside `mentee.signature` is the mentee's name. */
function withPeople(bases: readonly string[]): string[] {
  const heads = new Set(bases.flatMap(headsOf))
  return bases.map((base) => (heads.has(base) ? `${base}.name` : base))
}

/** `counts` says how many names with a stem were looked at, so that each is looked at once. */
function unused(
  wanted: string,
  blank: Blank,
  names: TakenNames,
  counts: Map<string, number>,
): string {
  // No number at the end could help a name that begins with all of another.
  const stem = names.above(wanted)
    ? wanted.replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase())
    : wanted
  for (let count = counts.get(stem) ?? 1; ; count++) {
    counts.set(stem, count)
    const name = count === 1 ? stem : `${stem}${count}`
    if (namesOf(name, blank).every((own) => names.clash(own) === undefined)) return name
  }
}

function baseOf({ label, answer }: Blank): string {
  const text = withoutHow(label)
    .replace(ENUMERATOR, '')
    .replace(/\([^()]*\)/g, (inner) => (answer.kind === 'signature' ? inner.slice(1, -1) : ''))
  if (answer.kind === 'signature') return joined(signer(text), 'signature')
  const [, owner, own] = /^(?:the\s+)?([\p{L} -]{2,30})['’]s?\s+(.+)$/u.exec(text) ?? []
  if (owner && own) return joined(owner, own)
  const [, part, whole] =
    /^((?:full\s+|first\s+|last\s+)?(?:name|date|e-?mail|title|role|address|department|phone))\s+of\s+(.+)$/i.exec(
      text,
    ) ?? []
  return part && whole ? joined(whole, part) : camel(text) || answer.kind
}

/** Who signs: the label but for the words that say that it is signed. */
function signer(label: string): string {
  return label.replace(/\b(?:signature|signed|sign|here|by|of|for|on behalf)\b|['’]s?(?=\s)/gi, ' ')
}

function joined(owner: string, part: string): string {
  const parts = [camel(owner, 2), camel(part)].filter((word) => word !== '')
  return parts.join('.') || 'field'
}

/** The words that matter in small and capital letters: `wentWell`; empty when there is none in Latin letters. */
export function camel(text: string, limit = 5): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/e-mail/g, 'email')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^(?:the|an?)$/.test(word))
  const telling = words.length > 2 ? words.filter((word) => !small.has(word)) : words
  const chosen = (telling.length > 0 ? telling : words).slice(0, limit)
  const name = chosen
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 40)
    .replace(/^(?=\d)/, 'field')
  return name === '' || FieldName.safeParse(name).success ? name : `${name}Field`
}

const small = new Set(
  (
    'a an and any are as at be been by can could did do does for from had has have how i if in into is it its many me ' +
    'my of on or our please shall should so that the their them there these they this those to us was we were what ' +
    'when which who will with would you your each'
  ).split(' '),
)
