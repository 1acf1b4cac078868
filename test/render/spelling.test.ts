import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import sample from '../../org.config.json' with { type: 'json' }
import { slotsOf } from '../../src/contracts/slot.ts'
import { tooltipOf } from '../../src/contracts/tooltip.ts'
import { openProgramme, prepareQuestions, programmeOverview } from '../../src/index.ts'
import { prepare } from '../../src/pack/prepare.ts'
import { render } from '../../src/pack/render/index.ts'
import { outline } from '../../src/pack/stamp/definition.ts'
import { dutyKinds } from '../../src/programme/duties/index.ts'
import { situationOn } from '../../src/programme/situation-on.ts'
import { makeFolder } from '../support/project-copy.ts'

/** Words with `is` that are spelled with `s` everywhere. */
const ALWAYS_S =
  '(?!(?:\\w*(?:ra|adv|exerc|prom|rev|superv|prov|prec|compr|surpr|expert|enterpr|prem|disgu|conc|ar|no|otherw|likew|w|poi|bas|cris|prom|cla|improv|dev|exc|adverti|franch|pract|lia)is(?:e|ed|es|er|ers|ing)|exercising)\\b)'
/** Parts of words by the spelling that has them; a list of its own, by other endings than the table's. */
const parts = {
  is: `${ALWAYS_S}\\p{L}{3,}is(?:e|ed|es|er|ers|ing|ation|ations|ational)|\\p{L}+lys(?:e|ed|es|ing)`,
  iz: '(?!(?:size|sized|sizes|sizing|prize|prizes|seize|seized|horizon|horizontal)\\b)\\p{L}{2,}(?:iz|yz)(?:e|ed|es|er|ing|ation|ations|ational)',
  our: '(?:mis)?(?:behavi|col|fav|harb|hon|hum|lab|neighb|endeav|rum|vig|cand|od|vap)our\\p{L}*',
  or: '(?:mis)?(?:behavi|col|fav|harb|hon|hum|neighb|endeav|rum)or(?:s|ed|ing|able|al|hood)?|labors?',
  re: '(?:cent|lit|met|theat|fib|kilomet|calib|spect|meag|somb)res?|centred',
  er: '(?:center|theater|fiber|liter|meter|kilometer)(?:s|ed|ing)?',
  ll: '\\p{L}+(?:nsell|ncell|vell|bell|dell|nell|gnall|quarrell|uell|itiall)(?:ed|ing|or|ors|er|ers)(?<!spelling|telling|selling|refuelling)',
  l: '(?:counsel|cancel|travel|label|model|signal|channel|level)(?:ed|ing|or|ors|er|ers)',
  single:
    '(?:fulfil|enrol|instil|distil)(?:s|ment|ments)?|skilful\\p{L}*|wilful\\p{L}*|instalments?',
  double: '(?:fulfill|enroll|instill|distill)(?:s|ment|ments)?|skillful\\p{L}*|installments?',
  ce: '(?:licence|defence|offence|pretence)s?',
  se: '(?:defense|offense|pretense)s?',
  practise: 'practis(?:e|ed|es|ing)',
  programme: 'programmes?',
  program: 'programs?',
  gement: '(?:jud|acknowled|abrid)gements?',
  gment: 'acknowledgments?',
  british:
    'enquir\\p{L}+|grey|cheques?|(?:cata|ana)logues?|towards|learnt|spelt|burnt|dreamt|storeys?|tyres?|kerbs?',
  notAmerican:
    'whilst|amongst|ageing|artefacts?|per cent|manoeuvres?|sceptic\\p{L}*|mould\\p{L}*|paediatric\\p{L}*',
} as const

const british = [
  'is',
  'our',
  're',
  'll',
  'single',
  'ce',
  'practise',
  'programme',
  'gement',
] as const
const other = ['or', 'er', 'l', 'se', 'double'] as const

/** What has no place in a locale. */
const wrong: Readonly<Record<string, readonly (keyof typeof parts)[]>> = {
  'en-US': [...british, 'british', 'notAmerican'],
  'en-CA': ['is', 'programme', 'gement', ...other.filter((one) => one !== 'double')],
  'en-AU': ['iz', 'programme', 'gment', ...other],
  'en-ZA': ['iz', 'program', 'gment', ...other],
}

/** What is no word of a text: addresses, names of files and of commands. */
const NO_WORDS =
  /\S*(?:\/\/|@|www\.)\S*|\S+\.(?:html|ics|xlsx|pdf|md|css|js)\b|policypack programme/g

