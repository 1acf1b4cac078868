import { Ajv } from 'ajv'
import { PDFDict, type PDFDocument, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import { verifySignatures } from '../../src/forms/signatures/index.ts'
import type { Field } from '../../src/model/field.ts'
import type { DraftRecord, RecordSignature } from '../../src/model/record.ts'
import { recordSchema } from '../../src/pack/outputs/record-schema.ts'
import { formOf } from '../validate/support.ts'
import { plainForm } from '../verify/plain-form.ts'
import { signField, updateFile } from '../verify/sign-field.ts'
import {
  type CmsOptions,
  type Identity,
  identityOf,
  pemOf,
  signedPdf,
  signingCertificateOf,
} from '../verify/signing.ts'

const fields: Field[] = [
  { type: 'text', name: 'mentee.name', label: 'Mentee’s name', required: true },
  { type: 'text', name: 'mentee.wish', label: 'Mentee’s wish', required: false },
  { type: 'text', name: 'mentor.name', label: 'Mentor’s name', required: false },
  { type: 'text', name: 'aims', label: 'Aims', required: false },
  { type: 'text', name: 'notes', label: 'Notes', required: false },
  { type: 'date', name: 'mentor.signedOn', label: 'Date', required: false },
  { type: 'signature', name: 'mentee.signature', label: 'Mentee’s signature', required: true },
  {
    type: 'signature',
    name: 'mentor.signature',
    label: 'Mentor’s signature',
    required: false,
    date: 'mentor.signedOn',
  },
]
const form = formOf(fields)
const { properties } = recordSchema(form)
const isOfSchema = new Ajv().compile((properties as Record<string, object>).signatures ?? false)
const at = new Date('2026-04-03T09:30:00Z')

let authority: Identity
let mentee: Identity
let mentor: Identity
let signed: Uint8Array

beforeAll(async () => {
  authority = await identityOf('Test Authority')
  mentee = await identityOf('Zoë', authority)
  mentor = await identityOf('Ελένη', authority)
  const answers = {
    ...{ 'mentee.name': 'Zoë', 'mentee.wish': '', 'mentor.name': '' },
    ...{ aims: 'Learn', notes: '', 'mentor.signedOn': '' },
  }
  const blank = await plainForm(answers, ['mentee.signature', 'mentor.signature'])
  signed = await signField(blank, 'mentee.signature', mentee)
})

describe('each signature is judged by what came after it, whoever signed that', () => {
  const turn = { 'mentor.name': 'Eleni', 'mentor.signedOn': '2026-04-03' }
  test.each<[string, Record<string, string>, string, string[]]>([
    ['the date of the later one', { 'mentor.signedOn': '2026-04-03' }, 'complete', []],
    [
      'the answers of the one who signs later',
      turn,
      'complete',
      ['info Mentee’s signature was made before somebody else answered “Mentor’s name” and signed'],
    ],
    [
      'an answer that is nobody’s, where there was none',
      { notes: 'None' },
      'complete',
      [
        'warning Mentee’s signature is older than the answer to “Notes”; make sure that the signer agrees with it',
      ],
    ],
    [
      'an answer where there was another one',
      { aims: 'Leave', ...turn },
      'incomplete',
      [
        'error Mentee’s signature does not hold for the answer to “Aims”, which was another one or none when it was made; ask for the form to be signed again',
        'info Mentee’s signature was made before somebody else answered “Mentor’s name” and signed',
      ],
    ],
    [
      'an answer of the one who had signed',
      { 'mentee.wish': 'To pay' },
      'incomplete',
      [
        'error Mentee’s signature does not hold for the answer to “Mentee’s wish”, which was another one or none when it was made; ask for the form to be signed again',
      ],
    ],
  ])('%s', async (_, answers, status, messages) => {
    const changed = await updateFile(signed, (pdf) => {
      for (const [name, answer] of Object.entries(answers)) {
        const field = dictOf(pdf, name)
        field.set(PDFName.of('V'), PDFString.of(answer))
        // As programs do that leave the drawing to whoever shows the file.
        field.delete(PDFName.of('AP'))
      }
    })
    const draft = await read(await signField(changed, 'mentor.signature', mentor))
    expect(draft.messages.map(({ severity, message }) => `${severity} ${message}`)).toEqual(
      messages,
    )
    expect(draft.status).toBe(status)
  })
})

describe('what pages show is what was signed, though somebody signs again', () => {
  const otherwise =
    'Mentee’s signature was made when page 1 looked otherwise; ask for the form to be signed again'
  const attacks: Readonly<Record<string, (pdf: PDFDocument) => unknown>> = {
    'other words on the page': (pdf) => {
      const words = pdf.context.stream('BT (My employment ends today.) Tj ET')
      pdf.getPage(0).node.set(PDFName.of('Contents'), pdf.context.register(words))
    },
    'another font for the words': (pdf) => {
      const fonts = pdf.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
      for (const name of fonts?.keys() ?? [])
        fonts?.lookup(name, PDFDict).set(PDFName.of('BaseFont'), PDFName.of('Symbol'))
    },
    'a page in the place of another': (pdf) => {
      pdf.insertPage(0)
    },
    'a smaller page': (pdf) => pdf.getPage(0).setCropBox(0, 0, 595, 700),
    'a box that is hidden': (pdf) => dictOf(pdf, 'aims').set(PDFName.of('F'), PDFNumber.of(2)),
    'a box that is moved': (pdf) =>
      dictOf(pdf, 'aims').set(PDFName.of('Rect'), pdf.context.obj([0, 0, 9, 9])),
    'another look of the signature': (pdf) => {
      const look = pdf.context.register(pdf.context.stream('0 0 9 9 re f'))
      dictOf(pdf, 'mentee.signature').set(PDFName.of('AP'), pdf.context.obj({ N: look }))
    },
    'layers that hide something': (pdf) =>
      pdf.catalog.set(PDFName.of('OCProperties'), pdf.context.obj({ OCGs: [], D: {} })),
  }
  test.each(Object.entries(attacks))('%s', async (_, attack) => {
    const changed = await updateFile(signed, attack)
    const draft = await read(await signField(changed, 'mentor.signature', mentor))
    expect(draft.messages.map(({ message }) => message)).toContain(otherwise)
    expect(draft.status).toBe('incomplete')
    expect(draft.signatures[0]).toMatchObject({ intact: true, redrawnAfter: [0] })
    expect(isOfSchema(draft.signatures)).toBe(true)
  })

  test('a note that was added is told as one', async () => {
    const changed = await updateFile(signed, (pdf) => {
      const note = { Type: 'Annot', Subtype: 'Text', Rect: [300, 20, 320, 40] }
      const annotation = pdf.context.obj({ ...note, Contents: PDFString.of('Not valid') })
      pdf.getPage(0).node.addAnnot(pdf.context.register(annotation))
    })
    const draft = await read(await signField(changed, 'mentor.signature', mentor))
    expect(draft.messages.map(({ message }) => message)).toContain(
      'Mentee’s signature was made before something was written or drawn on page 1; make sure that the signer agrees with it',
    )
  })
})

describe('whose a signature is', () => {
  test('one signature in two boxes is that of one at most', async () => {
    const both = await updateFile(signed, (pdf) => {
      const signature = dictOf(pdf, 'mentee.signature').get(PDFName.of('V'))
      if (signature) dictOf(pdf, 'mentor.signature').set(PDFName.of('V'), signature)
    })
    const { messages, status } = await read(both)
    expect(messages.map(({ message }) => message)).toContain(
      'Mentor’s signature is the very same signature as “Mentee’s signature”; ask each of them to sign for themselves',
    )
    expect(status).toBe('incomplete')
  })

  test('one certificate in two boxes is told', async () => {
    const { messages, signatures } = await read(await signField(signed, 'mentor.signature', mentee))
    expect(messages.map(({ message }) => message)).toEqual([
      'Mentor’s signature was made with the same certificate as “Mentee’s signature”; make sure that both are meant to be signed by one person',
    ])
    expect(signatures[1]?.sameSignerAs).toEqual(['mentee.signature'])
  })

  test('a name is a claim where no authority is given, told once', async () => {
    const both = await signField(signed, 'mentor.signature', mentor)
    const { messages, status } = await read(both, [])
    expect(messages.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'info Anybody can make a certificate in any name, so that “Zoë” and “Ελένη” signed is only what the file claims; give the certificate of the authority that you trust by `--trust` to have it checked',
    ])
    expect(status).toBe('complete')
  })
})

