import { anyOf } from '../../../../language/any-of.ts'
import { doubtful, type Style } from '../style.ts'
import { isNamed } from '../words.ts'

const all: readonly Style[] = [
  {
    pattern:
      /(?<=^[ \t>]*)(?:\\?[*_[]){0,3}(?:note(?:s)? (?:to|for) (?:hr|authors?|editors?|drafters?|users?|managers?|administrators?|employers?|the (?:author|editor|employer|user))|(?:drafting|guidance|template|author['’]?s) notes?)\b(?=[ \t]*[:–—-])[^\n]*/gim,
    judge: doubtful,
  },
  {
    pattern:
      /(?<=^[ \t>\d.)-]*(?:\\?[*_]){0,3} ?|[.!?:] )(?:please )?(?:delete|remove|amend|adapt|tailor|customi[sz]e|replace|edit)\b[^.\n]{0,80}?\b(?:this (?:note|box|text|template|guidance|paragraph|instruction)s?|(?:policy|document|section|form|template) (?:to|for) (?:suit |fit |reflect )?your|to (?:reflect|suit|fit) your|before (?:you )?(?:publi|us|adopt|issu|circulat|print|send|distribut)\w*|when (?:finished|done|complete)|(?:if|where) not (?:applicable|needed|required|relevant))\b/gim,
    judge: doubtful,
  },
  {
    pattern:
      /\bthis (?:section|template|policy|document|text|clause|paragraph|form) (?:should|must|can|may|needs to) be (?:tailored|adapted|customi[sz]ed|amended|edited|changed) to (?:reflect |suit |fit |meet )?(?:the needs of )?your\b/gi,
    judge: doubtful,
  },
  {
    pattern:
      /(?<=^[ \t>]*|[.!?)] )(?:(?:\\?\*){1,3} ?|† ?)?[Dd]elete (?:(?:as|where) (?:appropriate|applicable|necessary|required|needed)|whichever[^.\n]{3,30})(?=[ \t]*[.*)_]*[ \t]*$|\. )/gm,
    judge: doubtful,
  },
  // What says of itself that it is a template: `This is an example policy.`, `This template is meant to …`
  {
    pattern: anyOf(
      [
        /this is an? (?:example|sample|model|template|specimen) (?:(?:for|that) you\b|(?:\p{Ll}+ ){0,3}?(?:policy|procedure|contract|agreement|letter|handbook|statement|document)\b(?=[.!;,]| (?:for you|that|which|and (?:should|must|needs?)|only)\b))/u,
        /this (?:(?:policy|contract|agreement|letter|handbook|document|form) )?(?:template|sample|model policy|(?:example|sample|model) (?:policy|contract|agreement|letter|handbook|document)) (?:is|was|has been|does|may|should|must|contains|provides|gives|sets|can|will|needs)\b/u,
        /how to (?:use|adapt|complete) this (?:\p{Ll}+ )?(?:template|model|sample)\b/u,
        /(?:please )?(?:review|check|read|complete|change|adapt|amend|edit|tailor|customi[sz]e) (?:this|the) (?:\p{Ll}+ )?(?:template|sample|model)\b[^.\n]{0,60}\b(?:before|so that|to (?:suit|fit|reflect|match)|for your)\b/u,
        // `Clauses marked "optional" may be deleted.`
        /(?:any |all |the )?(?:clauses?|sections?|paragraphs?|words?|wording|text|passages?|parts?|sentences?|whatever|what) (?:that (?:is|are) )?(?:(?:is|are) )?(?:marked|highlighted|shown|in|between)\b[^.\n]{2,40} (?:may|can|should|must|has to|have to|needs? to|(?:is|are) to) be (?:deleted|removed|left out|changed|replaced|adapted|amended|edited|tailored)\b/u,
      ],
      'gimu',
      {
        before:
          /(?<=^[ \t>]*(?:[*_[(]{1,3})?(?:(?:note|disclaimer|important|please note)[.:!]?[*_]{0,3}:? )?|[.!?:][*_]{0,3} )/,
      },
    ),
    judge: doubtful,
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
  // `Change the words in blue to suit your school.`
  {
    pattern:
      /(?<=^[ \t>*_]*|[.!?:] )(?:please )?(?:change|amend|adapt|replace|edit)\b[^.\n]{0,40}\b(?:words?|text|wording|policy|document|template|sections?|guide|clauses?|details|paragraphs?)\b[^.\n]{0,40}\bto (?:suit|fit|reflect|match) (?:your|the needs of)\b/gim,
    judge: doubtful,
  },
  {
    pattern: /^[ \t>]*(?:\\?[*_]){0,3}notes? (?:to|for) (?:the )?\p{L}+:[^\n]*/gimu,
    judge: () => 'inTemplate',
  },
  // `customise the sections in [square brackets]`
  {
    pattern:
      /\b(?:customi[sz]e|replace|amend|change|edit|complete|fill in|update|delete|remove|check)\b (?:the |all |any |everything |whatever (?:is|stands) )?(?:[\p{Ll}]+ ){0,3}(?:in|between|within|marked in|highlighted in)? ?\\?[[{(<“"]?(?:in )?(?:(?:square|round|curly|angled?|pointed) brackets|brackets|yellow|red|blue|green|italics?|bold|highlighted|placeholders?)\b/giu,
    judge: (_, { isQuoted }) => (isQuoted ? undefined : 'inTemplate'),
  },
  // `[number] or say that there is none`
  {
    pattern:
      /(?<=[\])}>] )or (?:state|insert|enter|write|say|delete|give|specify)\b[^.)\]\n]{3,60}/g,
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
  { pattern: /^[ \t>*_]*(?:EITHER|OR)[*_:]*[ \t]*$/gm, judge: doubtful },
]

/** Notes to whoever adapts the text, which begin as such or ask to change it. */
export const notes: readonly Style[] = all.map((style) => ({ isNote: true, ...style }))
