import { possessiveEnding } from './possessive.ts'

/** A name as people write it where they are asked for one, with or without an article. */
export interface NounPhrase {
  /** Without the article. */
  readonly name: string
  readonly article: '' | 'the'
}

/** The last words of names of bodies, of roles, of places and of laws that take an article in a sentence. */
const heads = {
  body: words(
    'academy agency alliance arm assembly association authority board branch bureau cabinet cell centre center chamber charity',
    'circle club coalition college commission commissioner committee company congress cooperative co-operative corporation council',
    'court crew department desk directorate division executive faculty federation forum foundation function fund group guild helpdesk',
    'helpline hotline hub inspectorate institute institution leadership line league management ministry network office ombudsman',
    'ombudsperson organisation organization panel partnership practice programme program provider regulator school secretariat',
    'section senate service society squad staff taskforce team tribunal trust unit union university',
    'eeoc nlrb cipd tuc actu ico dol shrm iso eap',
  ),
  role: words(
    'accountant administrator admin advisor adviser advocate analyst assistant associate bursar captain ceo cfo chair chairman',
    'chairperson chairwoman champion chancellor chief chro clerk coach commissioner consultant contact controller coo coordinator',
    'co-ordinator counsel cpo dean delegate deputy director doctor evp executive facilitator foreman founder generalist governor',
    'guardian head headteacher hrbp inspector instructor lead leader manager matron mayor md member mentor minister nurse officer',
    'organiser organizer owner partner person planner practitioner president principal professional provost recruiter rector',
    'registrar rep representative secretary specialist steward superintendent superviser supervisor svp teacher trainer treasurer',
    'trustee vicar vp warden',
  ),
  place: words(
    'archive archives area binder board box building cabinet centre center channel cloud cupboard database desk drawer drive',
    'extranet file filestore filing folder handbook hub intranet kitchen library locker manual noticeboard office page pages',
    'platform portal reception register repository room safe section server share shelf site space staffroom store system vault',
    'website wiki workspace',
  ),
}
const LAW =
  /\b(?:Act|Bill|Charter|Code|Constitution|Convention|Decree|Directive|Gesetz|GDPR|DSGVO|Law|Order|Ordinance|Principles|Regulations?|Rules|Statute)\b|\b(?:ACT|LAW|REGULATION)\b/

/** Places that one is on, not in. */
const ON = words(
  'board channel cloud drive extranet intranet noticeboard page pages platform portal server share sharepoint site onedrive',
  'dropbox teams slack website wiki workspace',
)

/** Names of programs and firms that end like places and take no article. */
const PROPER =
  /^(?:google|apple|amazon|proton|microsoft|ms) (?:drive|cloud|site|sites|teams|workspace)$/i

/** What is a name by itself, or begins with a word that stands where an article would. */
const DETERMINED =
  /^(?:a|an|any|anybody|anyone|each|either|every|everybody|everyone|her|his|its|my|no|one|our|some|somebody|someone|their|these|this|those|whoever|whichever|your) /i

/** Kinds of name; each has words of its own that take an article. */
export type NameKind = 'body' | 'law' | 'place'

/**
 * Reads the name of a body or a person with a role, of a law or of a place, in English: `the` belongs to it where it was
 * written, and where the word that it ends with takes one.
 */
export function readName(text: string, kind: NameKind): NounPhrase {
  const plain = text.replace(/\s+/g, ' ').trim()
  const written = /^the (?=\S)/i.exec(plain)
  if (written) return { article: 'the', name: plain.slice(written[0].length) }
  if (DETERMINED.test(plain)) {
    const small = plain.replace(/^\p{Lu}(?=\p{Ll}* )/u, (letter) => letter.toLowerCase())
    return { article: '', name: small }
  }
  return { article: takesArticle(plain, kind) ? 'the' : '', name: plain }
}

/** A name in a sentence. */
export function withArticle({ article, name }: NounPhrase): string {
  return article ? `${article} ${name}` : name
}

/** A name as the owner of something: `the People team’s`, `Human Resources’`. */
export function possessive(phrase: NounPhrase): string {
  const text = withArticle(phrase)
  return `${text}${possessiveEnding(text)}`
}

/** The preposition that a place has: `on` the intranet, `at` an address, `in` all else. */
export function prepositionOf({ name }: NounPhrase): 'at' | 'in' | 'on' {
  if (/^(?:https?:|www\.|\S+@)/i.test(name)) return 'at'
  return PROPER.test(name) || ON.has(headOf(name)) ? 'on' : 'in'
}

function takesArticle(name: string, kind: NameKind): boolean {
  if (kind === 'law') return LAW.test(name)
  if (kind === 'place' && PROPER.test(name)) return false
  const head = headOf(name)
  if (kind === 'place') return heads.place.has(head)
  const first = headOf(name.replace(/ (?:and|or) .*/, ''))
  return heads.body.has(head) || heads.role.has(head) || heads.role.has(first)
}

/** The noun that a name is about: the last word before what says more of it. */
function headOf(name: string): string {
  const [main = ''] = name
    .split(/ (?:at|by|for|from|in|of|on|to|who|with)(?= )|[,;:(–—]| - | (?:and|or) the /i)
    .filter((part) => part.trim() !== '')
  const [word = ''] = /[\p{L}\p{M}'’-]+$/u.exec(main.trim()) ?? []
  const small = word.toLowerCase().replace(/['’]s?$/, '')
  if (everyHead.has(small) || small === 'services') return small
  return small.replace(/(?<=[^s])s$/, '').replace(/ie$/, 'y')
}

const everyHead = new Set([...Object.values(heads).flatMap((set) => [...set]), ...ON])

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
