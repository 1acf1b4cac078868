import { AwsClient } from 'aws4fetch'
import { sha256Hex } from '../../../contracts/hash.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import { unescapeXml } from '../../../pdf/xml-entities.ts'
import type { FileStore } from '../store.ts'

/** The longest that a store may take for one answer, in milliseconds. */
const PATIENCE_MS = 30_000
/** How often a store that is too busy, or fails, is asked again. */
const RETRIES = 3

/** Where a bucket is, and who asks it. */
export interface BucketPlace {
  /** Of the store, such as `https://s3.eu-west-2.amazonaws.com`; the bucket is the first part of the path. */
  readonly endpoint: string
  readonly bucket: string
  /** What stands before all paths; empty, or with a slash at its end. */
  readonly prefix: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
  readonly patienceMs?: number
}

/** Files in a store that speaks as S3 does. A file is there as a whole or not at all, since each is one request with the hash of its bytes. */
export class BucketFiles implements FileStore {
  readonly #place: BucketPlace
  readonly #client: AwsClient

  constructor(place: BucketPlace) {
    this.#place = place
    const { accessKeyId, secretAccessKey, sessionToken, region } = place
    this.#client = new AwsClient({
      ...{ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES },
      ...(sessionToken !== undefined && { sessionToken }),
    })
  }

  shown(path: string): string {
    const { bucket, prefix } = this.#place
    return `s3://${bucket}/${prefix}${path}`
  }

  async has(path: string): Promise<boolean> {
    return (await this.#ask('HEAD', this.#key(path))).status !== MISSING
  }

  async names(folder: string): Promise<string[]> {
    const start = `${this.#place.prefix}${folder === '' ? '' : `${folder}/`}`
    const names = new Set<string>()
    let more: string | undefined
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: start, delimiter: '/' })
      if (more !== undefined) query.set('continuation-token', more)
      const { bytes } = await this.#ask('GET', `?${query}`)
      const text = new TextDecoder().decode(bytes)
      for (const [, , path = ''] of text.matchAll(/<(Key|Prefix)>([^<]+)<\/\1>/g)) {
        const name = unescapeXml(path).slice(start.length).replace(/\/$/, '')
        if (name !== '') names.add(name)
      }
      more = element(text, 'NextContinuationToken')
    } while (more !== undefined)
    return [...names].sort()
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const { status, bytes } = await this.#ask('GET', this.#key(path))
    return status === MISSING ? undefined : bytes
  }

  async write(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = new Uint8Array(Buffer.from(content as Uint8Array))
    await this.#ask('PUT', this.#key(path), bytes)
  }

  async remove(path: string): Promise<void> {
    await this.#ask('DELETE', this.#key(path))
  }

  #key(path: string): string {
    return `/${`${this.#place.prefix}${path}`.split('/').map(encoded).join('/')}`
  }

  /** Throws an `OperatorError` for all answers but good ones, and that there is no such file. */
  async #ask(method: string, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const { bucket, patienceMs = PATIENCE_MS } = this.#place
    const ending = new AbortController()
    const late = Promise.withResolvers<never>()
    // A signal alone may be forgotten on its way through a request, and the wait would have no end.
    const timer = setTimeout(() => {
      late.reject(new Error(`no answer in ${patienceMs / 1000} s`))
      ending.abort()
    }, patienceMs)
    try {
      return await Promise.race([late.promise, this.#answer(method, path, body, ending.signal)])
    } catch (cause) {
      if (cause instanceof OperatorError) throw cause
      throw unreachable(bucket, cause)
    } finally {
      clearTimeout(timer)
    }
  }

  async #answer(
    method: string,
    path: string,
    body: Uint8Array<ArrayBuffer> | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { endpoint, bucket } = this.#place
    const answer = await this.#client.fetch(`${endpoint}/${bucket}${path}`, {
      method,
      signal,
      // A store refuses bytes that do not have this hash, as after an upload that was cut short.
      headers: { 'x-amz-content-sha256': sha256Hex(body ?? new Uint8Array()) },
      ...(body && { body }),
    })
    const { status } = answer
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const why = element(new TextDecoder().decode(bytes.subarray(0, LONGEST_ERROR)), 'Code')
    if (answer.ok || (status === MISSING && why !== 'NoSuchBucket')) return { status, bytes }
    throw refused(bucket, status, why)
  }
}

interface Answer {
  readonly status: number
  readonly bytes: Uint8Array
}

const MISSING = 404
const LONGEST_ERROR = 10_000

function refused(bucket: string, status: number, why = String(status)): OperatorError {
  if (status === MISSING)
    return new OperatorError(
      `There is no bucket \`${bucket}\` in the store of originals; check POLICYPACK_ORIGINALS, or make it`,
    )
  return status < 500
    ? new OperatorError(
        `The bucket \`${bucket}\` refuses (${why}); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and what they may do there`,
      )
    : new OperatorError(
        `The store of the bucket \`${bucket}\` fails (${why}); try again when it is well`,
      )
}

/** Of the address nothing is told but the bucket. */
function unreachable(bucket: string, cause: unknown): OperatorError {
  const inner = (cause as Error).cause as { code?: string } | undefined
  return new OperatorError(
    `The bucket \`${bucket}\` cannot be reached (${inner?.code ?? (cause as Error).message}); check AWS_ENDPOINT_URL and the network`,
    { cause },
  )
}

/** As signatures have it (RFC 3986). */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function element(xml: string, name: string): string | undefined {
  const [, text] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? []
  return text === undefined ? undefined : unescapeXml(text)
}
