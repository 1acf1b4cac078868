import { nameOfThing } from '../../text/names-of-one-thing.ts'
import { COUNTED, isFigure, NUMBERED_BY, placeOf, type Setting } from './surroundings.ts'

/** What can be filled into a text: the words that name it are those of a gap. */
const NOUNS =
  'name names surname forename forenames surnames title job role position post grade department dept division team unit ' +
  'branch office site premises workplace location venue place address street town city county state province region ' +
  'country nation territory postcode zip telephone phone tel ext mobile fax number numbers no num extension email e-mail mail ' +
  'website web url link hyperlink domain intranet logo image letterhead date dates day days month months year years time ' +
  'times hour hours minute minutes week weeks period frequency interval deadline duration amount sum price fee fees cost ' +
  'salary pay wage rate percentage percent figure value currency limit quantity company organisation organization employer ' +
  'business charity firm corporation corp trust school college university institution institute association agency ' +
  'enterprise council authority client customer supplier contractor employee employees worker volunteer apprentice mentor ' +
  'mentee coach coachee buddy candidate applicant learner student recipient staff member members manager managers ' +
  'supervisor director chair chairman chairwoman chairperson ceo cfo coo cto hr hrd hrbp dpo dsl officer lead leader head ' +
  'president principal secretary treasurer trustee trustees board committee group partner owner approver author reviewer ' +
  'editor contact person people individual signatory witness party parties policy procedure document documents form ' +
  'version revision reference ref id identifier code details detail description reason reasons signature initials ' +
  'jurisdiction law laws act legislation regulation regulations statute regulator union provider system software tool ' +
  'tools platform app application service insurer insurance bank account purpose scope objective objectives programme ' +
  'program project topic subject summary text content sector industry activity activities area areas type category ' +
  'status level language gender pronoun pronouns relationship event item items example examples list criteria benefit ' +
  'benefits charge percentage body designation method format holiday leave entitlement notice hotline helpline line designee delegate'
const VERBS =
  'insert enter add type state specify fill complete provide give supply describe choose select pick delete remove amend ' +
  'adapt adjust edit replace include put write set outline explain customise customize tailor confirm update attach ' +
  'detail indicate identify note consider list'
/** Verbs that are other words too, so that they ask only for something. */
const UNSURE_VERBS = 'state type set put note list detail complete outline attach update consider'
const MARKS = 'tbc tbd tba tbs xx xxx xxxx x y n nn yyyy yy dd mm todo placeholder blank'

const noun = new RegExp(`\\b(?:${NOUNS.replaceAll(' ', '|')})\\b`, 'i')
const lastNoun = new RegExp(
  `\\b(?:${NOUNS.replaceAll(' ', '|')})(?:['’]?s)?(?: \\d{1,2}| here| above| below)?$`,
  'i',
)
const firstNoun = new RegExp(
  `^(?:${NOUNS.replaceAll(' ', '|')}) (?:of|for|to|in|on|at|and|or)\\b`,
  'i',
)
const verb = new RegExp(
  `^(?:please |briefly |clearly |to |organi[sz]ation to |company to |employer to |hr to )?(?:${VERBS.replaceAll(' ', '|')})\\b(?! by\\b)`,
  'i',
)
const unsureVerb = new RegExp(`^(?:please )?(?:${UNSURE_VERBS.replaceAll(' ', '|')}) `, 'i')
const ASKED_FOR =
  /\b(?:the|an?|your|here|any|how|what|whom?|whether|which|where|when|all|if|in|other|out)\b|\//i
const mark = new RegExp(`^(?:${MARKS.replaceAll(' ', '|')})$`, 'i')

