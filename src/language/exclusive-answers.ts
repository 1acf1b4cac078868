import { anyOf } from './any-of.ts'

const TICK_ONE =
  /^I am(?: \p{L}+)?:?$|^(?:are you|how (?:often|long|likely|useful|satisfied))\b|\b(?:tick|check|choose|select|mark|circle|pick)\s+(?:only\s+|just\s+)?one\b(?! or more)|\bone\s+(?:box|only|answer|option)\b|\bonly one\b|\bto be:?$|\b(?:age group|(?:type|kind) of (?:leave|contract|employment)|contract type|marital status|t-shirt size|title|gender|sex)\b:?$/iu
/** `Yes` and `No`, as sources of patterns. */
export const YES = 'y(?:es)?|ja?|oui|s[ií]'
export const NO = 'no?|nein|non|nee'
const YES_NO = new RegExp(
  `^(?:${YES}|${NO}|n\\/?a|not applicable|not sure|unsure|don['’]t know|maybe|partly|partial(?:ly)?|in part|not yet|vielleicht|peut-être|weiß nicht|teilweise|keine angabe)$`,
  'i',
)
const YES_NO_SAID = new RegExp(`^(?:${YES}|${NO})(?:[,.:;–—-]| ?\\()`, 'i')
/** What may be chosen beside any answers. */
const UNSAID =
  /^(?:I(?:['’]d| would) )?(?:prefer|rather|do(?: not|n['’]t) (?:wish|want)) (?:not )?(?:to )?(?:say|answer|disclose|state)\b|^undisclosed$|^n\/?a$|^not applicable$/i
const SCALE =
  /\b(?:agree|disagree|neutral|neither|satisfied|dissatisfied|excellent|good|average|fair|poor|approved|accepted|granted|rejected|refused|declined|denied|deferred|postponed|always|often|sometimes|rarely|never|male|female|high|medium|low|permanent|temporary|fixed[- ]term|full[- ]time|part[- ]time|too (?:fast|slow|short|long|easy|hard|difficult|simple|much|little|many|few|early|late|big|small|high|low|basic|advanced|hot|cold|loud|quiet)$|just right|about right|exceed(?:s|ed)?|meets?|below|above|needs|improvement|outstanding|(?:un|in)?(?:satisfactory|acceptable|adequate|safe)|severe|moderate|minor|major|critical|novice|beginner|intermediate|competent|advanced|expert|proficient|developing|emerging|better|worse|basic|strong|weak|pass|fail|daily|weekly|fortnightly|monthly|quarterly|yearly|annually|m[äa]nnlich|weiblich|divers|vollzeit|teilzeit|befristet|unbefristet|temps (?:plein|partiel)|cd[id]|ledig|verheiratet|geschieden|verwitwet|c[ée]libataire|mari[ée]+|divorc[ée]+)\b|^\d+$|^\d{1,3}(?:\+|\s?(?:[-–]|to)\s?\d{1,3}\+?)$|^(?:none|some|much|many|a lot|a little|a few)$|^(?:under|over|up to|less than|more than) \d{1,3}$|^\d\s*[-–:=]|^(?:[MFX]|X{0,3}[SL]|\dXL|Mrs?|Ms|Miss|Mx|Dr)$/i

const MANY =
  /\(s\)|\b(?:all|any|those|each|whichever|as many)\b[^.?!:]{0,20}\b(?:apply|relevant|like|wish|want|need)\b|\b(?:one|1) or more\b|\bmore than one\b|\b(?:tick|check|choose|select|circle|mark|underline) any\b|\b(?:tick|check|mark)(?: \p{L}+)? (?:as|where|if) (?:appropriate|applicable|relevant|needed)\b/iu

/** What is asked for in the plural: `Days`, `Which needs …?`, `of these`, `I ask for` */
const SEVERAL = anyOf(
  [
    /\b(?:which|what) (?:\p{L}+ ){0,2}?\p{L}+[^siu\P{L}]s\b/u,
    /\b(?:confirm|declare|understand|certify|acknowledge|agree)s?\b|\bthat$/,
    /\b(?:any|some|all|both) of\b|\b(?:these|those|following|reason|why|because)\b|\byou (?:want|like|need)\b|\b(?:happy|willing|able) (?:for|to|with)\b/,
    /^if\b|\b(?:ask|apply|asks|applies) for$|\b(?:need|require|want|would like|attach|enclose|include|interested in|agree to|consent to)s?(?: to)?$/,
    /^(?:I \p{L}+ )?(?:\p{L}+ )?\p{L}+[^siu\P{L}]s (?:of|on|for|in|to|that|which|you)\b|\b(?:needed|required|wanted)$/u,
    /^(?!(?:this|that|it|he|she) )[^?]*\p{L}[^siu\P{L}]s(?: (?:\p{L}+ed|\p{L}+en|made|of [^?]*|for [^?]*|in [^?]*|used|you [^?]*))?$/u,
  ],
  'iu',
)

/** True where a question or label asks for one thing, of which the answers then are one each. */
export function asksForOne(question: string): boolean {
  const text = question
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/[\s:.*]+$/, '')
    .trim()
  return text !== '' && !asksForMany(question) && !SEVERAL.test(text)
}

