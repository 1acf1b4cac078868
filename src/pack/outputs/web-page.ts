import { sha256 } from '@noble/hashes/sha2.js'
import { wordsFor } from '../../language/words.ts'
import type { StampedDocument } from '../../model/project.ts'

/** What makes a page one that does something by itself. */
interface Live {
  /** What its script works with, as JSON in elements of these ids. */
  readonly data: Readonly<Record<string, unknown>>
  readonly script: string
  /** The script makes workers. */
  readonly hasWorkers?: boolean
}

/**
 * A page with the policy that makes it true that nothing leaves the computer: it may load styles, fonts, pictures and scripts of the
 * pack, run its own script, known by its hash, and connect to nothing (Content Security Policy Level 3). What the page holds
 * decides nothing about that: a script that an answer spells is none.
 */
export function asWebPage(html: string, live?: Live): string {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...(live ? [hashOf(live.script)] : [])].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    ...(live?.hasWorkers ? ['worker-src blob:'] : []),
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
  return (live ? withScripts(html, live) : html).replace(
    /<head>\n?/,
    (head) => `${head}<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
  )
}

function withScripts(html: string, { data, script }: Live): string {
  const elements = Object.entries(data).map(
    ([id, value]) => `<script type="application/json" id="${id}">${jsonIn(value)}</script>\n`,
  )
  const added = `${elements.join('')}<script>${script}</script>\n`
  const end = html.lastIndexOf('</body>')
  return end === -1 ? html + added : html.slice(0, end) + added + html.slice(end)
}

/** JSON in which nothing can end the element that it stands in. */
function jsonIn(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** Puts behind each link to a PDF how long and how large it is, where its page asks for that and it was made. */
export function withPdfFacts(html: string, stamped: readonly StampedDocument[]): string {
  const say = wordsFor(/<html lang="([^"]*)"/.exec(html)?.[1] ?? '')
  return html.replace(/<span data-pdf="([^"]*)"><\/span>/g, (_, id) => {
    const made = stamped.find(({ document }) => document.id === id)
    if (!made) return ''
    const pages = say('{count} pages', { count: made.pages })
    return ` <span class="size">(${pages}, ${Math.ceil(made.pdf.length / 1000)} kB)</span>`
  })
}

function hashOf(text: string): string {
  const digest = sha256(new TextEncoder().encode(text.replace(/\r\n?/g, '\n')))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
}
