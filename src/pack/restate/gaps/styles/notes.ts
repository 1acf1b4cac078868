import { doubtful, type Style } from '../style.ts'
import type { Setting } from '../surroundings.ts'
import { isNamed, type Verdict } from '../words.ts'

/** What a template calls itself. */
const TEMPLATE =
  '(?:template|boilerplate|specimen|sample|(?:example|sample|model|template|standard) (?:\\p{Ll}+ ){0,3}?(?:policy|procedure|plan|contract|agreement|letter|handbook|statement|document|charter|notice|form|text|clause|wording))'
/** Parts of a text that is still to be changed. */
const PART =
  '(?:placeholders?|brackets?|bracketed|brackets|(?:sample|example|template|guidance|instruction(?:al)?|boilerplate|highlighted|coloured|colored|italici[sz]ed) (?:text|words?|wording|sections?|portions?|parts?|passages?|notes?|lines?|boxe?s?|items?)|templates?)'
const CHANGE =
  '(?:replace|customi[sz]e|adapt|amend|tailor|fill in|complete|edit|delete|remove|change|update|modify|adjust|personali[sz]e|strike out|cross out)'
const LOOK_AT = '(?:review|check|read|find|search for|go through)'
const DOCUMENT =
  '(?:policy|procedure|plan|contract|agreement|letter|handbook|statement|document|charter|notice|section|clause|paragraph|wording|text|guide|book|details|words|example|tier|note|boxe?|page|guidance|instruction|comment)s?'
const USE =
  '(?:use|using|us(?:es|ed)|you (?:use|publish|adopt|issue|send|sign|circulate|print|share|distribute|finali[sz]e)|publi(?:shing|cation)|adopt(?:ion|ing)|issu(?:e|ing)|send(?:ing)?(?: (?:any|the|this|these) \\p{Ll}+)?|distribut(?:ion|ing)|circulat(?:ion|ing)|print(?:ing)?|sign(?:ing|ature)|finali[sz](?:ing|ation)|implement(?:ing|ation)|it is used|you use it|production use)'
const BRACKETS =
  '(?:(?:square |round |curly |angled? |pointed )?brackets|italics?|red|blue|yellow|green|gr[ea]y|bold|capitals)'
/** What is asked of somebody, or what they may do. */
const DO =
  '(?:^|\\b(?:you (?:can|may|should|must|need to|will need to)|please|and|then|to|simply|sure to|remember to|sure you) )'
const LAWYER =
  '(?:lawyers?|attorneys?|solicitors?|(?:legal |own )?counsel|legal (?:advice|adviser|advisor|review|team|department|professional|expert)s?)'

