import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { isOutputPath } from '../contracts/manifest.ts'
import { contentTypeOf } from '../files/content-type.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { OperatorError } from '../messages/operator-error.ts'

const EVENTS = '/.events'
const NOT_YET = '<!doctype html><title>Not built</title><body><p>This page is not built yet.</p>'

/** A folder as a web site on this machine. */
export interface Site extends AsyncDisposable {
  readonly url: string
  /** Tells the pages that are open to load again. Each shows the lines on top of itself, when there are any. */
  update(notice: readonly string[]): void
}

/**
 * Serves the files of a folder to this machine only, each page with a script that loads it again after an update.
 * Throws an {@link OperatorError} when the port cannot be used; port 0 is any that is free.
 */
export async function serve(folder: string, { port }: { readonly port: number }): Promise<Site> {
  const open = new Set<ServerResponse>()
  let notice: readonly string[] = []
  const server = createServer(async ({ method, url = '/', headers }, response) => {
    // Another site whose name leads to this machine must not read the pack.
    if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '')) return end(response, 403)
    if (method !== 'GET' && method !== 'HEAD') return end(response, 405)
    if (url === EVENTS) return listen(response, open)
    const path = pathOf(url)
    const file = path === undefined ? undefined : await readFileMaybe(folder, path)
    const type = contentTypeOf(path ?? '')
    if (path?.endsWith('.html'))
      end(response, file ? 200 : 404, type, withNotice(file?.toString() ?? NOT_YET, notice))
    else if (file) end(response, 200, type, file)
    else end(response, 404)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new OperatorError(`Port ${port} ${whyNot(cause)}; name another with \`--port\``, { cause }),
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `http://localhost:${typeof address === 'object' ? address?.port : port}/`,
    update(lines) {
      notice = lines
      for (const response of open) response.write('data: update\n\n')
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
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
  const [start] = /^.*?<body[^>]*>/s.exec(page) ?? [page]
  return start + shown + page.slice(start.length) + script
}

function escapeHtml(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'))
}
