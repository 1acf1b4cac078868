import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { KeyingData } from '../../contracts/keying.ts'
import { writeKeyingData } from '../../contracts/keying-page.ts'
import { asWebPage } from '../../contracts/web-page.ts'
import { readBundledScript } from '../../files/bundled-script.ts'
import { packageFolder } from '../../files/package-folder.ts'
import { hasWords, wordsFor } from '../../language/words.ts'
import { STYLE } from './style.ts'

const stringifier = unified().use(rehypeStringify)

/**
 * The page with which a person reads forms on paper: whole in one file, which loads nothing, connects to nothing, and looks like the pages
 * of forms. Throws an `OperatorError` where its script was not made.
 */
export async function keyingPage(data: KeyingData): Promise<string> {
  const [script, looks] = await Promise.all([
    readBundledScript('keying'),
    readFile(join(packageFolder, 'templates/screen.css'), 'utf8'),
  ])
  const html = stringifier.stringify({ type: 'root', children: [{ type: 'doctype' }, page(data)] })
  return asWebPage(html, { data: writeKeyingData(data), script, style: looks + STYLE })
}

function page({ organisation, language }: KeyingData): Element {
  const say = wordsFor(language)
  const lang = hasWords(language) ? language : 'en'
  const title = say('Read what is written on paper')
  return h('html', { lang }, [
    h('head', [
      text('\n'),
      h('meta', { charSet: 'utf-8' }),
      h('title', `${title}: ${organisation}`),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'robots', content: 'noindex' }),
    ]),
    h('body.keying', [
      h('main#main', [
        h('h1', title),
        h('p.summary', organisation),
        h('details.how', [
          h('summary', say('How to key')),
          h(
            'p',
            say(
              'Type what stands on the paper, as it stands there, also where it is wrong; choose what is marked. Where you cannot tell, say so: nobody has to guess.',
            ),
          ),
          h(
            'p',
            say(
              'Keys: Enter goes to the next question (in a long text, Ctrl and Enter), F2 shows the whole page, F4 says that it was left empty, F8 that it cannot be read, F9 takes what a program read.',
            ),
          ),
          h(
            'p',
            say(
              'Nothing leaves this computer: the page connects to nothing. It shows what people wrote; keep it as safe as the paper.',
            ),
          ),
        ]),
        h('div#keying.live', h('p', say('This page needs JavaScript.'))),
      ]),
    ]),
  ])
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