/** A sentence to whoever writes the text, by what it says; the first that holds judges it. */
const sentences: readonly (readonly [RegExp, Verdict])[] = [
  // `Note to HR:`, `Drafting note:`, and the rest of what these say
  [
    said`^(?:notes? (?:to|for) (?:hr|authors?|editors?|drafters?|users?|managers?|administrators?|employers?|the (?:author|editor|employer|user))|(?:drafting|guidance|template|author['’]?s|organi[sz]ers?['’]?) notes?)(?: *[:–—-]|$)`,
    'doubtful',
  ],
  [said`^(?:\p{L}+ notes?|notes? (?:to|for) (?:the )?\p{L}+) ?: ?\S`, 'inTemplate'],
  // `This is a sample policy.`, `This template is meant to …`, `No template makes …`
  [
    said`^(?:this is|the following is|below is|you are reading) an? (?:\p{Ll}+ ){0,2}?${TEMPLATE}\b(?:$|[.!;,]| ?/| (?:for (?:you|demonstration|general|use|illustration|information|guidance|\p{Ll}+ (?:that|who))|document|that|which|and|only|made|developed|prepared|provided|written|designed|created|to|by)\b)`,
    'doubtful',
  ],
  [
    said`^(?:keep in mind that |please note that )?(?:this|no) (?:(?:policy|contract|agreement|letter|handbook|document|form|guidance) )?${TEMPLATE} (?:is|was|has been|does|may|should|must|contains|provides|gives|sets|can|will|needs|makes)\b|^this (?:\p{Ll}+ )?template \p{Ll}{3,}s\b`,
    'doubtful',
  ],
  [said`\bthis template\b|^the template (?:is|was) (?:based|made|meant)\b`, 'inTemplate'],
  [
    said`^(?:this|the) (?:policy|document|agreement|contract|handbook|letter|plan) is (?:only )?an? (?:\p{Ll}+ ){0,2}${TEMPLATE}\b`,
    'doubtful',
  ],
  [
    said`^how to use this ${DOCUMENT} ?: (?:copy|change|edit|replace|fill|adapt|amend|delete)\b`,
    'doubtful',
  ],
  [
    said`^(?:you |employers? )?(?:may|might) (?:wish|want|like) to (?:add|include|insert|remove|delete|amend|specify|state)\b`,
    'inTemplate',
  ],
  [said`^insert (?:an?|the|your|any|all|details)\b`, 'inTemplate'],
  [said`\bhow to (?:use|adapt|complete|customi[sz]e) this (?:\p{Ll}+ )?${TEMPLATE}\b`, 'doubtful'],
  [
    said`\b(?:provided|meant|intended|offered)\b.* (?:reference|information|guidance|starting point)\b.* legal advice\b`,
    'inTemplate',
  ],
  [
    said`^this (?:document|template|policy|agreement|form|notice|text)\b.*\b(?:not|no)\b.* legal advice\b`,
    'inTemplate',
  ],
  // `Replace every [bracketed placeholder].`, `Change the words in blue to suit your school.`
  [
    said`(?:${DO}${CHANGE}|^${LOOK_AT})\b.*?\b(?:the|all|every|any|each|everything)\b.*?\b${PART}`,
    'doubtful',
  ],
  [said`${DO}${CHANGE} (?:\S+ ){0,2}\[[^\][]*\](?!\()`, 'doubtful'],
  [
    said`${DO}${CHANGE}\b.*\b(?:${DOCUMENT}|parts?|portions?|passages?|everything|anything|whatever)\b.*\b(?:in|between|within) ${BRACKETS}\b`,
    'doubtful',
  ],
  [said`${DO}${CHANGE}\b.*\b(?:(?:in|between|within) ${BRACKETS}\b|portions\b)`, 'inTemplate'],
  [
    said`^(?:${CHANGE}|${LOOK_AT})\b.*\b${DOCUMENT}\b.* (?:to|so that it|for) (?:suit|fit|reflect|match(?:es)?|meets?|fits|suits) (?:the needs of )?(?:your|what (?:your|you))\b|^${CHANGE}\b.*\b${DOCUMENT}\b.*\bto suit your\b`,
    'doubtful',
  ],
  [
    said`^${CHANGE}\b.*\b(?:this|these) (?:\p{Ll}+ )?${DOCUMENT}\b.*\bbefore ${USE}\b|^(?:${CHANGE}|${LOOK_AT})\b.*\b${TEMPLATE}\b.*\bbefore ${USE}\b`,
    'doubtful',
  ],
  [
    said`^(?:${CHANGE}|${LOOK_AT})\b.*\b(?:${DOCUMENT}\b.*\bbefore ${USE}|with your own)\b`,
    'inTemplate',
  ],
  [said`^${CHANGE}\b.*\b(?:with|for|to)(?: (?:suit|fit|reflect|match|meet))? your\b`, 'inTemplate'],
  [
    said`^(?:delete|strike out|remove)\b.*\b(?:(?:as|where) (?:appropriate|applicable|necessary|required|needed)|whichever\b.*|(?:sections?|clauses?|paragraphs?|parts?|options?|rows?|lines?|examples?) (?:that |which )?(?:(?:do|does|did) not|are not|is not|you do not) (?:apply|applicable|relevant|needed|need|use)|(?:if|where) not (?:applicable|needed|required|relevant)|this (?:note|box|text|template|guidance|paragraph|instruction|section|line|page)s?|when (?:finished|done|complete))$`,
    'doubtful',
  ],
  [
    said`^(?:customi[sz]e|tailor|adapt|personali[sz]e) (?:for|to|this|the (?:text|wording))\b`,
    'inTemplate',
  ],
  // `Clauses marked "optional" may be deleted.`, `This policy must be tailored to your …`
  [
    said`\b(?:clauses?|sections?|paragraphs?|words?|wording|text|passages?|parts?|sentences?|whatever|what) (?:that (?:is|are) )?(?:(?:is|are) )?(?:marked|highlighted|(?:shown |set )?(?:in|between|within) ${BRACKETS})\b[^.]{0,60} (?:may|can|should|must|has to|have to|needs? to|(?:is|are) to) be (?:deleted|removed|left out|changed|replaced|adapted|amended|edited|tailored|customi[sz]ed)\b(?! by\b)`,
    'doubtful',
  ],
  [
    said`^(?:this|the) (?:section|template|policy|document|text|clause|paragraph|form|handbook) (?:should|must|can|may|needs to) be (?:tailored|adapted|customi[sz]ed|amended|edited|changed) (?:to|for) (?:reflect |suit |fit |meet )?(?:the needs of )?your\b`,
    'doubtful',
  ],
  [
    said`\b(?:this|the) (?:\p{Ll}+ )?(?:template|sample|draft)\b.*\brequires (?:editing|adaptation|customi[sz]ation|review)\b`,
    'doubtful',
  ],
  [
    said`^(?:review|check|discuss)(?: \p{Ll}+)? with (?:your|hr|legal|a lawyer|counsel)\b`,
    'inTemplate',
  ],
  // `Use this section for …`, `Select and customize sections …`
  [
    said`^use this (?:section|template|clause|option|version|paragraph|wording|sample|example) (?:for|if|when|where|only|to|as|in)\b`,
    'doubtful',
  ],
  [
    said`^(?:select|choose|pick|keep) (?:and \p{Ll}+ |only |the |one of the |from the )*(?:sections?|clauses?|options?|wording|paragraphs?)\b`,
    'inTemplate',
  ],
  // What a lawyer is to look at
  [
    said`^(?:have|ask|seek|obtain|consult|get|coordinate with|check with)\b.*(?:\b${LAWYER}\b.*\b(?:before|policy|template|document|book|handbook)\b|before ${USE})`,
    'inTemplate',
  ],
  [
    said`\b(?:should|must)\b.*\b(?:review|adapt|consult|be reviewed)\b.*\b${LAWYER}\b.*\bbefore ${USE}\b`,
    'doubtful',
  ],
]

