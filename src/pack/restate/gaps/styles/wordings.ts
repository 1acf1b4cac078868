import { anyOf } from '../../../../language/any-of.ts'
import { doubtful, type Style } from '../style.ts'
import { placeOf, type Setting, SPOKEN_OF } from '../surroundings.ts'
import { isNamed, isOrganisation, judge, type Verdict } from '../words.ts'

/** What whoever wrote a template, and their programs, say in it without any signs. */
export const wordings: readonly Style[] = [
  // What programs show where nothing has been written yet.
  {
    pattern: anyOf(
      [
        /Click (?:or tap )?(?:here )?to (?:enter|add|insert|choose|select|edit)(?: (?:an? )?(?:text|date|name|item|title|number|reason)\b)?\.?/,
        /Click here and type\b/,
        /Choose an item(?=\.?\s*(?:$|\|))\.?|(?<=[a-z] )Choose an item\b\.?/,
        /Enter (?:text|date|any content)\b(?: here)?\.?(?=\s*(?:$|\|))/,
        /Type (?:text )?here\b\.?/,
        /(?<=(?:^|[|:>#-])[ \t]*)(?:Select|Pick) (?:a )?date\b\.?(?=\s*(?:$|\|))/,
        /(?:(?:Some|Your|Add|Add your|Insert) text|(?<=(?:^|[|:>#-])[ \t]*)[Tt]ext) (?:goes )?here\b\.?(?=\s*(?:$|\|))/,
        /YOUR LOGO HERE/,
        /Right-click to update\b[^.\n]*/,
      ],
      'gm',
      { before: /\b/ },
    ),
    judge: doubtful,
  },
  {
    pattern: /\[object Object\]|(?<=\b(?:Dear|Hi|Hello) )(?:null|undefined|NaN)\b/g,
    judge: doubtful,
  },
  {
    pattern: anyOf(
      [
        /\bError! (?:Reference source|Bookmark|Hyperlink|No (?:table of (?:contents|figures)|text of specified style|document variable|bookmark|index|sequence))[^.\n|]{0,60}\.?/,
        /#REF!/,
        /\b(?:TOC|HYPERLINK|PAGEREF|REF|SEQ|STYLEREF|DOCPROPERTY) (?:[\w"-]+ )?\\[a-z*]\b[^\n|]*/,
        /\\\* MERGEFORMAT/,
        /\bFORM(?:TEXT|CHECKBOX)\b/,
      ],
      'g',
    ),
    judge: doubtful,
  },
  {
    pattern: /#(?:NAME\?|N\/A|VALUE!|DIV\/0!)/g,
    judge: (_, setting) => (placeOf(setting) === 'aside' ? undefined : 'doubtful'),
  },
  // What somebody highlighted or coloured: `==£50==`
  {
    pattern:
      /==(?<words>[£$€]?[\p{L}\d][^=\n|+]{0,60})==|(?<=<(?:span|font|p)\b[^<>\n]*background[^<>\n]*>)(?<words>[^<>\n]{1,80})(?=<\/)/gu,
    judge: doubtful,
  },
  {
    pattern:
      /(?<=<mark>|<(?:span|font)\b(?![^<>\n]*background)[^<>\n]*colou?r[^<>\n]*>)(?<words>[^<>\n]{1,80})(?=<\/)/gu,
    judge: (words, setting) =>
      judge(words, setting) && isNamed(words) ? 'doubtful' : 'inTemplate',
  },
  // `the rules of *company* apply`
  {
    pattern: /(?<=\p{L} )(?<sign>[*_])(?<words>\p{Ll}[\p{L}'’ ]{2,40})\k<sign>(?![*_\p{L}])/gu,
    judge: (words, setting) =>
      isNamed(words) && placeOf(setting) === 'lacking' && !/[([{][^)\]}]*$/.test(setting.before)
        ? 'inTemplate'
        : undefined,
  },
  // `[the list](TODO)`
  {
    pattern:
      /(?<=\]\()(?:#?TODO|TBD|TBC|X{2,}|URL|url|LINK|link(?:[-_]?here|[-_]to[-_][\w-]+)?|(?:insert|add|your)[-_][\w-]+)(?=\))/g,
    judge: doubtful,
  },
  // `Yes ☐ No ☐`
  {
    pattern: /(?:\p{L}+ )?[☐□▢◻❏❑][^\n|☐□▢◻❏❑]{1,80}[☐□▢◻❏❑](?:[^\n|]*\S)?/gu,
    judge: doubtful,
    isBlank: true,
  },
  // `INSERT NAME HERE`, `Insert company name here`, `Insert company name`
  {
    pattern: anyOf(
      [
        /(?<![([{<*_] ?)\b(?:INSERT|ENTER|ADD)(?: [A-Z][A-Z'’/]*){1,7}\b(?![)\]}>])/,
        /(?<![([{<] ?)\b(?:Please (?:insert|enter|add|type)|Insert|Enter|Add|Type) (?:your |the |an? )?(?:[\p{L}'’]+ ){1,8}here\b(?=[.!]?[*_]*\s*(?:$|\|))/u,
      ],
      'gmu',
    ),
    judge: doubtful,
  },
  {
    pattern:
      /(?<=^[\s>#*|-]*|[.!?:|] [*_]*|<[a-z][^<>\n]*>)(?:[Ii]nsert|Add|Specify|add|specify) (?<words>(?!the |an? |your |it |them )[\p{L}'’]+(?:(?: |\/ ?)[\p{L}'’]+){0,4}?)(?=<\/[a-z]+>|[.]?[*_]*\s*(?:$|\|)| (?:is|will|has|must|\p{Ll}{3,}s)\b|\. \p{Lu})/gmu,
    judge: (words, { before }, found) =>
      isNamed(words.trim()) && (/^i/i.test(found) || /(?:[.:!?] ?|^)[*_ ]*$/.test(before))
        ? 'doubtful'
        : /^Insert \p{Lu}/u.test(found)
          ? 'inTemplate'
          : undefined,
  },
  // `our regulator is insert name of regulator`
  {
    pattern:
      /(?<=\b(?:is|are|of|by|contact|at|from|least|most|within|than|every|the|for) )[Ii]nsert (?<words>(?!the |an? |your )[\p{L}'’]+(?:(?: |\/ ?)[\p{L}'’]+){0,3}?)(?=[.,;%]| (?:and|or|is|are|will|(?:working )?(?:days|weeks|months|years|hours|minutes))\b|\s*$)/gmu,
    judge: (words) => (isNamed(words) ? 'doubtful' : undefined),
  },
  // `COMPANY NAME`, `at PLACE on DATE`, and not what is below a line to sign on
  {
    pattern:
      /(?<![\p{L}\p{N}_[(<{«#%@$/.-])(?!(?<=[_.…]{5}[ \t]*\n\s*)[\p{Lu} ]+(?![^\n]))(?<words>(?:\p{Lu}[\p{Lu}'’]+(?: (?=\p{Lu})|\/(?=\p{Lu}))){0,4}\p{Lu}[\p{Lu}'’]{3,}(?: \d(?=[ \t]*(?:\n|$)))?)(?![\p{L}\p{N}_\])>}»/-]|\.\w)/gu,
    judge: judgeCapitals,
  },
  {
    pattern:
      /\b(?:Company|Organi[sz]ation|Business|Charity) Name(?=['’]s\b| (?:is|will|has|shall|must|does|recogni[sz]es|believes|aims|operates|expects|values|reserves|provides|takes|may|wants|ensures|staff|employees|policy)\b)/gu,
    judge: doubtful,
  },
  {
    pattern:
      /\b(?:Organi[sz]ation|Company|Charity|School|Club|Employer|Project|Year|Grade|Class) [XYZ](?![\p{L}\p{N}])|\b(?:ACME|Acme)\b(?: (?:Corp(?:oration)?|Inc|Ltd|Co(?:mpany)?|Limited|LLC|Organi[sz]ation)\b)?/gu,
    judge: () => 'inTemplate',
  },
  // `by the Title`, `Contact Name at`, where names would be
  {
    pattern: anyOf(
      [
        /(?:Company|Organi[sz]ation|Business|Charity|Employee|Manager|Supervisor|Client|Team|Project|Contact|School|Club) Name/,
        /(?:Job )?Title|Name|(?:Phone|Telephone) Number|E-?mail Address/,
      ],
      'gu',
      { before: /(?<=\p{L} )/u, after: /(?![\p{L}\p{N}]| of\b| [IVX]+\b)/u },
    ),
    judge: (_, setting) =>
      placeOf(setting) === 'aside' || /\b(?:your|his|her|their|its|own) $/.test(setting.before)
        ? undefined
        : 'inTemplate',
  },
  // `Owner: Insert`
  { pattern: /(?<=:[*_]* )(?:Insert|Enter|Specify)(?=[ \t]*(?:\||$))/gm, judge: doubtful },
  // `**Name of Organisation**` on a line of its own
  {
    pattern:
      /(?<=^[ \t>#*_]*)(?:Name of (?:the )?(?:Company|Organi[sz]ation|Business|Charity|School|Employer)|(?:Company|Organi[sz]ation|Charity|School) Name)(?=[*_ \t]*$)/gmu,
    judge: doubtful,
    isBlank: true,
  },
  // `is/is not`, `full-time / part-time*`: one is to be struck out.
  {
    pattern:
      /(?<![\p{L}])\*?(is|are|was|were|will|does|do|has|have|shall|must|may|can) ?\/ ?\1 not\b\*?/gu,
    judge: doubtful,
    isBlank: true,
  },
  {
    pattern:
      /(?<![\p{L}*/-])\p{L}[\p{L}-]+(?: ?\/ ?\p{L}[\p{L}-]+){1,3}\*(?![*\p{L}\p{N}/]|\.\p{L})/gu,
    judge: (_, { before }) => (before.includes('*') ? undefined : 'doubtful'),
    isBlank: true,
  },
  // `*with full pay / without pay`, to which a line below belongs
  {
    pattern: /(?<![\p{L}*\\])\*(?=\p{L})[^*\n.|/]{2,40} ?\/ ?[^*\n.|/ ]{2,30}(?![^*\n]*\*)/gu,
    judge: () => 'inTemplate',
    isBlank: true,
  },
  // `Dear Mr/Ms`
  {
    pattern: /(?<=\bDear )(?:Mr|Ms|Mrs|Miss|Mx|Dr)\b\.?(?: ?\/ ?(?:Mr|Ms|Mrs|Miss|Mx|Dr)\b\.?)+/g,
    judge: doubtful,
    isBlank: true,
  },
  // `at [time] am/pm`, `___ days/months`, `dismissing you OR warning you`
  {
    pattern:
      /(?<=(?:[\]}>)]|_{2}|[.…]{2}) ?)(?:am ?\/ ?pm|AM ?\/ ?PM|a\.m\. ?\/ ?p\.m\.|(?:hour|day|week|month|year)s?(?: ?\/ ?(?:hour|day|week|month|year)s?)+)(?!\p{L})|(?<=\p{Ll}{2} )OR(?= \p{Ll})/gu,
    judge: () => 'inTemplate',
    isBlank: true,
  },
  // `ABC Company`, `XYZ Ltd`, `Your Company`
  {
    pattern: anyOf(
      [
        /\b(?:ABC|XYZ|Xyz|XXX|XXXX|XX) (?:Company|Corporation|Corp|Ltd|Limited|Inc|LLC|PLC|plc|Organi[sz]ation|School|Trust|Charity|Department|department)\b\.?/,
        /\bCompany (?:XYZ|ABC)\b/,
        /\b(?:Your|YOUR) (?:Company|Organi[sz]ation|Business|COMPANY|ORGANI[SZ]ATION|BUSINESS|CHARITY|FIRM|EMPLOYER)(?: Name| NAME)?(?=[’']s\b| [a-z]|[.,])(?! (?:and|or|should|must) )/,
        /^[ \t]*Your (?:Company |Organi[sz]ation )?Name[ \t]*$/,
        /^[ \t>#*_]*(?:Company|Organi[sz]ation|School|Club|Charity) Logo(?=[*_ \t]*$)/,
        /^[ \t>#*_]*(?:YOUR|Your) (?:CLUB|CHURCH|SCHOOL|GROUP|CHARITY|SOCIETY|ADDRESS|LOGO|logo|group|club|(?:[Gg]roup|[Cc]lub|[Ss]chool|[Cc]hurch|[Cc]harity) name(?:\/logo)?)\.?(?=[*_ \t]*$)/,
        /\bYour (?:Firm|School|Club|Charity|Society|Team|Project|Church|Practice) Name\b/,
      ],
      'gmu',
    ),
    judge: doubtful,
  },
  // `Your group name wants`, `how your group name keeps`
  {
    pattern:
      /\b[Yy]our (?:group|club|school|church|charity|organi[sz]ation|company|business) name(?= (?:wants|will|is|has|aims|keeps|does|provides|recogni[sz]es|believes|shall|must|takes|expects)\b)/g,
    judge: (_, { after }) => (/^ is (?:what|how|the)\b/.test(after) ? undefined : 'inTemplate'),
  },
  {
    pattern:
      /\b(?:Name Surname|First ?[Nn]ame (?:Last ?[Nn]ame|Surname)|Joe Bloggs|A\. ?N\. Other|(?:City|Town), (?:State|ST|Province),? (?:Zip(?: Code)?|ZIP(?: CODE)?|Postal Code|\d{5})|J(?:ohn|ane) Doe|Any ?[Tt]own|Any Street)\b/g,
    judge: (_, { before }) => (/["“'‘`]$/.test(before) ? undefined : 'doubtful'),
  },
  {
    pattern: anyOf(
      [
        /\b[xX]{2,}@[xX]{2,}\.\w{2,}(?:\.\w{2,})?/,
        /\b(?:[\w.+-]+@)?(?:www\.)?(?:your|my|the)?-?(?:company|organi[sz]ation|business|charity|domain|employer)(?:-?(?:name|domain|website))?\.(?:com|org|net|co\.uk|org\.uk|com\.au|co)\b/,
        /\b(?:[\w.+-]+@)(?:xyz|abc)(?:company|charity|school|org|ltd|corp|trust)?\.\w{2,}/,
        /\b(?:[\w.+-]+@)?(?:www\.)?your-?(?:website|site|school|trust|firm|practice)\.\w{2,}/,
      ],
      'giu',
    ),
    judge: doubtful,
  },
  // `insert_text_here`, `COMPANY_NAME`
  {
    pattern:
      /(?<![\p{L}\p{N}_$@/.(<[{-])(?:(?:insert|enter|your)(?:_[a-z]+){1,4}|(?:COMPANY|ORGANI[SZ]ATION|EMPLOYER|EMPLOYEE)(?:_[A-Z]+){1,3})(?![\p{L}\p{N}_/(\])}>-]|\.\w)/gu,
    judge: doubtful,
  },
  // `YOUR_PROJECT_NAME`
  {
    pattern: /(?<![\p{L}\p{N}_$@/.-])YOUR(?:_[A-Z]+){1,4}(?![\p{L}\p{N}_/-]|\.\w)/gu,
    judge: doubtful,
  },
  {
    pattern: /!\[[^\]\n]*\]\([^()\s]*placeholder[^()\n]*\)/gi,
    judge: doubtful,
  },
  {
    pattern:
      /\b(?:e-?mail|name|firstname\.lastname)@[\w-]+\.\w{2,}(?:\.\w{2,})?|(?<!mailto:)\b[\w.+-]+@example\.(?:com|org|net)\b/gi,
    judge: () => 'inTemplate',
  },
  // `in person / by video / by telephone.`
  {
    pattern:
      /(?<=[,:] )\p{Ll}[\p{Ll} ]{1,25}(?: \/ \p{Ll}[\p{Ll} ]{1,25}){2,5}(?=[.,;](?:\s|$))/gmu,
    judge: () => 'inTemplate',
    isBlank: true,
  },
  // `@HANDLE`
  { pattern: /(?<![\p{L}\p{N}])[@#](?:HANDLE|HASHTAG|USERNAME)\b/gu, judge: doubtful },
  // TBC
  {
    pattern:
      /(?<![\p{L}\p{N}_./-])(?:TBC|TBD|TBA|TBDs|T\.B\.C\.?|T\.B\.D\.?|tbc|tbd|tba)(?![\p{L}\p{N}_/-]|\.\w|(?<!:[*_]{0,3} (?:\p{Lu}\p{Ll}+ )?\p{L}+) \p{Lu}\p{Ll}+\b(?!:))/gu,
    judge: unlessSpokenOf,
  },
  {
    pattern: anyOf(
      [
        /(?<=(?:^|[:|(–—]|\bis|\bare|\bon) ?[*_]{0,3})\b(?:[Tt]o be|TO BE) (?:confirmed|determined|advised|agreed|announced|decided|completed|inserted|added|CONFIRMED|DETERMINED|ADVISED|AGREED|ANNOUNCED|COMPLETED|INSERTED|ADDED)\b(?=[*_]{0,3}[ ]*(?:$|[|)]|\.\s*$))/,
        // In other languages
        /(?<=[:|] ?[*_]{0,3})(?:à (?:compléter|définir|préciser|confirmer)|noch (?:offen|festzulegen)|por (?:definir|confirmar)|a (?:completar|definir))(?=[*_]{0,3}\s*(?:$|[|)]|\.(?:\s|$)))/,
        /(?<=:[*_]{0,3} )(?:to follow|not yet known|awaited)(?=[*_]{0,3}\s*$)/,
      ],
      'gm',
    ),
    judge: doubtful,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_-])(?:TODO|FIXME|TO DO|XXX:)(?=\s*[:(–—-]|\s*$|\])|^[ \t>*-]*(?:TODO|FIXME)(?=\s)/gmu,
    judge: unlessSpokenOf,
  },
  {
    pattern:
      /\blorem ipsum(?: dolor(?: sit(?: amet)?)?)?|\bdolor sit amet\b|\bconsectetur adipisc?ing\b/giu,
    judge: unlessSpokenOf,
  },
]

function unlessSpokenOf(_: string, setting: Setting): Verdict {
  return isSpokenOf(setting) ? undefined : 'doubtful'
}

/** A word such as TBC that is spoken about. */
function isSpokenOf({ before, after }: Setting): boolean {
  if (SPOKEN_OF.test(after)) return true
  // `Successor: TBC (from May)`
  if (
    (/^[\s\d.>*_-]*\p{L}[\p{L} ]{1,40}:[*_]* $/u.test(before) &&
      /^ \((?!to be|meaning|i\.e)/.test(after)) ||
    (/\|\s*$/.test(before) && /^ \([\d\p{Ll}]/u.test(after))
  )
    return false
  return /["“”'‘’`«([]$/.test(before) && /^["“”'‘’`»\]]/.test(after)
    ? true
    : /["“‘']$/.test(before) ||
        /\b(?:marked|mark|write|writes|written|wrote|word|letters|abbreviation|abbreviations|acronym|called|labelled|labeled|as|say|says|said|shows?|enter|put|not|nor|never|avoid|use|using|used|or|and|the|a|an|of|no|like|virus|with|than|stamp|code|sign|note|letters?|initials|tag) $/i.test(
          before,
        ) ||
        /^[*_]*\s*(?:\(|means?\b|stands? for\b|is short\b|is used\b|=|—|–|entries|items|labels?|markers?|virus|test|score|guidance|instead|against)/i.test(
          after,
        ) ||
        /^\s*(?:and|or) (?:["“‘']|\p{Lu}{2})/u.test(after)
}

const NAME_IN_CAPITALS =
  /^(?:FULL |JOB )?(?:NAME|TITLE|ROLE|NUMBER)S? OF (?:THE )?\p{Lu}|^[\p{Lu}'’ /]+ (?:NAME|NUMBER|DATE|TITLE|ADDRESS|LOCATION|E-?MAIL|TELEPHONE)(?: (?:LIMITED|LTD|INC|LLC|PLC|CIC))?$/u
const ONE_IN_CAPITALS =
  /^(?:NAME|DATE|DAY|MONTH|YEAR|TIME|PLACE|ROOM|VENUE|NUMBER|LOCATION|AMOUNT|DEPARTMENT|SALARY|POSITION|MANAGER|ADDRESS(?: \d)?|JOB TITLE|ROLE|TEAM|COMPANY|EMPLOYER|ORGANI[SZ]ATION)$/

/** Capitals that name something, in a sentence that is written otherwise. */
function judgeCapitals(words: string, setting: Setting): Verdict {
  const { before, after } = setting
  const small = (before + after).match(/(?<![\p{L}])\p{Ll}{2,}/gu)?.length ?? 0
  const isHeading = /^#+ /.test(before)
  const isTold = NAME_IN_CAPITALS.test(words) || ONE_IN_CAPITALS.test(words)
  // `NAME` above a signature
  if (small === 0 && /^[\s>*_]*$/.test(before) && /^[\s*_]*$/.test(after))
    return isTold ? 'inTemplate' : undefined
  // `## PART A: DETAILS`: the whole heading is in capitals.
  if (isHeading && !/\p{Ll}/u.test(before + after) && !NAME_IN_CAPITALS.test(words))
    return undefined
  // `Present: NAMES`
  if (
    /\p{Ll}\p{L}*:[*_]* $/u.test(before) &&
    /^[.;,]?(?: \p{Lu}\p{Ll}+:|\s*$)|^, \p{Lu}{2}/u.test(after)
  )
    return isNamed(words.toLowerCase()) || words.includes(' ') ? 'inTemplate' : undefined
  if (isTold && /\bdear $/i.test(before) && /^[,:]?[\s*_]*$/.test(after)) return 'doubtful'
  if (small < (/['’]S /.test(words) ? 1 : 2) && !isHeading) return undefined
  if (/^ (?:of|means|as|field|box|column|cell|key|form|act|badge|tag)s?\b/i.test(after))
    return undefined
  if (SPOKEN_OF.test(after) && !/\bdear $/i.test(before)) return undefined
  const isPlaced =
    /\b(?:at|on|by|to|before|after|from|until|with|within|in|is|for|of|dear|contact|ring|call|email)[\s*_]*$/i.test(
      before,
    )
  if (NAME_IN_CAPITALS.test(words) && !/\b(?:AND|THE|YOUR|OR)\b/.test(words))
    return placeOf(setting) === 'aside' && !/[*_]{2}$/.test(before) ? 'possible' : 'doubtful'
  const isSubject =
    isOrganisation(words) && placeOf(setting) === 'lacking' && /^[\s>*_#-]*$/.test(before)
  if (ONE_IN_CAPITALS.test(words) && (isPlaced || isSubject)) return 'doubtful'
  if (ONE_IN_CAPITALS.test(words) || (isPlaced && isNamed(words.toLowerCase()))) return 'seldom'
  return isPlaced && /^\p{Lu}{3,} \p{Lu}{3,}$/u.test(words) ? 'inTemplate' : undefined
}