describe('a certificate must be fit to sign documents', () => {
  const server = '1.3.6.1.5.5.7.3.1'
  const client = '1.3.6.1.5.5.7.3.2'
  const code = '1.3.6.1.5.5.7.3.3'
  const mail = '1.3.6.1.5.5.7.3.4'
  test.each<[string, Parameters<typeof identityOf>[2], RecordSignature['doubts']]>([
    ['digital signatures', { usage: 0b1000_0000 }, undefined],
    ['what cannot be denied', { usage: 0b0100_0000 }, undefined],
    ['encryption only', { usage: 0b0010_0000 }, ['not-for-signing']],
    ['other certificates only', { usage: 0b0000_0110 }, ['not-for-signing']],
    ['a web server', { usage: 0b1010_0000, purposes: [server, client] }, ['not-for-signing']],
    ['programs', { purposes: [code] }, ['not-for-signing']],
    ['e-mail', { usage: 0b1100_0000, purposes: [client, mail] }, undefined],
    ['a short key', { rsaBits: 1024 }, ['weak-key']],
    ['a long key', { rsaBits: 2048 }, undefined],
    ['run out, though the signer claims a time before', { until: '2026-06-01' }, ['expired']],
    ['of a time after the claimed one', { from: '2026-05-01' }, ['not-yet-valid']],
  ])('%s', async (_, options, doubts) => {
    const told = await verify(await identityOf('Zoë', authority, options), { at })
    expect(told).toMatchObject({ intact: true, trusted: !doubts || doubts[0] === 'weak-key' })
    expect(told?.doubts).toEqual(doubts)
  })

  test('a digest that can be forged', async () => {
    const told = await verify(mentee, { at, hash: 'SHA-1' })
    expect(told).toMatchObject({ intact: true, doubts: ['weak-digest'] })
  })
})

