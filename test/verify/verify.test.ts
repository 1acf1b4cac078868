import { beforeAll, describe, expect, test } from 'vitest'
import { verifySignatures } from '../../src/forms/signatures/index.ts'
import type { RecordSignature } from '../../src/model/record.ts'
import { type Identity, identityOf, pemOf, signedPdf } from './signing.ts'

const at = new Date('2026-04-03T09:30:00Z')

let authority: Identity
let signer: Identity
let pdf: Awaited<ReturnType<typeof signedPdf>>

beforeAll(async () => {
  authority = await identityOf('Test Authority')
  signer = await identityOf('Łukasz Żółć', authority)
  pdf = await signedPdf(signer, { at })
})

async function verify(
  bytes: Uint8Array,
  { trusted = [], changed }: { trusted?: Uint8Array[]; changed?: string[] } = {},
): Promise<RecordSignature | undefined> {
  const changes = changed && { ...nothing, changedAfter: changed }
  const [told] = await verifySignatures(bytes, [pdf.signature], {
    trusted,
    changedSince: () => changes,
  })
  return told
}

const nothing = {
  changedAfter: [],
  overwrittenAfter: [],
  signedAfter: [],
  redrawnAfter: [],
  remarkedAfter: [],
}

const good = {
  field: 'sign',
  kind: 'digital',
  by: 'Łukasz Żółć',
  at: '2026-04-03T09:30:00.000Z',
  intact: true,
  coversWholeFile: true,
  unchecked: ['authority', 'revocation', 'time-stamp'],
}
const vouchedFor = { ...good, trusted: true, unchecked: ['revocation', 'time-stamp'] }

test('a file as it was signed', async () => {
  expect(await verify(pdf.bytes)).toEqual(good)
})

test('a file that a mail program put its letterhead before', async () => {
  const head = new TextEncoder().encode('Content-Type: application/pdf\r\n\r\n')
  const bytes = new Uint8Array([...head, ...pdf.bytes])
  const signature = { ...pdf.signature, start: head.length }
  expect(await verifySignatures(bytes, [signature])).toEqual([good])
})

test('a changed bit anywhere in the signed bytes or the signature is found', async () => {
  const [, start = 0, end = 0] = pdf.signature.byteRange ?? []
  const places = [0, 9, 100, start - 1, end, end + 10, pdf.bytes.length - 1]
  for (const place of places) {
    const bytes = pdf.bytes.slice()
    bytes[place] = (bytes[place] ?? 0) ^ 1
    expect((await verify(bytes))?.intact, `byte ${place}`).toBe(false)
  }
})

test('a damaged signature is broken, or vouched for as before: some bits of a certificate say nothing', async () => {
  const contents = pdf.signature.contents ?? new Uint8Array()
  const [, start = 0] = pdf.signature.byteRange ?? []
  const told: RecordSignature[] = []
  for (let place = 0; place < 1000; place += 7) {
    const damaged = contents.slice()
    damaged[place] = (damaged[place] ?? 0) ^ 0x10
    const bytes = pdf.bytes.slice()
    bytes.set(new TextEncoder().encode(Buffer.from(damaged).toString('hex')), start + 1)
    const signature = { ...pdf.signature, contents: damaged }
    told.push(...(await verifySignatures(bytes, [signature], { trusted: [pemOf(authority)] })))
  }
  expect(told.filter(({ intact }) => intact === false).length).toBeGreaterThan(20)
  const vouched = told.filter(({ trusted }) => trusted)
  expect(vouched).not.toEqual([])
  for (const one of vouched) expect(one).toEqual(vouchedFor)
})

