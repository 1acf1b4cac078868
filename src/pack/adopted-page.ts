import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { noteKinds } from '../convert/index.ts'
import type { Message } from '../messages/message.ts'

/** One thing that was found in the file; `line` counts in the document, from 1. */
export interface AdoptedThing {
  readonly about: string
  readonly text: string
  readonly line?: number
}

/** What the page is about. */
interface Adopted {
  readonly title: string
  readonly kind: string
  /** Path of the document, and its text. */
  readonly file: string
  readonly text: string
  readonly told: readonly AdoptedThing[]
  readonly messages: readonly Message[]
}

/** What is told first is what a person has to look at. */
const headings: Readonly<Record<string, string>> = {
  placeholder: 'Placeholders',
  blank: 'Places to write',
  signature: 'Signatures',
  ...noteKinds,
}

const STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1b2430; background: #fff }
body { margin: 0 auto; padding: 2rem; max-width: 90rem }
h1 { margin: 0 } h2 { margin: 1.4rem 0 .3rem; font-size: 1.05rem }
main { display: grid; gap: 2.5rem; grid-template-columns: minmax(20rem, 5fr) minmax(24rem, 7fr) }
ul { margin: 0; padding: 0; list-style: none }
li { padding: .25rem 0; border-top: 1px solid #e3e7ec; overflow-wrap: anywhere }
a { color: #0b5cad } li a { float: right; margin-left: 1rem; white-space: nowrap }
pre { margin: 0; padding: .5rem 0; border: 1px solid #d4dae2; border-radius: .4rem; font: 13px/1.55 ui-monospace, monospace; white-space: pre-wrap; counter-reset: line }
pre span { display: block; padding: 0 .8rem 0 4rem; text-indent: -3.4rem; overflow-wrap: anywhere; counter-increment: line }
pre span::before { content: counter(line); display: inline-block; width: 2.6rem; margin-right: .8rem; text-align: right; text-indent: 0; color: #667485 }
pre span:target { background: #fff1b8 } .error { color: #a01b1b }
@media (max-width: 60rem) { main { grid-template-columns: 1fr } }
`

/** The page that tells what was taken for what in a file, beside the document that was made of it. */
export function adoptedPage(
  { title, file, kind, text, told, messages }: Adopted,
  source: string,
): string {
  const inOrder = told.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
  const byKind = Map.groupBy(inOrder, ({ about }) => about)
  const lists = Object.entries(headings).flatMap(([about, words]) => {
    const things = byKind.get(about)
    if (!things) return []
    return [
      h('h2', `${words} (${things.length})`),
      h(
        'ul',
        things.map(({ text: said, line }) =>
          h('li', [line === undefined ? [] : lineLink(line), ...withCode(said)]),
        ),
      ),
    ]
  })
  const faults = messages.filter(({ severity }) => severity !== 'info')
  const decide =
    faults.length === 0
      ? []
      : [
          h('h2', `For you to decide (${faults.length})`),
          h(
            'ul',
            faults.map(({ message, line }) =>
              h('li.error', [line === undefined ? [] : lineLink(line), ...withCode(message)]),
            ),
          ),
        ]
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', `${title}: what was taken for what`),
      h('style', STYLE),
    ]),
    h('body', [
      h('h1', title),
      h(
        'p',
        `This ${kind} was made of ${source}. It lies in ${file.replaceAll('\\', '/')}; edit it there. This page tells what was taken for what; you may throw it away.`,
      ),
      h('main', [
        h('section', [...decide, ...lists]),
        h('section', [
          h('h2', 'The document'),
          h(
            'pre',
            text
              .trimEnd()
              .split('\n')
              .map((line, index) => h('span', { id: `L${index + 1}` }, line)),
          ),
        ]),
      ]),
    ]),
  ])
  return `<!doctype html>\n${unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [page] })}\n`
}

function lineLink(line: number) {
  return h('a', { href: `#L${line}` }, `line ${line}`)
}

/** What stands between backticks is what an author writes. */
function withCode(words: string) {
  return words.split('`').map((part, index) => (index % 2 === 1 ? h('code', part) : part))
}