describe('a signature must say what it signs, by whom', () => {
  const contentType = '1.2.840.113549.1.9.3'
  const messageDigest = '1.2.840.113549.1.9.4'
  test.each<[string, () => Promise<Partial<CmsOptions> & { trailing?: string }> | object, boolean]>(
    [
      ['as it should', () => ({}), true],
      ['its certificate', async () => ({ more: [await signingCertificateOf(mentee)] }), true],
      [
        'the certificate of another',
        async () => ({ more: [await signingCertificateOf(mentor)] }),
        false,
      ],
      ['no kind of content', () => ({ without: [contentType] }), false],
      ['no digest', () => ({ without: [messageDigest] }), false],
      ['two signers', () => ({ signers: 2 }), false],
      ['none of its certificates', () => ({ brings: mentor.certificate }), false],
      ['content of its own', () => ({ attached: true }), false],
      ['bytes behind it', () => ({ trailing: 'abcdef' }), false],
    ],
  )('%s', async (_, options, intact) => {
    expect((await verify(mentee, { at, ...(await options()) }))?.intact).toBe(intact)
  })

  test('a gap elsewhere than at its own contents', async () => {
    const { bytes, signature } = await signedPdf(mentee, { at })
    const [, gap = 0] = signature.byteRange ?? []
    const intactAt = async (contentsStart: number): Promise<boolean | undefined> =>
      (await verifySignatures(bytes, [{ ...signature, contentsStart }]))[0]?.intact
    expect(await intactAt(gap)).toBe(true)
    expect(await intactAt(gap - 20)).toBe(false)
  })
})

async function verify(
  signer: Identity,
  options: Parameters<typeof signedPdf>[1],
): Promise<RecordSignature | undefined> {
  const { bytes, signature } = await signedPdf(signer, options)
  const now = new Date('2026-11-22')
  const [told] = await verifySignatures(bytes, [signature], { trusted: [pemOf(authority)], now })
  return told
}

async function read(bytes: Uint8Array, trusted = [pemOf(authority)]): Promise<DraftRecord> {
  const known = { definitions: [form], publishedHashes: new Set<string>() }
  const outcome = await readForm(bytes, { file: 'a.pdf', known, trusted })
  if (outcome.status === 'unreadable') throw new Error(outcome.messages[0]?.message)
  // The form is plain, without the marks by which those of a pack are known.
  const messages = outcome.draft.messages.filter(({ rule }) => rule !== 'form-guessed')
  return { ...outcome.draft, messages }
}

function dictOf(pdf: PDFDocument, name: string): PDFDict {
  return pdf.getForm().getField(name).acroField.dict
}
