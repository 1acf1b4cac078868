import { hash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isOutputPath } from '../contracts/manifest.ts'
import { contentTypeOf } from '../files/content-type.ts'
import { codeOf } from '../files/missing.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { nearest } from '../messages/suggest.ts'

const EVENTS = '/.events'
const HTML = 'text/html; charset=utf-8'

/** What a site shows. */
export interface Shown {
  /** The files by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Files that are still being made; without one when it comes to nothing, since something newer is made. */
  readonly coming?: ReadonlyMap<string, Promise<Uint8Array | undefined>>
  /** Lines to show on top of each page, if any. */
  readonly notice?: readonly string[]
}

/** Files in memory as a web site on this machine. */
export interface Site extends AsyncDisposable {
  /** With the very address at which it listens, `http://127.0.0.1:4173/`. */
  readonly url: string
  /** True where this machine has an address of IPv6 as well, and it listens there too. */
  readonly hasBoth: boolean
  /** Shows this from now on; what it leaves out stays. Pages that are open and look otherwise now load again. */
  show(shown: Partial<Shown>): void
}

/**
 * Serves files to this machine only, each page with a script that loads it again when it is another. Throws an
 * {@link OperatorError} when the port cannot be used, on either address of this machine: `localhost` would else lead to another
 * program. Port 0 is any that is free.
 */
export async function serve({ port }: { readonly port: number }): Promise<Site> {
  const listeners = new Set<Listener>()
  let shown: Shown = { files: new Map() }
  const servers = await listenOnBoth(port, async ({ method, url = '/', headers }, response) => {
    // Another site whose name leads to this machine must not read the pack.
    if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? ''))
      return end(response, 403)
    if (method !== 'GET' && method !== 'HEAD') return end(response, 405)
    const [address = '', query] = url.split('?')
    if (address === EVENTS) return listen(response, new URLSearchParams(query))
    const path = address === '/' ? 'index.html' : address.slice(1)
    const bytes = isOutputPath(path) ? await find(path) : undefined
    if (path.endsWith('.html') || (!bytes && headers.accept?.includes('text/html')))
      end(response, bytes ? 200 : 404, HTML, pageAt(path, shown))
    else if (bytes) sendPart(response, contentTypeOf(path), bytes, headers)
    else end(response, 404)
  })

  async function find(path: string): Promise<Uint8Array | undefined> {
    for (;;) {
      const { files, coming } = shown
      const bytes = (await coming?.get(path)) ?? files.get(path)
      // Something newer may be shown by now.
      if (bytes || shown.files === files) return bytes
    }
  }

  function listen(response: ServerResponse, asked: URLSearchParams): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('retry: 500\n\n')
    const listener = { response, path: asked.get('path') ?? '', look: asked.get('look') ?? '' }
    listeners.add(listener)
    response.once('close', () => listeners.delete(listener))
    tell(listener)
  }

  function tell({ response, path, look }: Listener): void {
    if (lookOf(path, shown) !== look) response.write('data: update\n\n')
  }

  return {
    url: `http://${LOOPBACK[0]}:${portOf(servers[0])}/`,
    hasBoth: servers.length > 1,
    show(newer) {
      shown = { ...shown, ...newer }
      for (const listener of listeners) tell(listener)
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map(close))
    },
  }
}

/** A page that is open, and how it looked when it was loaded. */
interface Listener {
  readonly response: ServerResponse
  readonly path: string
  readonly look: string
}

/** The addresses of this machine to itself, of IPv4 and of IPv6. */
const LOOPBACK = ['127.0.0.1', '::1'] as const

/** What the system says where there is no IPv6. */
const ABSENT = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

type Answer = Parameters<typeof createServer>[1]

async function listenOnBoth(port: number, answer: Answer): Promise<[Server, ...Server[]]> {
  const [first, second] = LOOPBACK
  const server = await startOn(first, port, answer)
  try {
    return [server, await startOn(second, portOf(server), answer)]
  } catch (error) {
    if (error instanceof OperatorError && ABSENT.includes(codeOf(error.cause))) return [server]
    await close(server)
    throw error
  }
}

