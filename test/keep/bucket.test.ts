import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BucketFiles, type BucketPlace } from '../../src/forms/keep/bucket/bucket-files.ts'
import { moveRecords, openStore, readBook } from '../../src/forms/keep/index.ts'
import { type Fault, type S3, S3_KEYS, startS3 } from '../support/s3.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { draftOf, filesIn, keep, originalOf, temporaryFolder } from './support.ts'

let s3: S3
const postgres = sharedPostgres()
beforeAll(async () => {
  s3 = await startS3()
})
beforeEach(() => {
  s3.fault = undefined
  s3.files.clear()
})
afterAll(async () => {
  await s3[Symbol.asyncDispose]()
})

function bucket(other: Partial<BucketPlace> = {}): BucketFiles {
  return new BucketFiles({
    ...{ endpoint: s3.endpoint, bucket: 'policypack', prefix: 'our files/records/' },
    ...{ region: 'eu-west-2', ...S3_KEYS, patienceMs: 2000 },
    ...other,
  })
}

test('what is written into a bucket is read, listed and removed there, byte by byte and in any number', async () => {
  const files = bucket()
  const names = ['a', 'b & c', 'd+é', 'e=(1)', 'f', 'g'].map((name) => `${name}.pdf`)
  for (const [index, name] of names.entries())
    await files.write(`contract/originals/${name}`, new Uint8Array([index, 0, 255]))
  expect([...s3.files.keys()][1]).toBe('our files/records/contract/originals/b & c.pdf')
  expect(await files.names('contract/originals')).toEqual(names)
  expect(await files.names('')).toEqual(['contract'])
  expect(await files.names('nothing')).toEqual([])
  expect(await files.read('contract/originals/f.pdf')).toEqual(new Uint8Array([4, 0, 255]))
  await files.remove('contract/originals/f.pdf')
  await files.remove('contract/originals/f.pdf')
  expect(await files.has('contract/originals/f.pdf')).toBe(false)
  expect(await files.has('contract/originals/g.pdf')).toBe(true)
  expect(await files.read('contract/originals/f.pdf')).toBeUndefined()
  expect(files.shown('contract')).toBe('s3://policypack/our files/records/contract')
})

test.each<[string, Partial<BucketPlace>, string]>([
  [
    'a wrong secret',
    { secretAccessKey: 'another' },
    'The bucket `policypack` refuses (SignatureDoesNotMatch); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and what they may do there',
  ],
  [
    'a bucket that is not there',
    { bucket: 'nowhere' },
    'There is no bucket `nowhere` in the store of originals; check POLICYPACK_ORIGINALS, or make it',
  ],
  [
    'a store that is not there',
    { endpoint: 'http://127.0.0.1:3' },
    'The bucket `policypack` cannot be reached (ECONNREFUSED); check AWS_ENDPOINT_URL and the network',
  ],
])('with %s one sentence says what to check', async (_, place, sentence) => {
  await expect(bucket(place).read('a.pdf')).rejects.toThrow(sentence)
  await expect(bucket(place).write('a.pdf', 'text')).rejects.toThrow(sentence)
  expect(s3.files.size).toBe(0)
})

test.each<[Fault, RegExp]>([
  ['silent', /^The bucket `policypack` cannot be reached \(no answer in 2 s\); check/],
  ['busy', /^The store of the bucket `policypack` fails \(SlowDown\); try again when it is well$/],
  ['half upload', /^The bucket `policypack` cannot be reached \(.+\); check/],
])('an upload into a store that is %s says so and leaves nothing', async (fault, sentence) => {
  s3.fault = fault
  await expect(bucket().write('a.pdf', new Uint8Array(1_000_000))).rejects.toThrow(sentence)
  expect(s3.files.size).toBe(0)
})

test('a download that ends half-way is no file', async () => {
  await bucket().write('a.pdf', new Uint8Array(100_000))
  s3.fault = 'half download'
  await expect(bucket().read('a.pdf')).rejects.toThrow(/cannot be reached \(.+\); check/)
})

test('records move into a database with their files in a bucket and back, byte by byte, also after a move that was cut short', async ({
  skip,
}) => {
  postgres.needIn({ skip })
  const dir = temporaryFolder()
  for (const number of [1, 2, 3, 4, 5])
    await keep(
      draftOf(`Person ${number}`, 'Aims'),
      originalOf(`${number}.pdf`, `File ${number} `.repeat(500)),
      {
        ...{ dir, now: new Date('2026-11-22T09:30:00Z'), method: 'fields' },
        form: { id: 'mentoring-contract', recordKey: ['mentee.name'] },
      },
    )
  const before = await filesIn(dir)
  Object.assign(process.env, {
    POLICYPACK_DATABASE: postgres.address,
    POLICYPACK_ORIGINALS: 's3://policypack/originals',
    AWS_ENDPOINT_URL: s3.endpoint,
    AWS_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  })
  try {
    process.env.AWS_SECRET_ACCESS_KEY = 'wrong'
    await expect(moveRecords(dir, 'database')).rejects.toThrow('refuses (403)')
    expect(await filesIn(dir)).toEqual(before)
    process.env.AWS_SECRET_ACCESS_KEY = S3_KEYS.secretAccessKey
    await moveRecords(dir, 'database')
    expect(s3.files.size).toBe(5)
    expect(await filesIn(dir)).toEqual({ 'records-are-in-postgresql.txt': expect.anything() })
    expect((await readBook(dir)).entries).toHaveLength(5)
    s3.fault = 'half download'
    await expect(moveRecords(dir, 'folder')).rejects.toThrow('cannot be reached')
    expect(s3.files.size).toBe(5)
    s3.fault = undefined
    await moveRecords(dir, 'folder')
    expect(s3.files.size).toBe(0)
    expect(await filesIn(dir)).toMatchObject(before)
    process.env.POLICYPACK_ORIGINALS = 's3://'
    expect(() => openStore(dir)).toThrow('POLICYPACK_ORIGINALS names no bucket')
  } finally {
    for (const name of Object.keys(process.env))
      if (/^(?:AWS_|POLICYPACK_(?:DATABASE|ORIGINALS))/.test(name)) delete process.env[name]
  }
})
