import type { Candidate, Gap } from './gap.ts'
import { isAddedWord, placeOf } from './surroundings.ts'
import { isNamed, type Verdict } from './words.ts'

/** Placeholders of policypack's own kind, and what holds them. */
export const OWN = /[([]\s*insert\s|\{\{(?!\{)[^|{}]*\}\}/i

/** What its place says of it. */
interface Placed {
  readonly candidate: Candidate
  readonly verdict: Gap['verdict'] | undefined
}

/** Decides on what is likely or possible: by a sentence that lacks something, or by what else the text has. */
export function settled(
  candidates: readonly Candidate[],
  source: string,
  isEnglish: boolean,
): Gap[] {
  const kind = kindOf(source, candidates)
  const placed = candidates.map((candidate) => ({
    candidate,
    verdict: placeVerdict(candidate, kind),
  }))
  const foreign = new Set(isEnglish ? [] : candidates.filter(isForeignName))
  if (foreign.size < 3) foreign.clear()
  const signs = Map.groupBy(placed, ({ candidate }) => signOf(candidate))
  const isCompany = new Map(
    [...signs].map(([sign, same]) => [sign, hasCompany(sign, same, source)]),
  )
  const isStray = new Map([...signs].map(([sign, same]) => [sign, areStray(same)]))
  return placed.flatMap(({ candidate, verdict }) => {
    const sign = signOf(candidate)
    const isUncertain = candidate.verdict !== verdict
    if (verdict && !(kind === 'ordinary' && isUncertain && isStray.get(sign)))
      return { ...candidate, verdict }
    const other =
      kind === 'template' || isCompany.get(sign) ? amongOthers(candidate, kind) : undefined
    if (other) return { ...candidate, verdict: other }
    return foreign.has(candidate) ? { ...candidate, verdict: 'doubtful' } : []
  })
}

/** Where most of what stands in some signs is no gap, one whose sentence seems to lack it is none either. */
function areStray(same: readonly Placed[]): boolean {
  const lacking = same.filter(({ verdict }) => verdict).length
  const stray = same.filter(
    ({ verdict, candidate }) => !verdict && (!candidate.verdict || placeOf(candidate) === 'aside'),
  ).length
  return stray >= lacking
}

/** Words of other languages say nothing of whether they name something, so that their brackets are told. */
function isForeignName({ raw, words, isQuoted }: Candidate): boolean {
  return (
    !isQuoted &&
    /^\\?[[<]/.test(raw) &&
    !raw.startsWith('[[') &&
    /^[^.\d]*\p{L}{2}[^.\d]*$/u.test(words)
  )
}

/** Where gaps are written in some signs, others in the same signs are none by chance. */
function hasCompany(sign: string, same: readonly Placed[], source: string): boolean {
  const told = same.filter(({ verdict }) => verdict)
  const own = sign === '[' ? (source.match(/\[\s*insert\s/gi)?.length ?? 0) : 0
  // What only its place tells of counts less.
  const certain = told.filter(({ candidate, verdict }) => candidate.verdict === verdict).length
  const weight = own + certain + Math.floor((told.length - certain) / 3)
  const others = same.filter(({ candidate }) => candidate.verdict).length - told.length
  return weight > 0 && weight * MOST_STRAY >= others
}

/**
 * What a text is by what is surely to be filled in: much in a `template`, nothing in an `ordinary` text. In a template more of
 * what might be a gap is one, and in an ordinary text less.
 */
type TextKind = 'template' | 'mixed' | 'ordinary'

function kindOf(source: string, candidates: readonly Candidate[]): TextKind {
  const own = source.match(ALL_OWN)?.length ?? 0
  const [notes = [], gaps = []] = [true, false].map((isSentence) =>
    candidates.filter(
      ({ isQuoted, isNote, raw }) =>
        !isQuoted && (isNote && !/^\\?[[({<«]/.test(raw)) === isSentence,
    ),
  )
  const weightOfAll = (some: readonly Candidate[]) =>
    some.reduce((sum, candidate) => sum + weightOf(candidate), 0)
  // Notes alone are found in a guide too.
  const weight = own + weightOfAll(gaps) + Math.min(1, weightOfAll(notes))
  const least = CALLED_TEMPLATE.test(source.slice(0, HEAD)) ? 0.5 : 2
  const lines = source.split('\n').length
  const uncertain = candidates.filter(({ verdict }) => verdict !== 'sure' && verdict !== 'doubtful')
  const isMost = weight * MOST_LINES >= lines && weight * MOST_STRAY * 3 >= uncertain.length
  if (weight >= least && isMost) return 'template'
  return weight < 1 ? 'ordinary' : 'mixed'
}

/** What only its words tell of counts where it is all of a value or an entry too. */
function weightOf(candidate: Candidate): number {
  const { verdict, raw } = candidate
  if (verdict === 'likely' && !raw.startsWith('[[') && placeOf(candidate) === 'alone') return 0.5
  return WEIGHTS[verdict ?? 'seldom'] ?? 0
}

const WEIGHTS: Partial<Record<Exclude<Verdict, undefined>, number>> = { sure: 1, doubtful: 0.5 }
const ALL_OWN = new RegExp(OWN.source, 'gi')
const CALLED_TEMPLATE =
  /\b(?:template|specimen|(?:sample|model|standard) (?:\p{L}+ ){0,4}(?:policy|procedure|contract|agreement|letter|form|statement|handbook))\b/iu
/** How far into a text it says that it is a template. */
const HEAD = 500
/** How many uncertain ones in the same signs are taken for gaps for each that is certain; in a template thrice as many. */
const MOST_STRAY = 4
/** How many lines of a template have one gap at least. */
const MOST_LINES = 60

function signOf({ raw, isInCode }: Candidate): string {
  if (isInCode) return 'code'
  if (raw.startsWith('[[')) return '[['
  if (/^X+$/.test(raw)) return 'X'
  if (/^(?!TB)\p{Lu}[\p{Lu}'’ /]+$/u.test(raw)) return 'capitals'
  const sign = raw.replace(/^\\/, '').replace(/^&lt;/, '<').charAt(0)
  return /\p{L}/u.test(sign) ? 'letter' : sign
}

function placeVerdict(candidate: Candidate, kind: TextKind): Gap['verdict'] | undefined {
  const { verdict, words, raw } = candidate
  if (verdict === 'sure' || verdict === 'doubtful') return verdict
  if (verdict !== 'likely' && verdict !== 'possible') return undefined
  // Wikis write links so.
  const place = raw.startsWith('[[') ? 'aside' : placeOf(candidate)
  if (place === 'aside' || isAddedWord(words, candidate)) return undefined
  if (verdict === 'likely') return 'sure'
  return place === 'lacking' && (kind !== 'ordinary' || isNamed(words)) ? 'doubtful' : undefined
}

function amongOthers(candidate: Candidate, kind: TextKind): Gap['verdict'] | undefined {
  const { verdict, isQuoted, before, words } = candidate
  if (!verdict || (verdict === 'inTemplate' && kind !== 'template')) return undefined
  // Whom an editor names in a quotation: `“[The employer] acted …”`
  if (isQuoted && /^(?:The|An?|This|That) /.test(words)) return undefined
  if (verdict === 'likely') return 'sure'
  if (verdict === 'seldom' && placeOf(candidate) === 'aside' && before.trim() !== '')
    return undefined
  return isQuoted && !candidate.isNote ? undefined : 'doubtful'
}
