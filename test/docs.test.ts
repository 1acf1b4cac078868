import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import GithubSlugger from 'github-slugger'
import { expect, test } from 'vitest'
import { check } from '../src/index.ts'
import { FrontMatter } from '../src/model/document.ts'
import { fieldTypes } from '../src/model/field.ts'
import { attributesOfType, commonAttributes } from '../src/pack/parse/fields/attribute-table.ts'
import { makeFolder } from './support/project-copy.ts'

const root = join(import.meta.dirname, '..')
const pages = globSync('{README,CONTRIBUTING,docs/*}.md', { cwd: root }).map(
  (path): [string, string] => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')],
)
const forms = readFileSync(join(root, 'docs/forms.md'), 'utf8')

test('the examples for authors of forms are in order', async () => {
  const examples = blocks('markdown')
  const whole = examples.filter((text) => text.startsWith('---'))
  const parts = examples.filter((text) => !text.startsWith('---'))
  expect({ whole: whole.length, parts: parts.length }).toEqual({ whole: 4, parts: 8 })
  const front = ['id: joined', 'kind: contract', 'title: All of it', 'version: 1.0.0']
  const joined = ['---', ...front, ...blocks('yaml'), '---', ...parts].join('\n')
  const messages = await checked([...whole, joined])

  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([])
  const blanks = messages.filter(({ rule }) => rule === 'blank-field')
  expect(blanks).toHaveLength(5)
  const [shown] = forms.match(/info Found a blank, .*(?= blank-field)/) ?? []
  expect(shown).toBe(`info ${blanks[0]?.message}`)
})

test('the examples for authors of texts are in order', async () => {
  const texts = readFileSync(join(root, 'docs/text.md'), 'utf8')
  const examples = Array.from(
    texts.matchAll(/^(`{3,})markdown\n(.*?)^\1$/gms),
    ([, , text]) => text,
  )
  expect(examples).toHaveLength(9)
  const front = (id: string) =>
    `---\nid: ${id}\nkind: guide\ntitle: All of it\nversion: 1.0.0\n---\n`
  const asked = (type: string) => ({ group: 'Fernhill', type, question: '?' })
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
  const folder = makeFolder({
    'content/joined.md': [front('joined'), ...examples].join('\n'),
    'content/mentoring-policy.md': `${front('mentoring-policy')}\n## Matching mentors and mentees\n`,
    'content/steps.svg': drawing,
    'content/leaf.svg': drawing,
    'org.config.json': JSON.stringify({
      organisation: { name: 'Fernhill Clinic' },
      answers: {
        motto: 'Cymru am byth',
        'people team name': 'HR',
        'people team contact': 'hr@fernhill.example',
        'frequency of reviews': 'every quarter',
        'place of copies': 'the library',
        'intranet address': null,
        'contact name': 'Priya Nair',
        'start date': '2026-12-01',
      },
    }),
    'content/placeholders.json': JSON.stringify({
      'people team name': asked('body'),
      'people team contact': asked('contact'),
      'frequency of reviews': asked('frequency'),
      'place of copies': asked('place'),
      'intranet address': { ...asked('web'), optional: true },
    }),
  })
  const options = { config: join(folder, 'org.config.json') }
  const { messages } = await check({ ...options, contentFolders: [join(folder, 'content')] })
  expect(messages.filter(({ rule }) => rule !== 'placeholder-read')).toEqual([])
  expect(messages).toHaveLength(3)
})

test('each type of a field is described with its attributes', () => {
  const rows = new Map(
    Array.from(forms.matchAll(/^\| `(\w+)` \|[^|]*\|([^|]*)\|/gm), ([, type, own = '']) => [
      type,
      Array.from(own.matchAll(/`([a-z]\w+)`/gi), ([, name]) => name),
    ]),
  )
  for (const type of fieldTypes)
    expect([type, rows.get(type)]).toEqual([type, Object.keys(attributesOfType[type])])
  for (const name of ['type', 'width', ...Object.keys(commonAttributes)])
    expect(forms).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'))
})

test.each(Object.keys(FrontMatter.shape))('the front matter `%s` is described', (key) => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(`${readme}${forms}`).toMatch(new RegExp(`^${key}: |\`${key}\``, 'm'))
})

test('the README is short', () => {
  expect(new Map(pages).get('README.md')?.split('\n').length).toBeLessThan(250)
})

test('every link between the pages leads to a file or a heading', () => {
  const links = pages.flatMap(([page, text]) =>
    Array.from(withoutCode(text).matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, link = '']) => ({
      page,
      link,
    })),
  )
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter(({ page, link }) => !leads(page, link))).toEqual([])
})

function withoutCode(text: string): string {
  return text.replace(/^```.*?^```/gms, '').replace(/`[^`]*`/g, '')
}

function leads(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#')
  const target = path === '' ? page : join(page, '..', path).replaceAll('\\', '/')
  if (!existsSync(join(root, target))) return false
  return heading === undefined || headingsOf(new Map(pages).get(target) ?? '').includes(heading)
}

/** The addresses of the headings of a page, as those who show Markdown make them. */
function headingsOf(text: string): string[] {
  const slugger = new GithubSlugger()
  return Array.from(text.matchAll(/^#+ (.*)$/gm), ([, heading = '']) => slugger.slug(heading))
}

/** The code of a language on the page for authors of forms. */
function blocks(language: string): string[] {
  return Array.from(
    forms.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms')),
    ([, text = '']) => text,
  )
}

/** What is said of these documents and of no other. */
async function checked(documents: readonly string[]) {
  const files = documents.map((text) => [`content/${/^id: (.*)$/m.exec(text)?.[1]}.md`, text])
  const folder = makeFolder({
    ...Object.fromEntries(files),
    'org.config.json':
      '{"organisation": {"name": "Fernhill Clinic"}, "answers": {"identity of staff": "staff number"}}',
  })
  const options = { config: join(folder, 'org.config.json') }
  return (await check({ ...options, contentFolders: [join(folder, 'content')] })).messages
}