describe('what comes after the signed part', () => {
  const added = (text: string): Uint8Array =>
    new Uint8Array(Buffer.concat([pdf.bytes, Buffer.from(text)]))

  test('is told, with the answers that changed', async () => {
    expect(await verify(added('6 0 obj\nnull\nendobj\n'), { changed: ['aims'] })).toEqual({
      ...good,
      coversWholeFile: false,
      changedAfter: ['aims'],
    })
  })
  test('is told when the changes are not known', async () => {
    expect(await verify(added('x'))).toEqual({ ...good, coversWholeFile: false })
  })
  test('does not matter when it is a line end', async () => {
    expect(await verify(added('\r\n'))).toEqual(good)
  })
})

describe('a range that leaves room for unsigned content', () => {
  test.each([
    ['begins later', (range: number[]) => [1, (range[1] ?? 0) - 1, range[2], range[3]]],
    [
      'has a gap beyond the string',
      (range: number[]) => [0, (range[1] ?? 0) - 20, range[2], range[3]],
    ],
    ['goes beyond the file', (range: number[]) => [0, range[1], range[2], (range[3] ?? 0) + 1]],
    ['has six numbers', (range: number[]) => [...range, 0, 0]],
    ['is absent', () => []],
    ['is not made of numbers', () => [0, Number.NaN, -1, 0.5]],
  ])('%s', async (_, change) => {
    const byteRange = change([...(pdf.signature.byteRange ?? [])]).map(Number)
    const [told] = await verifySignatures(pdf.bytes, [{ ...pdf.signature, byteRange }])
    expect(told?.intact).toBe(false)
  })
})

test('content that a signature brings along is not taken for the file', async () => {
  const attached = await signedPdf(signer, { at, attached: true })
  const [told] = await verifySignatures(attached.bytes, [attached.signature])
  expect(told?.intact).toBe(false)
})

test('a signature of the digest that it brings along is checked against the file', async () => {
  const old = await signedPdf(signer, { at, digest: true })
  const told = (bytes: Uint8Array) =>
    verifySignatures(bytes, [old.signature], { trusted: [pemOf(authority)] })
  expect(await told(old.bytes)).toEqual([{ ...vouchedFor, doubts: ['weak-digest'] }])
  const changed = old.bytes.slice()
  changed[20] = (changed[20] ?? 0) ^ 1
  expect(await told(changed)).toEqual([
    { field: 'sign', kind: 'digital', intact: false, coversWholeFile: true },
  ])
})

describe('authorities', () => {
  test('one that vouches for the signer', async () => {
    expect((await verify(pdf.bytes, { trusted: [pemOf(authority)] }))?.trusted).toBe(true)
    const der = new Uint8Array(authority.certificate.toSchema().toBER())
    expect((await verify(pdf.bytes, { trusted: [der] }))?.trusted).toBe(true)
  })
  test('one of the same name that does not', async () => {
    const impostor = await identityOf('Test Authority')
    expect((await verify(pdf.bytes, { trusted: [pemOf(impostor)] }))?.trusted).toBe(false)
  })
  test('a file that is no certificate vouches for nobody', async () => {
    expect((await verify(pdf.bytes, { trusted: [new Uint8Array([1, 2, 3])] }))?.trusted).toBe(false)
  })
  test('a certificate that had run out at the time of signing', async () => {
    const late = await signedPdf(await identityOf('Zoë', authority, { until: '2026-03-01' }), {
      at,
    })
    const [told] = await verifySignatures(late.bytes, [late.signature], {
      trusted: [pemOf(authority)],
    })
    expect(told).toMatchObject({ intact: true, trusted: false })
  })
})

test('a kind that cannot be checked is not called broken', async () => {
  const [told] = await verifySignatures(pdf.bytes, [
    { ...pdf.signature, subFilter: 'adbe.x509.rsa_sha1' },
  ])
  expect(told).toEqual({ field: 'sign', kind: 'digital', coversWholeFile: true })
})

test('a typed or drawn one is told as it is', async () => {
  const typed = { field: 'sign', kind: 'typed', by: 'Zoë' } as const
  expect(await verifySignatures(pdf.bytes, [typed, { field: 'other', kind: 'drawn' }])).toEqual([
    typed,
    { field: 'other', kind: 'drawn' },
  ])
})
