import { hexToBytes } from '@noble/hashes/utils.js'
import { sha256Hex } from './hash.ts'

/** What makes a page one that does something by itself. */
export interface Live {
  /** What its script works with, as JSON in elements of these ids. */
  readonly data: Readonly<Record<string, unknown>>
  readonly script: string
  /** The style of a page that is whole in one file, and loads nothing. */
  readonly style?: string
  /** The script makes workers. */
  readonly hasWorkers?: boolean
}

/**
 * A page with the policy that makes it true that nothing leaves the computer: it may load styles, fonts, pictures and scripts of the
 * pack, unless it is whole in one file, run its own script, known by its hash, and connect to nothing (Content Security Policy Level 3).
 * What the page holds decides nothing about that: a script that an answer spells is none.
 */
export function asWebPage(html: string, live?: Live): string {
  const own = live?.style === undefined ? ["'self'"] : []
  const policy = [
    "default-src 'none'",
    ['script-src', ...own, ...(live ? [sourceHash(live.script)] : [])].join(' '),
    `style-src ${live?.style === undefined ? "'self'" : sourceHash(live.style)}`,
    ['img-src', ...own, 'data:'].join(' '),
    ...own.map((self) => `font-src ${self}`),
    "connect-src 'none'",
    ...(live?.hasWorkers ? ['worker-src blob:'] : []),
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
  const style = live?.style === undefined ? '' : `<style>${live.style}</style>\n`
  return (live ? withScripts(html, live) : html).replace(
    /<head>\n?/,
    (head) => `${head}<meta http-equiv="Content-Security-Policy" content="${policy}">\n${style}`,
  )
}

/** By what a policy knows a script or style that stands in the page. */
export function sourceHash(text: string): string {
  const digest = hexToBytes(sha256Hex(text.replace(/\r\n?/g, '\n')))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
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