function startOn(host: string, port: number, answer: Answer): Promise<Server> {
  const server = createServer(answer)
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = `Port ${port} of ${host} ${whyNot(cause)}; name another with \`--port\``
      reject(new OperatorError(reason, { cause }))
    })
    server.listen({ port, host, ipv6Only: host === '::1' }, () => resolve(server))
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'is taken'
  if (code === 'EACCES') return 'is one that this account may not use'
  return `cannot be used: the system says ${code ?? message}`
}

function end(
  response: ServerResponse,
  status: number,
  type = 'text/plain',
  body: string | Uint8Array = `${status}\n`,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(body)
}

/** Sends a file, or the part of it that is asked for, as programs do that show the first page of a PDF early (RFC 9110, 14). */
function sendPart(
  response: ServerResponse,
  type: string,
  bytes: Uint8Array,
  { range, 'if-range': condition }: IncomingHttpHeaders,
): void {
  const { length } = bytes
  const etag = `"${digest(bytes)}"`
  const headers = { 'accept-ranges': 'bytes', etag }
  const part = condition === undefined || condition === etag ? partOf(range, length) : undefined
  if (!part) end(response, 200, type, bytes, headers)
  else if (part.start >= part.end)
    end(response, 416, undefined, undefined, { 'content-range': `bytes */${length}` })
  else
    end(response, 206, type, bytes.subarray(part.start, part.end), {
      ...headers,
      'content-range': `bytes ${part.start}-${part.end - 1}/${length}`,
    })
}

/** From where to before where; undefined for the whole, by which several parts at once may be answered too. */
function partOf(range = '', length: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (first === '')
    return last === '' ? undefined : { start: Math.max(0, length - Number(last)), end: length }
  return {
    start: Number(first),
    end: last === '' ? length : Math.min(Number(last) + 1, length),
  }
}

/** The page at a path with the notice, or one that says that there is none, and what loads it again when it looks otherwise. */
function pageAt(path: string, shown: Shown): string {
  const { files, notice = [] } = shown
  const bytes = files.get(path)
  const page = bytes ? Buffer.from(bytes).toString() : missingPage(path, [...files.keys()])
  const events = `${EVENTS}?${new URLSearchParams({ path, look: lookOf(path, shown) })}`
  const script = `<script>new EventSource(${JSON.stringify(events)}).onmessage = () => location.reload()</script>`
  // The policy of the page knows neither of the two.
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  const [start] = /^.*?<body[^>]*>/s.exec(open) ?? [open]
  return start + noticeHtml(notice) + open.slice(start.length) + script
}

function missingPage(path: string, paths: readonly string[]): string {
  const pages = paths.filter((one) => one.endsWith('.html'))
  const [title, way] =
    pages.length === 0
      ? ['This page is not built yet.', 'It comes by itself.']
      : [`There is no page \`${path}\` in the pack.`, wayOn(path, pages)]
  return `<!doctype html>\n<html lang="en">\n<title>${escapeHtml(title)}</title>\n<body><h1>${escapeHtml(title)}</h1>\n<p>${way}</p>\n`
}

function wayOn(path: string, pages: readonly string[]): string {
  const near = pages.includes(`${path}.html`) ? `${path}.html` : nearest(path, pages)
  const guess = near === undefined ? '' : `Did you mean <a href="/${near}">${near}</a>? `
  return `${guess}All documents are on <a href="/">the first page</a>.`
}

/** It stays in its place when the page is scrolled, and can be folded away. */
function noticeHtml(lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const summary = lines.length === 1 ? 'There is a fault' : `There are ${lines.length} faults`
  return `<details open role="alert" style="position: fixed; inset: 0 0 auto; z-index: 2147483647; box-sizing: border-box; max-height: 60vh; overflow: auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #fff; background: #8c1d18"><summary>${summary}; below is what was shown before</summary><pre style="margin: .5rem 0 0; white-space: pre-wrap; font-size: .9rem; color: inherit; background: none">${escapeHtml(lines.join('\n'))}</pre></details>`
}

/** What changes when a page looks otherwise: by its own bytes, the notice, or a file that all pages share. */
function lookOf(path: string, { files, notice = [] }: Shown): string {
  const shared = [...files].filter(([name]) => name.startsWith('assets/'))
  return digest(
    [files.get(path), ...shared.map(([, bytes]) => bytes)]
      .map((bytes) => (bytes ? digest(bytes) : ''))
      .concat(notice)
      .join('\n'),
  )
}

function digest(data: string | Uint8Array): string {
  return hash('sha256', data).slice(0, 32)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'))
}