/** The sample organisation, whose answers have words that only the British spell, without those. */
const answers = { ...sample.answers, 'outside advice body': 'the Workplace Advice Line' }

describe.each(Object.entries(wrong))('%s', (locale, kinds) => {
  const pattern = new RegExp(
    `(?<![\\p{L}’])(?:${kinds.map((kind) => parts[kind]).join('|')})(?![\\p{L}])`,
    'giu',
  )
  const strange = (texts: readonly string[]) => [
    ...new Set(texts.flatMap((text) => text.replace(NO_WORDS, '').match(pattern) ?? [])),
  ]
  const organisation = { ...sample.organisation, locale }
  const folder = makeFolder({
    'org.config.json': JSON.stringify({ organisation, answers, documents: sample.documents }),
    'open/org.config.json': JSON.stringify({ organisation: { name: 'Larkspur', locale } }),
  })
  const config = join(folder, 'org.config.json')

  test('pages, forms and what is said on them have no word of another spelling', async () => {
    const { documents, project } = await prepare({ config })
    if (!project) throw new Error('There is no project')
    const pack = render(documents, project, { draft: false, today: '2027-01-01', combined: true })
    const box = { width: 200, height: 20, typeSize: 10 }
    const forms = documents.flatMap((document) => [
      ...textsIn(outline(document, project.config)),
      ...slotsOf(document.fields).map((slot) => tooltipOf(slot, { locale, box })),
    ])
    const pages = [
      ...pack.pages.flatMap(({ screen, print }) => [screen, print]),
      ...[pack.index, pack.register, pack.import, pack.combined?.(new Map()).html ?? ''],
    ]
    expect(forms.length).toBeGreaterThan(1000)
    expect(strange([...pages.flatMap(wordsOf), ...forms, pack.title])).toEqual([])
  })

  test('questions of init have none', async () => {
    const prepared = await prepareQuestions({ config: join(folder, 'open/org.config.json') })
    if ('messages' in prepared) throw new Error(prepared.messages[0]?.message)
    const texts = prepared.questions.flatMap(({ sentences: _, path: __, ...asked }) =>
      Object.values(asked).filter((value) => typeof value === 'string'),
    )
    expect(texts.length).toBeGreaterThan(100)
    expect(strange(texts.filter((text) => text !== 'en-GB'))).toEqual([])
  })

  test('the pages of a programme and its prompts have none', async () => {
    const people = [1, 2, 3, 4].map((one) => `P${one},Person ${one},p${one}@example.org,Team`)
    writeFileSync(join(folder, 'people.csv'), ['ID,Name,E-mail,Team', ...people].join('\n'))
    const programme = await openProgramme({ config, entries: [] })
    const book = { records: [], formOf: () => undefined }
    const on = '2027-11-29'
    const overview = await programmeOverview({ config, programme, book, on })
    const situation = await situationOn(programme, { config, records: [], on })
    const duty = {
      key: '',
      people: situation.people.map(({ name }) => ({ key: name, name })),
      due: on,
      note: '',
    }
    const prompts = Object.values(dutyKinds).flatMap(({ title, prompt }) => [
      title,
      ...textsIn(prompt?.(duty, situation)),
    ])
    const texts = [...overview.files].flatMap(([path, text]) =>
      path.endsWith('.html') ? wordsOf(text) : text.replace(/^PRODID.*$/m, ''),
    )
    const sheets = textsIn([overview.sheets, overview.reportSheets])
    expect(prompts.length).toBeGreaterThan(20)
    expect(strange([...texts, ...prompts, ...sheets])).toEqual([])
  })
})

/** What a page says, with what is said of pictures and parts. */
function wordsOf(page: string): string[] {
  const said = page.matchAll(/ (?:alt|title|aria-label|placeholder|content)="([^"]*)"/g)
  const text = page.replace(/<(svg|style|script)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '\n')
  return [text, ...Array.from(said, ([, one = '']) => one)]
}

/** All texts of a value, apart from names and other things that are for programs. */
function textsIn(value: unknown, key = ''): string[] {
  if (FOR_PROGRAMS.has(key)) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, name))
}

const FOR_PROGRAMS = new Set([
  'id',
  'name',
  'value',
  'type',
  'format',
  'recordKey',
  'if',
  'when',
  'then',
  'field',
  'fields of',
])
