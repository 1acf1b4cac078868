/** What can be filled into a text: the words that name it are those of a gap. */
const NOUNS =
  'name names surname forename forenames surnames title job role position post grade department dept division team unit ' +
  'branch office site premises workplace location venue place address street town city county state province region ' +
  'country nation territory postcode zip telephone phone tel mobile fax number numbers no num extension email e-mail mail ' +
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
  'benefits charge percentage holiday leave entitlement notice hotline helpline line designee delegate'
const VERBS =
  'insert enter add type state specify fill complete provide give supply describe choose select pick delete remove amend ' +
  'adapt adjust edit replace include put write set outline explain customise customize tailor confirm update attach ' +
  'detail indicate identify note consider'
const YOURS = 'your our their his her its whose'
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
  `^(?:please |to |organi[sz]ation to |company to |employer to |hr to )?(?:${VERBS.replaceAll(' ', '|')})\\b(?! by\\b)`,
  'i',
)
const yours = new RegExp(`^(?:${YOURS.replaceAll(' ', '|')}) `, 'i')
const mark = new RegExp(`^(?:${MARKS.replaceAll(' ', '|')})$`, 'i')

/** Words in brackets that belong to an ordinary text: what an editor, an act or a web page adds. */
const ordinary: readonly RegExp[] = [
  /^(?:sic|ibid|passim|nb|n\.b\.|recte|stet|q\.v\.|et al|etc)\b/i,
  /^(?:see|cf|compare|per|my|our|their|her|his|own|footnotes?|endnotes?|citations?|references?|emphas[ie]s|italics|bold|underlin\w+|original|translat\w+|quotations?|internal)\b.*\b(?:added|mine|ours|author['’]s|original|omitted|removed|above|below|supplied|needed|translation|section|clause|page|note|annex|appendix|chapter|part|schedule|article|emphasis|italics|translation)\b/i,
  /^(?:see|cf\.?|compare|quoted in|cited in|source|per|as amended|as in|as at|in the|at para\w*)\b/i,
  /^(?:emphasis|italics|translation|original)\b/i,
  /^(?:repealed|reserved|omitted|revoked|redacted|spent|lapsed|amended|inserted|substituted|added|renumbered|deleted|expired|superseded|withdrawn|not used|not reproduced|not in force|intentionally|assented|words?|definition|subs?ection\w*)\b(?!\s+(?:count|here))(?=$|\s+(?:by|on|in|from|at|with|to|left|blank|omitted|repealed|deleted|inserted|substituted|added|\d))/i,
  /^(?:laughter|laughs|applause|inaudible|unclear|crosstalk|pause|silence|indistinct|interruption|music|cheering|crying|sighs|break|name (?:redacted|withheld|removed|changed)|names? (?:redacted|withheld|removed|changed|omitted)|identity withheld|address withheld|redacted|deleted|removed|missing|illegible|blank page|blank)$/i,
  /^(?:edit|citation needed|clarification needed|who|when|which|why|according to whom|by whom|dubious|dead link|archived|pdf|docx?|xlsx?|odt|html|audio|video|external|opens?|link opens|new window|new tab|download\w*|back|back to|top|return|print|share|skip|menu|search|more|read more|show|hide|close|ok|cancel|yes|no|next|previous|save|submit|accessed|retrieved|online|internet|offline|image|picture|photo|photograph|diagram|map|cartoon|caption)\b(?=$|\s+(?:in|to|page|more|less|top|link|only|file|version|document|window|tab|main|content|contents|external|of|on|by|\d)|[,:;])/i,
  /^(?:contents|index|abstract|foreword|preface|the end|end|stop|chorus|verse|intermission|ends?)$/i,
  // Editors of laws, and their references.
  /^(?:F|C|M|X|E|I|P|S|N|B|A)\d{1,4}\b/,
  /^(?:fig(?:ure)?s?|tables?|tbl|sections?|titles?|books?|ss?|secs?|art(?:icle)?s?|paras?|paragraphs?|clauses?|chapters?|ch|pages?|pp?|vols?|volumes?|nos?|schedules?|sch|annex|appendix|parts?|items?|eqs?|equations?|rules?|refs?|references?|lines?|notes?|fn|footnotes?|recitals?|principles?|standards?|step|stage|level|question|q|box|exhibit|case|version|v|ver|rev|issue|regulations?|reg|r|act|order|directive|bill|form|room|doc|document|slide|minute|hansard|cm|cmnd|hc|hl)(?:\.? ?\(?\d[\d./-]*|\.? \(?[ivxlcdm]+)\b/i,
  /^(?:below|above|overleaf|opposite|here|there|footnote|endnote|corrected|approx\w*|est\w*|circa|ca?\.|unpublished|forthcoming|undated|in press|n\.d|anon\w*|continued|cont\w*|loc\. cit|translated)\b(?! by\b)/i,
]

/** Codes of bodies, laws and standards that are no gap in capitals. */
const ACRONYM =
  /^[A-Z][A-Z&/-]{0,4}\d{0,5}$|^(?:UNICEF|UNESCO|UNISON|NASUWT|CITES|ASEAN|MERCOSUR|OPENSSL|TUPE|RIDDOR|COSHH)$/
const TELLING =
  /^(?:NAME|DATE|DATES|TITLE|ROLE|TEAM|TIME|YEAR|MONTH|DAY|DAYS|CITY|TOWN|STATE|LOGO|EMAIL|PHONE|URL|LINK|SITE|CEO|CFO|COO|CTO|DPO|HR|HRD|HRBP|DSL|LADO|TBC|TBD|TBA|N|NN|X|XX|XXX|XXXX|Y|YY|YYYY|ORG|CO|CORP|FIRM|BANK|UNION|BOARD|RATE|COST|FEE|SUM|ID|REF|NO|NUM|POST|UNIT|AREA|OR|AND|EITHER|HOURS|WEEKS|FORM|YES|NO|TEXT|LIST|TYPE|CODE|LAW|ACT|BODY|CHAIR|HEAD|OWNER|STAFF|STREET|TEL|ZIP|LOW|HIGH|ANY|ALL|COUNTY)$/

/** What words in the brackets of a gap are taken for; undefined: they belong to the text. */
export type Verdict = 'sure' | 'doubtful' | undefined

/** Where the brackets stand. */
export interface Setting {
  /** Inside a quotation, where editors put words in brackets. */
  readonly isQuoted: boolean
  readonly before: string
  readonly after: string
}

/** Words that count what stands before them. */
const COUNTED =
  /^[ \u00a0-]{0,2}(?:(?:working|calendar|business|consecutive|full|clear|school|additional)[ \u00a0-])*(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|terms?|times|people|employees|members|staff|%|per ?cent|percent|percentage points?|miles|km|kilomet|pounds|dollars|euros?|pence|sessions?|meetings?|questions|participants|points)\b|^%/i
/** What stands before an amount. */
const CURRENCY = /(?:[£$€¥₹]|\b(?:GBP|USD|EUR|AUD|NZD|KES|ZAR|NGN|INR|R|KSh|Rs\.?))\s?$/

/** True where a figure belongs: between a currency or nothing and words that count. */
export function isFigure({ before, after }: Pick<Setting, 'before' | 'after'>): boolean {
  return CURRENCY.test(before) || COUNTED.test(after)
}

/** Judges words that stand in square, angle or curly brackets, or between other signs that people put around gaps. */
export function judge(words: string, setting: Setting): Verdict {
  const text = (/[\p{L}\p{N}]/u.test(words) ? words.replace(/[*_\\]+/g, ' ') : words)
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return undefined
  if (!/\p{L}/u.test(text)) return judgeFigure(text, setting)
  if (/^\p{L}$/u.test(text))
    return /^[XYZNxn#]$/.test(text) && isFigure(setting)
      ? 'sure'
      : /^[XYN]$/.test(text)
        ? 'doubtful'
        : undefined
  if (mark.test(text)) return 'sure'
  if (/^[ivxlc]{1,5}$|^\p{Ll}{1,3}$/u.test(text)) return undefined
  if (/^(?:option|alternative|variant|version) (?:\d|[A-D])\b/i.test(text)) return 'sure'
  if (ordinary.some((pattern) => pattern.test(text))) return undefined
  if (/^\d[\d.,%–-]*(?: ?\p{L}+)?$/u.test(text) && isFigure(setting)) return 'doubtful'
  if (isReference(text) || isKey(text, setting)) return undefined
  if (isNote(text)) return 'doubtful'
  if (isRequest(text) || isChoice(text)) return 'sure'
  if (/^\p{Lu}[\p{Lu}\p{N} &/'’.,_-]*$/u.test(text)) return judgeCapitals(text, setting)
  if (text.length > 200) return 'doubtful'
  const isNamed = lastNoun.test(text) || firstNoun.test(text)
  const isSmall =
    /^(?:the|an?|this|that|these|those|and|or|he|she|it|they|him|them|we|us|you|I|is|are|was|were|be|been|has|have|had|will|would|to|in|on|at|by|for|from|with|as|if|not|which|who|when|where|but)\b/.test(
      text,
    )
  if (setting.isQuoted)
    return isNamed && !isSmall && text.split(' ').length <= 4 ? 'sure' : undefined
  if (/^(?:of|to (?!be\b)) ?/.test(text)) return undefined
  if (isSmall) return 'doubtful'
  if (/\d/.test(text) && !noun.test(text))
    return COUNTED.test(text.replace(/^[\d\s.,]+/, '')) ? 'doubtful' : undefined
  if (isNamed) return 'sure'
  const isTitle = text
    .split(/[\s/-]+/)
    .every((word) => /^[^\p{L}]*(?:\p{Lu}|of$|and$|or$|the$|for$|in$|to$|&)/u.test(word))
  return isTitle && text.split(' ').length > 1 && text.length <= 60 ? 'sure' : 'doubtful'
}

/** A key or button that is to be pressed. */
function isKey(text: string, { before }: Setting): boolean {
  return (
    /\b(?:press|pressing|click|clicking|select|hit|tap|key|button|menu|choose|touche)\b[^.]{0,40}$/i.test(
      before,
    ) &&
    /^[\p{L}\d]+(?: [\p{L}\d]+)?$/u.test(text) &&
    !/_/.test(text)
  )
}

/** True for words to whoever writes the text, which are to be taken out: `delete as appropriate`, `drafting note: …` */
export function isNote(text: string): boolean {
  return /^(?:please )?(?:(?:if|where|as) (?:applicable|appropriate|required|necessary|relevant)$|optional\b|(?:delete|strike out|cross out|remove|amend|adapt|edit|tailor|customi[sz]e|adjust)\b|(?:drafting|guidance|template|author)(?:['’]?s)? notes?\b|note(?: to [\p{L} ]+)?\s*:|use this\b|(?:option|alternative|variant) [\dA-D]\b|(?:or|and|either)$)/iu.test(
    text,
  )
}

/** True for words that ask the reader to write: `enter the name here`, `your company`. */
function isRequest(text: string): boolean {
  return (
    (verb.test(text) && /\s/.test(text)) ||
    (yours.test(text) && noun.test(text)) ||
    /^(?:if applicable|where applicable|as applicable|as appropriate|optional|delete\b.*|e\.?g\.? .+|for example,? .+|such as .+|list .+|any other .+|(?:drafting|guidance|template|author) notes?\b.*|note to \w+.*|name|date)$/i.test(
      text,
    )
  )
}

/** True for answers of which one is to be kept: `YES / NO`, `he/she/they`, `low | high`. */
export function isChoice(text: string): boolean {
  return (
    /^[\p{L}\d'’() -]{1,40}(?:\s?[/|]\s?[\p{L}\d'’() -]{1,40}){1,8}$/u.test(text) &&
    !/^(?:and\/or|n\/a|\p{Lu}{2,5}\/\p{Lu}{2,5}|\d+\/\d+)$/u.test(text)
  )
}

/** Words that something has to follow. */
const OPEN_END =
  /(?:[:£$€]|\b(?:by|of|on|to|for|the|a|an|at|within|after|than|is|are|from|with|and|or|between|until|called|named|dear))\s*$/i

/** Where something has to follow, or nothing else stands. */
function isOpen({ before, after, isQuoted }: Setting): boolean {
  if ((before + after).trim() === '') return true
  return OPEN_END.test(before) && !isQuoted
}

/** `[30] days` is an amount that somebody proposes; `[30]` leads to a note. */
function judgeFigure(text: string, setting: Setting): Verdict {
  if (/^(?:…|\.{3})$/.test(text)) return isOpen(setting) ? 'sure' : undefined
  if (/^[●•⚫◆■*#_–—-]+$|^[.…]+$|^[?]{1,3}$/.test(text))
    return /^\*+$/.test(text) && !isFigure(setting) ? undefined : 'sure'
  return /^\d{1,4}(?:[.,]\d+)?%?$/.test(text) && (isFigure(setting) || text.endsWith('%'))
    ? 'doubtful'
    : undefined
}

function judgeCapitals(text: string, { before }: Setting): Verdict {
  if (TELLING.test(text)) return 'sure'
  if (!/[ _]/.test(text) && ACRONYM.test(text)) return undefined
  if (/\d/.test(text) && !noun.test(text)) return undefined
  if (/\bv\.? $/.test(before) || before.trimEnd().endsWith(text)) return undefined
  // It may be an acronym that is not known here.
  return /[ _]/.test(text) || noun.test(text) ? 'sure' : 'doubtful'
}

/** A source that is quoted: an author and a year, a date, an address, a formula. */
function isReference(text: string): boolean {
  return (
    /\b(?:1[5-9]|20)\d\d[a-z]?\b(?!-?\/?(?:YY|XX))/.test(text) ||
    /\bet al\b|^https?:|^www\.|^[\w.+-]+@[\w-]+\.\w+$|[=<>{}^]|^\w+\d+$/.test(text) ||
    /^\d{1,2}(?:st|nd|rd|th)? \p{L}+$/u.test(text) ||
    /^\d+(?:st|nd|rd|th)\b/.test(text)
  )
}
