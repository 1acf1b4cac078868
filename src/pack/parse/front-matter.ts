import matter from 'gray-matter'
import type { VFile } from 'vfile'
import { type Locate, report } from '../../messages/message.ts'
import { FrontMatter } from '../../model/document.ts'
import { foreignSignsIn } from '../text/foreign-signs.ts'
import { asMeant } from './front-matter-as-meant.ts'
import { reportIssues } from './front-matter-issues.ts'
import { readYaml, type Yaml } from './yaml.ts'

/** A line `---`, with no name of a language after it, and one that closes. A byte order mark may come first. */
const FENCED = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m
/** The same line as a word processor makes it. */
const FOREIGN_FENCE = /^\uFEFF?[-–—‒―−‐‑]+(?=\s*\n)/u
const HOW =
  'A document begins with a line `---`, lines such as `title: Mentoring policy`, and a line `---`.'

/** A content file, taken apart. */
export interface Front {
  /** Undefined when it is not as it must be; the messages say why. */
  readonly meta: FrontMatter | undefined
  readonly locate: Locate
  /** The text of the file with the front matter blanked out, so that places in it are places in the file. */
  readonly body: string
}

/** Reads the front matter of a file and reports each fault of it where it stands. */
export function readFrontMatter(file: VFile): Front {
  const text = String(file)
  if (!FENCED.test(text)) {
    const [fence = ''] = FOREIGN_FENCE.exec(text) ?? []
    const signs = foreignSignsIn(fence)
    report(
      file,
      'front-matter',
      'Missing front matter',
      { line: 1, column: 1 },
      signs ? `${signs} ${HOW}` : HOW,
    )
    return { meta: undefined, locate: () => undefined, body: text }
  }
  const { yaml: plain, length } = split(text)
  const yaml = plain.faults.length > 0 ? plain : asMeant(plain, file)
  const body = blank(text.slice(0, length)) + text.slice(length)
  for (const { reason, point, note } of yaml.faults) {
    const line = point && text.split('\n')[point.line - 1]
    const signs = note && line && foreignSignsIn(/:\s+([“”„«»‘’].*)/u.exec(line)?.[1] ?? '')
    report(file, 'front-matter', reason, point, signs ? `${note} ${signs}` : note)
  }
  return {
    meta: yaml.faults.length > 0 ? undefined : validate(yaml, file),
    locate: yaml.locate,
    body,
  }
}

/** Where the text of a file begins, and the kind that its front matter names, before this is read. */
export function outlineOfFront(text: string): { readonly bodyFrom: number; readonly kind: string } {
  const [front = ''] = FENCED.exec(text) ?? []
  const [, kind = ''] = /^kind:[ \t]*["']?([a-z-]+)/im.exec(front) ?? []
  return { bodyFrom: front.length, kind: kind.toLowerCase() }
}

/** The text of a file with what stands before `from` blanked out. */
export function bodyOf(text: string, from: number): string {
  return blank(text.slice(0, from)) + text.slice(from)
}

function split(text: string): { yaml: Yaml; length: number } {
  let source = ''
  const { content } = matter(text, {
    engines: {
      yaml: (matter) => {
        source = matter
        return {}
      },
      // gray-matter would run these as programs of the author's.
      javascript: refuse,
      coffee: refuse,
    },
  })
  const start = text.indexOf('---') + 3
  return { yaml: readYaml(source, start), length: text.length - content.length }
}

function refuse(): never {
  throw new Error('Front matter is YAML and never a program')
}

function validate(yaml: Yaml, file: VFile): FrontMatter | undefined {
  const { data, error } = FrontMatter.safeParse(yaml.data)
  if (error) reportIssues(error.issues, yaml, file)
  return data
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