/** True for words such as `tick all that apply`. */
export function asksForMany(text: string): boolean {
  return MANY.test(text)
}

/** What is longer than a grade, such as `I agree to photographs being taken`, is said by itself. */
const LONGEST_GRADE = 5

/** True for `Yes` and `No`, agreement, and other answers of which one rules out the rest. */
export function excludeEachOther(question: string, answers: readonly string[]): boolean {
  const labels = answers.filter((label) => !UNSAID.test(label))
  if (labels.length === 0) return answers.length > 1
  return (
    TICK_ONE.test(question) ||
    labels.every((label) => YES_NO.test(label) || YES_NO_SAID.test(label)) ||
    labels.every((label) => SCALE.test(label) && label.split(/\s+/).length <= LONGEST_GRADE) ||
    isAndIsNot(labels) ||
    areDegrees(labels) ||
    areInitials(labels)
  )
}

/** Grades such as `very good`, `good`, `poor` and `n/a`, of which most are ones of a scale. */
export function isScale(labels: readonly string[]): boolean {
  const known = labels.filter((label) => SCALE.test(label) || YES_NO.test(label))
  return labels.length > 2 && known.length > labels.length / 2
}

/** What somebody declares by a tick, rather than an answer to choose: `I have read the policy`. */
export function isStatement(label: string): boolean {
  const words = label.split(/\s+/).length
  return (
    /^(?:I|we|my|our|please)\b/i.test(label) ||
    (/^(?:the|this)\b/i.test(label) && words > 3) ||
    words > 8
  )
}

/** `SD`, `D`, `N`, `A`, `SA`, and `E`, `G`, `F`, `P`: agreement and grades by their first letters. */
function areInitials(labels: readonly string[]): boolean {
  return (
    labels.length > 2 &&
    [AGREEMENT, GRADES].some((known) => labels.every((label) => known.includes(label)))
  )
}

const AGREEMENT = ['SD', 'D', 'N', 'U', 'A', 'SA', 'N/A', 'NA']
const GRADES = ['E', 'VG', 'G', 'S', 'F', 'P', 'VP', 'NI', 'U', 'N/A', 'NA']

/** `Very useful`, `Useful` and `Not useful`: the same words but for how much. */
function areDegrees(labels: readonly string[]): boolean {
  const plain = labels.map((label) => label.toLowerCase().replace(DEGREES, '').trim())
  return (
    labels.length > 2 &&
    new Set(plain).size === 1 &&
    plain.some((label, at) => label.length < labels[at]!.length)
  )
}

const DEGREES =
  /\b(?:very|quite|fairly|rather|somewhat|slightly|extremely|highly|mostly|fully|completely|partly|partially|not|at all|a little|un(?=likely|important|helpful|clear|happy|sure))\s*/gi

/** `I agree` and `I do not agree`, `Accepted` and `Declined`: a statement and its opposite. */
function isAndIsNot([one = '', other = '', ...more]: readonly string[]): boolean {
  if (one === '' || other === '' || more.length > 0) return false
  // `bezahlt` and `unbezahlt`
  if (['un', 'nicht ', 'non '].some((no) => no + one.toLowerCase() === other.toLowerCase()))
    return true
  return withoutNot(one) === withoutNot(other)
    ? NOT.test(one) !== NOT.test(other)
    : areOpposite(one, other)
}

const NOT =
  /\b(?:not|never|no longer|non-|un(?=success|satisf|suit|able|will|accept)|in(?=complete|correct|eligible)|dis(?=agree|approv|satisf))|n['’]t\b/i

function withoutNot(label: string): string {
  return label
    .toLowerCase()
    .replace(NOT, '')
    .replace(/\b(?:do|does|did)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:accept|approv|agree|grant|consent|support|upheld|recommend)/i,
    /\b(?:declin|den(?:y|ied)|reject|refus|disagree|oppos|object|dismiss|not)/i,
  ],
  [
    /\bgenehmigt|bewilligt|befürwortet|angenommen|zugestimmt|accord[ée]|accept[ée]|approuv[ée]|favorable/i,
    /\babgelehnt|nicht|refus[ée]|rejet[ée]|d[ée]favorable/i,
  ],
  [
    /\bpass(?:ed)?\b|^(?:ok(?:ay)?|fine|sound|satisfactory|safe)$/i,
    /\bfail(?:ed)?\b|\bfault|\bdefect|\bdamage|\bunsafe|\brepair/i,
  ],
  [/\bopt(?:ed)? in\b/i, /\bopt(?:ed)? out\b/i],
  [/\b(?:attended|present|included|with)\b/i, /\b(?:absent|excluded|without)\b/i],
]
const FEW_WORDS = 4

function areOpposite(one: string, other: string): boolean {
  const isShort = [one, other].every((label) => label.split(/\s+/).length <= FEW_WORDS)
  return (
    isShort &&
    OPPOSITES.some(
      ([for_, against]) =>
        (for_.test(one) && against.test(other)) || (for_.test(other) && against.test(one)),
    )
  )
}
