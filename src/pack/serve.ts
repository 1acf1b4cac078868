import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isOutputPath } from '../contracts/manifest.ts'
import { contentTypeOf } from '../files/content-type.ts'
import { codeOf } from '../files/missing.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { OperatorError } from '../messages/operator-error.ts'

const EVENTS = '/.events'
const NOT_YET = '<!doctype html><title>Not built</title><body><p>This page is not built yet.</p>'

/** A folder as a web site on this machine. */
export interface Site extends AsyncDisposable {
  /** With the very address at which it listens, `http://127.0.0.1:4173/`. */
  readonly url: string
  /** True where this machine has an address of IPv6 as well, and it listens there too. */
  readonly hasBoth: boolean
  /** Tells the pages that are open to load again. Each shows the lines on top of itself, when there are any. */
  update(notice: readonly string[]): void
}

/**
 * Serves the files of a folder to this machine only, each page with a script that loads it again after an update.
 * Throws an {@link OperatorError} when the port cannot be used, on either address of this machine: `localhost` would else lead
 * to another program. Port 0 is any that is free.
 */
export async function serve(folder: string, { port }: { readonly port: number }): Promise<Site> {
  const open = new Set<ServerResponse>()
  let notice: readonly string[] = []
  const answer: RequestListener = async ({ method, url = '/', headers }, response) => {
    // Another site whose name leads to this machine must not read the pack.
    if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? ''))
      return end(response, 403)
    if (method !== 'GET' && method !== 'HEAD') return end(response, 405)
    if (url === EVENTS) return listen(response, open)
    const path = pathOf(url)
    const file = path === undefined ? undefined : await readFileMaybe(folder, path)
    const type = contentTypeOf(path ?? '')
    if (path?.endsWith('.html'))
      end(response, file ? 200 : 404, type, withNotice(file?.toString() ?? NOT_YET, notice))
    else if (file) end(response, 200, type, file)
    else end(response, 404)
  }
  const servers = await listenOnBoth(answer, port)
  return {
    url: `http://${LOOPBACK[0]}:${portOf(servers[0])}/`,
    hasBoth: servers.length > 1,
    update(lines) {
      notice = lines
      for (const response of open) response.write('data: update\n\n')
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map(close))
    },
  }
}

/** The addresses of this machine to itself, of IPv4 and of IPv6. */
const LOOPBACK = ['127.0.0.1', '::1'] as const

/** What the system says where there is no IPv6. */
const ABSENT = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

async function listenOnBoth(answer: RequestListener, port: number): Promise<[Server, ...Server[]]> {
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

function startOn(host: string, port: number, answer: RequestListener): Promise<Server> {
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

/** The path below the folder that an address names; undefined for one that could lead elsewhere. */
function pathOf(url: string): string | undefined {
  const [, path = ''] = /^\/([^?#]*)/.exec(url) ?? []
  if (path === '') return 'index.html'
  return isOutputPath(path) ? path : undefined
}

/** Undefined also for what is no file, or lies behind a link out of the folder. */
async function readFileMaybe(folder: string, path: string): Promise<Buffer | undefined> {
  return readBytesMaybe(join(folder, path), { within: folder }).catch(() => undefined)
}

function listen(response: ServerResponse, open: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 500\n\n')
  open.add(response)
  response.once('close', () => open.delete(response))
}

function end(
  response: ServerResponse,
  status: number,
  type = 'text/plain',
  body?: string | Buffer,
) {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(body ?? `${status}\n`)
}

function withNotice(page: string, notice: readonly string[]): string {
  const shown =
    notice.length > 0
      ? `<pre role="alert" style="margin: 0; padding: 1rem; overflow: auto; color: #fff; background: #8c1d18">${escapeHtml(notice.join('\n'))}</pre>`
      : ''
  const script = `<script>new EventSource('${EVENTS}').onmessage = () => location.reload()</script>`
  // The policy of the page knows neither of the two.
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  const [start] = /^.*?<body[^>]*>/s.exec(open) ?? [open]
  return start + shown + open.slice(start.length) + script
}

function escapeHtml(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'))
}