/** Words in brackets that lead to another place or tell of the text, in a template as in any other. */
const ordinary: readonly RegExp[] = [
  /^(?:sic|ibid|passim|n\.?b\.?|recte|stet|q\.v\.|et al|etc|op\. ?cit|loc\. ?cit)\b/i,
  /^(?:see|cf\.?|compare|quoted in|cited in|source:|as amended|emphas[ie]s|italics|translat\w+|footnotes? (?:omitted|added)|citations? omitted)\b/i,
  /^(?:repealed|omitted|revoked|redacted|spent|substituted|renumbered|expired|superseded|intentionally (?:left )?blank|laughter|laughs|laughing|pause|inaudible|applause|crosstalk)\b/i,
  /^(?:back to (?:the )?(?:top|contents)|skip to [\p{L} ]+|citation needed|dead link|edit(?: ?\| ?edit source)?|toc|[\p{L}]+ brackets?|opens in [\p{L} ]+|new window)$/iu,
  /^(?:image|photo\w*|picture|video|audio|map|chart|diagram|alt text)\b ?:/i,
  // Whom of an organisation a part is for: `for managers only`
  /^(?:(?:this )?applies only to |only for |(?=.* only$)(?:for |applies to )?)(?:[\p{L}-]+ ){0,3}?(?:managers|staff|employees|workers|volunteers|trustees|members|students|learners|pupils|teachers|supervisors|directors|contractors|apprentices|mentors|mentees|parents|adults|patients|residents|drivers)(?: only)?$/iu,
  // Editors of laws, and their references.
  /^(?:F|C|M|X|E|I|P|S|N|B|A)\d{1,4}\b/,
  /^(?!.* (?:titles?|names?|headings?)$)(?:fig(?:ure)?s?|tables?|sections?|ss?|secs?|art(?:icle)?s?|paras?|paragraphs?|clauses?|chapters?|ch|pages?|pp?|vols?|nos?|schedules?|sch|annex|appendix|parts?|rules?|refs?|lines?|notes?|fn|footnotes?|recitals?|regulations?|reg|r|act|order|directive|cm|hc|hl|pdf|docx?|xlsx?)(?:\.? ?\(?\d[\d./-]*(?![\d:])|\.? \(?(?!id\b)[ivxlcdm]+|,? \d+ [KM]B)\b/i,
  /^(?:not (?:used|applicable|in use)|reserved)$/i,
  /^\d+ (?:CFR|U\.?S\.?C|Fed|F\.\dd)\b/,
  /^(?:below|above|overleaf|opposite|here|there|footnote|endnote|unpublished|forthcoming|undated|in press|n\.d|anon\w*)$/i,
]

/** Codes of bodies, laws and standards that are no gap in capitals. */
const ACRONYM = /^[A-Z][A-Z&/-]{0,4}\d{0,5}$/
/** Abbreviations of what can be filled in, which stand in brackets beside what they mean as well. */
export const ABBREVIATION =
  /^(?:C[EFOT]O|DPO|HR(?:D|BP)?|DSL|LADO|ID|REF|N[OR]|NUM|ZIP|UR[LI]|TEL|EXT|FAX|CV|PIN|TBC|TBD|TBA)$/
const TELLING =
  /^(?:NAME|DATES?|TITLE|ROLE|TEAM|TIME|YEAR|MONTH|DAYS?|CITY|TOWN|STATE|LOGO|EMAIL|PHONE|URL|LINK|SITE|CEO|CFO|COO|CTO|DPO|HR|HRD|HRBP|DSL|LADO|ORG|CO|CORP|FIRM|RATE|COST|FEE|SUM|ID|REF|NO|NUM|POST|UNIT|AREA|OR|AND|EITHER|HOURS|WEEKS|YES|TYPE|OWNER|STREET|TEL|ZIP|COUNTY)$/

/**
 * What words in the signs of a gap are taken for: `sure` ones and `doubtful` ones by what they say alone; what is `likely`
 * or `possible` needs a sentence that lacks something, or others of its kind in the text, and what `seldom` is one needs both. What is one `inTemplate` needs a text in which much else surely is. Undefined: they belong to the text.
 */
export type Verdict =
  | 'sure'
  | 'doubtful'
  | 'likely'
  | 'possible'
  | 'seldom'
  | 'inTemplate'
  | undefined

/** Names that nobody explains a word with: `date of birth`, `employee name`, `address`. */
const SURE_NAME =
  /^(?:[\p{L}'’./-]+ ){0,3}(?:(?:fore|sur|first|last|full|user)?names?|job title|(?:tele)?phone(?: number| no\.?)?|telephone number|e-?mail address|postal address|postcode|zip code|start date|end date|commencement date)(?: here)?$|^(?:date|address|position|job role|title|amount|number)$|^(?:name|date|address|title|number|amount|details?) of [\p{L}'’ /-]+$|^(?!his |her |their |my |its )(?:[\p{L}-]+ ){0,3}[\p{L}-]+['’]s (?:(?:work|office|home|mobile|phone|telephone|e-?mail) )?(?:number|address|title|phone|e-?mail)$/iu

/** Judges words that stand in square, angle or curly brackets, or between other signs that people put around gaps. */
export function judge(words: string, setting: Setting): Verdict {
  const text = (
    /[\p{L}\p{N}]/u.test(words) ? words.replace(/[*_\\]+/g, ' ') : words.replaceAll('\\', '')
  )
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return undefined
  if (!/\p{L}/u.test(text)) return judgeFigure(text, setting)
  if (/^\p{L}$/u.test(text)) return judgeLetter(text, setting)
  if (
    /^(?:appendix|annex(?:ure)?|schedule|form|section|clause|table|page)[ -](?:X{1,3}|_+)$/i.test(
      words.trim(),
    )
  )
    return words.includes('_') ? 'sure' : 'likely'
  if (isExplained(text, setting) || /^\p{L}(?:, ?\p{L})+$/u.test(text)) return undefined
  if (text === 'blank') return 'possible'
  if (mark.test(text) || isCountedMark(text) || DUMMY.test(text)) return 'sure'
  if (NUMBER_WORD.test(text) && /\d\s*$/.test(setting.before)) return undefined
  if (NUMBER_WORD.test(text)) return isFigure(setting) ? 'doubtful' : 'seldom'
  if (/^[ivxlc]{1,5}$/.test(text)) return undefined
  if (/^(?:who|whom|when|where|why|what|how)(?: [\p{Ll} ]{2,30})?\??$/u.test(text)) return 'likely'
  if (/^\p{Ll}{1,3}$/u.test(text)) return noun.test(text) ? 'possible' : undefined
  if (/^(?:option|alternative|variant|version) (?:\d|[A-D])\b/i.test(text)) return 'sure'
  // `[Old Act 1998 (OA) / New Order]`
  if (/^\p{Lu}[^/]{3,80} \/ \p{Lu}[^/]{3,80}$/u.test(text)) return 'likely'
  if (ordinary.some((pattern) => pattern.test(text)) || isReference(text)) return undefined
  if (FOREIGN.test(text)) return 'seldom'
  if (isNote(text)) return 'doubtful'
  if (isRequest(text)) return 'sure'
  if (isChoice(text)) return / name$/i.test(text) ? 'sure' : 'likely'
  if (/^\p{Lu}[\p{Lu}\p{N} &/'’.,_-]*$/u.test(text)) return judgeCapitals(text, setting)
  if (/ (?:and|or|of|the|an?|in|to|for|by|with)$/.test(text)) return 'inTemplate'
  if (/ name\b/i.test(text) && isOrganisation(text)) return setting.isQuoted ? 'likely' : 'sure'
  if (isSmall(text) || text.length > 120) return 'possible'
  if (SURE_NAME.test(text) || isOrganisation(text))
    return setting.isQuoted && !/\p{Lu}/u.test(text) && !/ of /.test(text) ? 'likely' : 'sure'
  if (/\d/.test(text) && !noun.test(text)) return 'possible'
  return lastNoun.test(text) || firstNoun.test(text) || isTitle(text) ? 'likely' : 'possible'
}

/** Words of another language, such as where a translation is; in a text that is all in one they are judged as a whole. */
const FOREIGN =
  /(?:^|\s)(?:en|la|les?|el|los|las|der|das|und|auf|für|du|des|aux?|dans|pour|para|por|yn|disponible)(?:\s|$)/u

const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty-eight|thirty|forty|fifty|sixty|ninety)(?: \(\d+\))?$/i

/** The abbreviation of words before it in which it stands already: `the TBA treaty [TBA]` */
function isExplained(text: string, { before }: Setting): boolean {
  if (/^\p{Lu}+$/u.test(text)) return new RegExp(`(?<=^|\\s)${text}(?=[\\s,.;])`, 'u').test(before)
  const initials = text.replace(/(\p{L})\p{L}*[^\p{L}]*/gu, '$1').toUpperCase()
  return (
    /^\p{Lu}{3,}$/u.test(initials) &&
    new RegExp(`(?<!\\p{L})${initials}(?!\\p{L})`, 'u').test(before)
  )
}

function judgeLetter(text: string, setting: Setting): Verdict {
  if (/^[XYZNxn]$/.test(text) && (isFigure(setting) || NUMBERED_BY.test(setting.before)))
    return 'sure'
  if (/^[xyzn]$/.test(text))
    // A letter that the sentence itself has is a name: `the sum of x and [x]`
    return isTickBox(setting) ||
      /(?<![\p{L}[])[xyzn](?: and| or|,)? $/u.test(setting.before) ||
      !/^,? (?:and |or )?(?!is\b|are\b)[\p{Ll}[]/u.test(setting.after)
      ? undefined
      : 'possible'
  return /^[XYN]$/.test(text) ? 'likely' : /^[A-D]$/.test(text) ? 'seldom' : undefined
}

/** `[x] read`, at the beginning of a line or after another box */
function isTickBox({ before }: Setting): boolean {
  return /^[\s>|*+•\d.-]*$|[\]|☐☑]\s*$/.test(before)
}

/** `XXX-000`, `X.X` */
const DUMMY = /^(?=.*[X#])[X#0N]+(?:[-/. ][X#0N]+)+$/

/** `X days`, `up to xx hours`, `X%` */
function isCountedMark(text: string): boolean {
  const [, rest] =
    /^(?:up to |at least |max(?:imum)?:? |[£$€])?(?:[XYN]|x{1,4}|X{2,4}|#{1,3})(?:[-–/](?:[XYN]|x+|X+))?(%.*| .*|)$/.exec(
      text,
    ) ?? []
  return rest !== undefined && (rest === '' || COUNTED.test(rest))
}

function isSmall(text: string): boolean {
  return /^(?:the|an?|this|that|these|those|and|or|he|she|it|they|him|them|we|us|you|I|is|are|was|were|be|been|has|have|had|will|would|to|in|on|at|by|of|for|from|with|as|if|not|no|my|our|his|her|their|its|which|who|when|where|but|unless|except|other than|subject to)\b/.test(
    text,
  )
}

function isTitle(text: string): boolean {
  const words = text.split(/[\s/-]+/)
  return (
    words.length > 1 &&
    text.length <= 60 &&
    words.every((word) => /^[^\p{L}]*(?:\p{Lu}|of$|and$|or$|the$|for$|in$|to$|&)/u.test(word))
  )
}

/** Judges what stands between signs that only programs and templates put around a word. */
export function judgeMarked(words: string, setting: Setting): Verdict {
  const text = words
    .replace(/[_.-]+/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()
  const verdict = judge(text, { ...setting, isQuoted: false })
  return (
    (verdict === 'likely' ? 'sure' : verdict === 'possible' ? 'doubtful' : verdict) ??
    (/^\p{L}{2,}$/u.test(text) ? 'doubtful' : undefined)
  )
}

/** True for words that name what can be filled in: `company name`, `date of review`, `approving body`. */
export function isNamed(words: string): boolean {
  const text = words.trim()
  if (isOrganisation(text)) return true
  // `full names and address, if known, of landlord`
  const [thing = text] = text.split(/(?:, if [\p{L} ]+,)? of /u)
  return (
    !isSmall(text.toLowerCase()) &&
    (SURE_NAME.test(text) || lastNoun.test(text) || firstNoun.test(text) || lastNoun.test(thing))
  )
}

export function isOrganisation(words: string): boolean {
  return nameOfThing(words.trim()) === 'organisation name'
}

/** `delete as appropriate` */
export function isFinishing(words: string): boolean {
  return /^(?:nicht ?zutreffendes\b.*\bstreichen|rayer (?:la|les) mentions? inutiles?|t[aá]chese lo que no proceda|barrare)\b|^(?:please )?(?:check (?:only )?(?:one|all that apply)$|(?:delete|strike|cross|tick|circle|amend|edit|adapt|select|choose)\b.*\b(?:appropriate|applicable|necessary|required|apply|relevant|out|one(?! or more))\b)/i.test(
    words,
  )
}

/** True for words to whoever writes the text, which are to be taken out: `delete as appropriate`, `drafting note: …` */
export function isNote(text: string): boolean {
  return /^(?:please )?(?:(?:if|where|as) (?:applicable|appropriate|required|necessary|relevant)$|optional(?:$|\s*[:;,.–—-]|\s+(?:but\b|clause|paragraph|section|sentence|wording|words?|text|line|item|insert|add)\w*)|(?:delete|strike out|cross out|remove|amend|adapt|edit|tailor|customi[sz]e|adjust)\b|(?:drafting|guidance|template|author)(?:['’]?s)? notes?\b|note(?: to [\p{L} ]+)?\s*:|use this\b|(?:option|alternative|variant) [\dA-D]\b|(?:or|and|either)$|(?:(?:date|details?) )?(?:to be|yet to be|not yet) (?:confirmed|agreed|decided|determined|announced|advised|completed|inserted|added)\b|(?:(?:the|this|next|following) )+(?:section|clause|paragraph|sentence|part|policy) (?:is|may|should|can|only|applies)\b|(?:(?:only )?(?:for|applies (?:only )?(?:to|in)) )?(?:[\p{L}-]+ ){0,3}(?:organi[sz]ations|employers|companies|charities|schools|businesses|firms)(?: only)?$|(?:instructions?|examples?|guidance|options?|alternatives?|tips?|hint)\s*:)/iu.test(
    text,
  )
}

/** True for words that ask the reader to write: `enter the name here`, `your company`, `e.g. Leeds`. */
export function isRequest(text: string): boolean {
  return (
    (verb.test(text) &&
      /\s/.test(text) &&
      (!unsureVerb.test(text) || ASKED_FOR.test(text) || noun.test(text))) ||
    /^(?:your|the company's|the organi[sz]ation's) [\p{L}'’ ]+$/iu.test(text) ||
    /^(?:e\.?g\.?,? .+|for example,? .+|for instance,? .+|any other .+|another .+)$/i.test(text)
  )
}

/** True for answers of which one is to be kept: `YES / NO`, `he/she/they`, `low | high`. */
export function isChoice(text: string): boolean {
  return (
    /^[\p{L}\d'’(),+-][\p{L}\d'’(),+ -]{0,80}(?:\s?[/|]\s?[\p{L}\d'’(),+ -]{1,80}){1,8}$/u.test(
      text,
    ) && !/^(?:and\/or|n\/a|\p{Lu}{2,5}\/\p{Lu}{2,5}|\d+\/\d+)$/u.test(text)
  )
}

/** `[30] days` is an amount that somebody proposes; `[30]` leads to a note. */
function judgeFigure(text: string, setting: Setting): Verdict {
  if (/^(?:…|\.{3})$/.test(text)) return isApart(setting) ? 'sure' : undefined
  if (/^(?:[–—%-]|\?+)$/.test(text)) return 'likely'
  if (/^[●•⚫◆■*#_–—-]+$|^[.…]+$|^[£$€][ .]*$|^(?:\. )+\.$|^[ /]+$/.test(text))
    return /^\*+$/.test(text) && !isFigure(setting) ? undefined : 'sure'
  if (!/^[£$€]?\d[\d.,:]*(?: ?[–/-] ?[£$€]?\d[\d.,:]*)*%?$/.test(text)) return undefined
  if (isFigure(setting) || /\baged? $/i.test(setting.before))
    return setting.isQuoted ? 'likely' : 'doubtful'
  return /[%£$€:/]|\d,\d{3}/.test(text) || NUMBERED_BY.test(setting.before) ? 'possible' : 'seldom'
}

function isApart(setting: Setting): boolean {
  const { before, after } = setting
  // What a quotation leaves out at its beginning.
  if (
    /^[\s>]*$/.test(before) &&
    /^ (?!(?:is|are|will|must|shall|has|may|can)\b)\p{Ll}/u.test(after)
  )
    return false
  return placeOf(setting) !== 'aside' || (before + after).trim() === ''
}

function judgeCapitals(text: string, { before }: Setting): Verdict {
  if (ABBREVIATION.test(text)) return 'likely'
  if (TELLING.test(text) || (SURE_NAME.test(text) && / /.test(text))) return 'sure'
  if (before.trimEnd().endsWith(text)) return undefined
  if (!/[ _]/.test(text) && ACRONYM.test(text)) return 'seldom'
  if (/\d/.test(text) && !noun.test(text)) return 'possible'
  if (/\bv\.? $/.test(before)) return undefined
  if (isSmall(text.toLowerCase())) return 'possible'
  if (noun.test(text)) return 'sure'
  return /[ _]/.test(text) ? 'likely' : 'possible'
}

/** A source that is quoted: an author and a year, a date, an address, a formula. */
function isReference(text: string): boolean {
  return (
    /\b(?:1[5-9]|20)\d\d[a-z]?\b(?!-?\/?(?:YY|XX))/.test(text) ||
    /\bet al\b|^https?:|^www\.|[=<>{}^]|[\p{L}\d]\.\.[\p{L}\d]/u.test(text) ||
    /^\d+(?:st|nd|rd|th) ed|^\d+, (?:\p{L}+\.|p|pp|fn|n) /u.test(text) ||
    /^\p{L}{1,2}\/?\d[\d/.–-]*$|^\p{Lu}{2,}[- ]?\d{3,}(?:[:-][\p{Lu}\d.]+)*$/u.test(text)
  )
}
