import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What a test makes go wrong with the next requests. */
export type Fault = 'busy' | 'silent' | 'half upload' | 'half download'

/** A store in memory that speaks as S3 does, with one bucket, and checks each signature by AWS's own description of version 4. */
export interface S3 extends AsyncDisposable {
  readonly endpoint: string
  readonly files: Map<string, Buffer>
  fault: Fault | undefined
}

export const S3_KEYS = { accessKeyId: 'somebody', secretAccessKey: 'a secret/with+signs' }

/** So few names in one answer, so that a list has several. */
const NAMES_AT_ONCE = 3

/** Starts the store at a free port, with the bucket `policypack`. */
export async function startS3(): Promise<S3> {
  const files = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('error', () => {})
    request.on('data', (part: Buffer) => {
      parts.push(part)
      if (store.fault === 'half upload' && request.method === 'PUT') request.destroy()
    })
    request.on('end', () => answer(store, request, Buffer.concat(parts), response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const store: S3 = {
    endpoint: `http://127.0.0.1:${port}`,
    files,
    fault: undefined,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return store
}

function answer(store: S3, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  if (store.fault === 'silent') return
  const [status, content] = answerOf(store, request, body)
  if (store.fault === 'half download' && request.method === 'GET' && content.length > 1000) {
    response.writeHead(200, { 'content-length': content.length })
    response.write(content.subarray(0, content.length / 2))
    setTimeout(() => response.destroy(), 20)
    return
  }
  response.writeHead(status, { 'content-length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}

type Answer = readonly [status: number, content: Buffer]

function answerOf({ files, fault }: S3, request: IncomingMessage, body: Buffer): Answer {
  const { method, headers } = request
  const url = new URL(request.url ?? '', 'http://localhost')
  const [, bucket = '', ...rest] = url.pathname.split('/')
  const key = rest.map(decodeURIComponent).join('/')
  if (fault === 'busy') return refusal(503, 'SlowDown')
  if (signatureOf(request, url) !== /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1])
    return refusal(403, 'SignatureDoesNotMatch')
  if (headers['x-amz-content-sha256'] !== sha256(body))
    return refusal(400, 'XAmzContentSHA256Mismatch')
  if (bucket !== 'policypack') return refusal(404, 'NoSuchBucket')
  const file = files.get(key)
  if (method === 'PUT') files.set(key, body)
  if (method === 'DELETE') files.delete(key)
  if (method === 'PUT' || method === 'DELETE') return [method === 'PUT' ? 200 : 204, nothing]
  if (url.searchParams.has('list-type')) return [200, listOf(files, url.searchParams)]
  return file ? [200, file] : refusal(404, 'NoSuchKey')
}

const nothing = Buffer.alloc(0)

function refusal(status: number, code: string): Answer {
  const text = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No</Message></Error>`
  return [status, Buffer.from(text)]
}

/** ListObjectsV2: names up to the next slash, a few at a time. */
function listOf(files: ReadonlyMap<string, Buffer>, query: URLSearchParams): Buffer {
  const prefix = query.get('prefix') ?? ''
  const found = [...files.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const end = key.indexOf('/', prefix.length)
      return end < 0 ? `<Contents><Key>${escaped(key)}</Key></Contents>` : folder(key.slice(0, end))
    })
  const all = [...new Set(found)].sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const next = from + NAMES_AT_ONCE
  const more = next < all.length ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
  return Buffer.from(
    `<?xml version="1.0"?><ListBucketResult><Prefix>${escaped(prefix)}</Prefix>${more}${all.slice(from, next).join('')}</ListBucketResult>`,
  )
}

function folder(path: string): string {
  return `<CommonPrefixes><Prefix>${escaped(path)}/</Prefix></CommonPrefixes>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What the signature of a request must be (Signature Version 4, with the headers that it names itself). */
function signatureOf({ method, headers }: IncomingMessage, url: URL): string {
  const [, scope = '', signed = ''] =
    /Credential=[^/]+\/(\S+), SignedHeaders=([^,]+),/.exec(headers.authorization ?? '') ?? []
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  const canonical = [
    method,
    url.pathname,
    query,
    ...signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const wanted = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = scope
    .split('/')
    .reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${S3_KEYS.secretAccessKey}`)
  return hmac(key, wanted).toString('hex')
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
