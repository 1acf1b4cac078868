import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import nspell from 'nspell'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '../src/messages/message.ts'
import { fill } from '../src/pack/fill/index.ts'
import { load } from '../src/pack/load/index.ts'
import { parse } from '../src/pack/parse/index.ts'
import { render } from '../src/pack/render/index.ts'
import { typeset } from '../src/pack/typeset/index.ts'
import { pageLines } from './support/page-lines.ts'

/** Organisations whose answers are as far from each other, and from what the questions propose, as they come. */
const folder = join(import.meta.dirname, 'organisations')
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** What an answer that does not fit leaves behind. */
const broken: [string, RegExp][] = [
  ['a word stands twice', /\b(\p{L}+) \1\b/iu],
  [
    'an article has a name that takes none',
    /\bthe (?:HR|Human Resources|Priya|state)\b(?! page|’)/u,
  ],
  ['a mark stands twice or after a space', /(?<!Inc)[.,;:]{2}|\s[,;:]|\(\)/],
  ['an adjective stands for an adverb', /\b(?:annual|biannual)[.,]/i],
  ['a capital stands inside', /(?<!Kept in)(?<=\p{Ll}) The /u],
  ['something is left of the notation', /[([]\s*insert\b|\{\{|:::|:when|undefined/i],
]

const [inAmerica, inBritain] = [american, british].map(({ aff, dic }) =>
  nspell({ aff: Buffer.from(aff), dic: Buffer.from(dic) }),
)

/** Says of a word whether only the other spelling has it. Australia's dictionaries are the British ones but for a few words. */
function isElsewhere(locale: string): (word: string) => boolean {
  const [here, there] = locale === 'en-US' ? [inAmerica!, inBritain!] : [inBritain!, inAmerica!]
  return (word) => {
    const plain = word.replaceAll('’', "'")
    return !here.correct(plain) && there.correct(plain)
  }
}

describe.each(names)('%s', async (name) => {
  const project = await load({
    config: join(folder, name),
    contentFolders: [join(import.meta.dirname, '../content')],
  })
  if ('messages' in project) throw new Error(project.messages[0]?.message)
  const content = project.sources.map(parse).filter((document) => document !== undefined)
  const { documents } = fill(
    content.map((one) => typeset(one, project.config.organisation)),
    project,
    { draft: false },
  )
  const { pages } = render(documents, project, {
    draft: false,
    today: '2027-01-01',
    combined: false,
  })
  const lines = pages.map(({ document, screen }) => [`# ${document.id}`, ...pageLines(screen)])

  test('has answers that are in order', () => {
    const files = [project.configFile, ...project.sources.map(({ file }) => file)]
    const messages = files.flatMap(messagesOf)
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  test('reads as before', async () => {
    const text = lines.map((page) => page.join('\n')).join('\n\n')
    await expect(`${text}\n`).toMatchFileSnapshot(`organisations/${name.replace('.json', '.txt')}`)
  })

  test('is spelled as its country spells', () => {
    const words = new Set(
      lines
        .flatMap(([, ...page]) => page)
        .flatMap((line) => line.match(/\p{L}[\p{L}’]*\p{L}/gu) ?? []),
    )
    expect([...words].filter(isElsewhere(project.config.organisation.locale))).toEqual([])
  })

  test.each(broken)('has no sentence in which %s', (_, pattern) => {
    expect(lines.flat().filter((line) => pattern.test(line))).toEqual([])
  })
})