/** A pattern of small letters and large ones, in which single spaces part words. */
function said({ raw }: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts), 'iu')
}

/** Longer sentences are no notes, and take long to look through. */
const LONGEST = 400
const SENTENCE =
  /(?<=^[ \t>]*(?:(?:[-*+•†]|\d+[.)]|#+)[ \t]+)?(?:\\?[*_[]|<[a-z][^<>\n]*>|[(†] ?|\p{So}\uFE0F? ){0,4}|[.!?:)]["”’*_)]{0,3} (?:\\?\*){0,3} ?)(?=\p{L})(?<words>(?:[^.!?\n]|[.!?](?!["”’*_)\]]{0,3}(?:\s|$))|(?<=\b(?:e\.g|i\.e|etc|incl))\.(?= ))+)/gmu

const all: readonly Style[] = [
  { pattern: SENTENCE, judge: judgeSentence },
  // What a section is to say, below its heading: `Define the scope.`, `_Why the project is done._`
  {
    pattern:
      /(?<=^#{1,6} [^\n]+\n(?:[ \t]*\n)?)(?:(?:Briefly )?(?:Describe|Provide|Define|List|Outline|Explain|Summari[sz]e|State|Identify|Specify|Detail)\b(?= [^\n]*\b(?:the|this|your|any|each|all|what|how|who|which|an?)\b)|(?<sign>[*_])(?=[^*_\s][^*_\n]{15,400}\k<sign>[ \t]*$))[^\n]*/gmu,
    judge: () => 'inTemplate',
  },
  // `(What the policy is for.)` alone below a heading
  {
    pattern:
      /(?<=^#{1,6} [^\n]+\n(?:[ \t]*\n)?)\((?!See |From |Adopted |Approved )\p{Lu}[^()\n]{5,200}\)[ \t]*$/gmu,
    judge: () => 'inTemplate',
  },
  // `*** DRAFT ***`
  {
    pattern:
      /(?<![\p{L}\p{N}*?!<>~])(?:(?:\\?\*){2,3} |[?!<>~]{2,3} ?)(?<words>\p{Lu}{2,}(?: \p{Lu}{2,}){0,5})(?: (?:\\?\*){2,3}| ?[?!<>~]{2,3})(?![\p{L}\p{N}*])/gu,
    judge: doubtful,
  },
  // Words in brackets or set apart that ask to take them out: `*Optional clause – delete if not required*`
  {
    pattern:
      /^[ \t>]*(?:[*_]{1,3}|\()[^\n()*_]{0,60}?\b(?:delete|remove)\b (?:(?:this|the) (?:note|box|text|template|guidance|clause|paragraph|section|instruction|line|page|before|if|when)|if (?:not|un|in)|where|as|(?:before|once|when) (?:you )?(?:publi|us|issu|adopt|circulat|send|distribut|done|finish|complet))[^\n()*_]{0,120}(?:[*_]{1,3}|\))[ \t]*$/gim,
    judge: doubtful,
  },
  // A note in brackets of which the second one stands below: `[Note: …`
  {
    pattern:
      /(?<![\p{L}\]])\\?\[(?:(?:drafting |guidance |\p{L}+ )?notes?|instructions?|guidance)\s*:[^\]\n]*$/gimu,
    judge: doubtful,
  },
  // `* delete as appropriate`
  {
    pattern: /^[ \t>]*(?:\\?\*){1,3}[ ]?(?:please )?(?:delete|strike out) [^\n*]{2,40}$/gim,
    judge: doubtful,
  },
  // `EITHER You qualify for …`
  {
    pattern:
      /^[ \t>]*(?:EITHER(?= \p{Lu}?\p{Ll})|OR(?= (?:You|We|The|If|This|Your|I|A|An|In)\b))/gmu,
    judge: doubtful,
  },
  // `[number] or say that there is none`
  {
    pattern:
      /(?<=[\]}>] |\((?:number|name|date|amount)\) )or (?:state|insert|enter|write(?! to\b)|say|delete|give|specify)\b[^.)\]\n]{3,60}/g,
    isNote: false,
    judge: doubtful,
  },
  // `Launch: date to be confirmed`
  {
    pattern:
      /(?<=(?:[:|]|\b(?:is|are))[*_]{0,3} (?:\p{L}+ ){0,2})to be (?:confirmed|agreed|advised|announced|decided|determined|arranged|inserted|added|supplied)(?=[*_]{0,3}(?:[.;]? *(?:\||$)|[.;] \p{Lu}|,? and the ))/gmu,
    isNote: false,
    judge: (_words, { before }) =>
      /[:|][*_]{0,3} (?:\p{L}+ ){0,2}$/u.test(before) ||
      isNamed(/(?<=\b[Tt]he )[\p{L} ]+(?= (?:is|are) (?:\p{Ll}+ )?$)/u.exec(before)?.[0] ?? '')
        ? 'doubtful'
        : undefined,
  },
  {
    pattern: /(?<=^[ \t>]*|[.!?] )[*_]{1,3}Optional(?::[*_]{1,3}|[*_]{1,3}:)/gm,
    judge: () => 'inTemplate',
  },
  {
    pattern:
      /^[ \t>*_]*(?:\\?\[)?(?:EITHER|OR)(?:[*_:]*[ \t]*$|[ \t]*(?:[-–—]{1,2}|\()[^\n]{0,120}\b(?:this|clause|paragraph|option)\b[^\n]{0,60}$)/gm,
    judge: doubtful,
  },
]

function judgeSentence(words: string, { before }: Setting): Verdict {
  // `(insert any others)`, which is a placeholder
  if (/[([]$/.test(before) && /^insert\b/i.test(words)) return undefined
  // A line that goes on from the one before it
  if (/^\p{Ll}/u.test(words) && !/[.!?:)*_([>]\s*$/.test(before)) return undefined
  const sentence = words
    .slice(0, LONGEST)
    .replace(/[*_]+|<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:(?:note|nb|n\.b\.|disclaimer|important(?: notice)?|please note|warning|tip|hint|action|instructions?)[.:!,]|please note that|please|then|simply|copy and) )+/i,
      '',
    )
    .trim()
    .replace(/^(?:\p{L}|[ivx]+)\) \(?|^(?:add|insert)(?: ?\/ ?| or )(?=\p{Ll})/iu, '')
  return sentences.find(([pattern]) => pattern.test(sentence))?.[1]
}

/** Notes to whoever adapts the text, which begin as such or ask to change it. */
export const notes: readonly Style[] = all.map((style) => ({ isNote: true, ...style }))
