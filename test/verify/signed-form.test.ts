import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import type { Field } from '../../src/model/field.ts'
import type { DraftRecord } from '../../src/model/record.ts'
import { formOf } from '../validate/support.ts'
import { plainForm } from './plain-form.ts'
import { signField, updateField } from './sign-field.ts'
import { type Identity, identityOf, pemOf } from './signing.ts'

const fields: Field[] = [
  { type: 'text', name: 'name', label: 'Mentee’s full name', required: true },
  { type: 'text', name: 'aims', label: 'What do you hope for?', required: false },
  { type: 'signature', name: 'mentee', label: 'Mentee’s signature', required: true },
  { type: 'signature', name: 'mentor', label: 'Mentor’s signature', required: true },
]
const form = formOf(fields)

let authority: Identity
let signed: Uint8Array

beforeAll(async () => {
  authority = await identityOf('Test Authority')
  const mentee = await identityOf('Łukasz Żółć', authority)
  signed = await signField(await filledForm(), 'mentee', mentee)
})

test('two people sign one after the other', async () => {
  const both = await signField(signed, 'mentor', await identityOf('Ελένη', authority))
  const { status, signatures, messages } = await read(both)
  expect(messages).toEqual([])
  expect(status).toBe('complete')
  const facts = {
    kind: 'digital',
    at: '2026-04-03T09:30:00.000Z',
    intact: true,
    trusted: true,
    unchecked: ['revocation', 'time-stamp'],
  }
  const later = { coversWholeFile: false, changedAfter: [], signedAfter: ['mentor'] }
  expect(signatures).toEqual([
    { field: 'mentee', by: 'Łukasz Żółć', ...later, ...facts },
    { field: 'mentor', by: 'Ελένη', coversWholeFile: true, ...facts },
  ])
})

describe('an answer that is changed after signing is named', () => {
  test('when the file was not signed again', async () => {
    expect(rulesOf(await read(await change(signed)))).toEqual([
      'value-shown-otherwise',
      'signature-overtaken',
      'signature-missing',
    ])
  })

  test('when somebody else signed after the change', async () => {
    const both = await signField(
      await change(signed),
      'mentor',
      await identityOf('Ελένη', authority),
    )
    const draft = await read(both)
    expect(draft.values).toEqual({ name: 'Łukasz Żółć', aims: 'Something else' })
    expect(draft.messages.map(({ message }) => message)).toEqual([
      'The file stores “Something else” as the answer to “What do you hope for?”, and its page shows “Learn from experience”; ask which one is meant',
      'Mentee’s signature does not hold for the answer to “What do you hope for?”, which was another one or none when it was made; ask for the form to be signed again',
    ])
  })
})

test('a signature beside the boxes of the form is verified and takes the place of none', async () => {
  const draft = await read(
    await signField(signed, 'Signature1', await identityOf('Ελένη', authority)),
  )
  expect(draft.messages.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'signature-missing: Mentor’s signature is missing; sign in the box: draw it, type the name, or use a digital signature',
    "field-extra: The file has a digital signature “Signature1” by “Ελένη” in none of the form's own boxes; it is valid",
  ])
  expect(draft.signatures.at(-1)).toMatchObject({
    field: 'Signature1',
    intact: true,
    trusted: true,
  })
})

test('a name that a program wrote into the box is a typed signature', async () => {
  const file = await PDFDocument.load(await filledForm())
  const box = file
    .getForm()
    .getFields()
    .find((field) => field.getName() === 'mentee')
  box?.acroField.dict.set(PDFName.of('V'), PDFString.of('Lukasz'))
  const { signatures } = await read(await file.save({ updateFieldAppearances: false }))
  expect(signatures).toEqual([{ field: 'mentee', kind: 'typed', by: 'Lukasz' }])
})

test('a changed byte of an answer breaks the signature', async () => {
  const bytes = Buffer.from(signed)
  const text = Buffer.from('Learn from experience', 'utf16le').swap16().toString('hex')
  const place = bytes.indexOf(text.toUpperCase())
  expect(place).toBeGreaterThan(0)
  bytes[place + 3] = 'D'.charCodeAt(0)
  const draft = await read(new Uint8Array(bytes))
  expect(rulesOf(draft)).toEqual(['value-shown-otherwise', 'signature-broken', 'signature-missing'])
  expect(draft.status).toBe('incomplete')
})

async function read(bytes: Uint8Array): Promise<DraftRecord> {
  const known = { definitions: [form], publishedHashes: new Set<string>() }
  const outcome = await readForm(bytes, { file: 'a.pdf', known, trusted: [pemOf(authority)] })
  if (outcome.status === 'unreadable') throw new Error(outcome.messages[0]?.message)
  // The form is plain, without the marks by which those of a pack are known.
  const messages = outcome.draft.messages.filter(({ rule }) => rule !== 'form-guessed')
  return { ...outcome.draft, messages }
}

function rulesOf({ messages }: DraftRecord): string[] {
  return messages.map(({ rule }) => rule)
}

/** The form, filled in, with its two empty signature fields and one that somebody added. */
function filledForm(): Promise<Uint8Array> {
  const answers = { name: 'Łukasz Żółć', aims: 'Learn from experience' }
  return plainForm(answers, ['mentee', 'mentor', 'Signature1'])
}

/** Another answer, in an update at the end of the file. */
async function change(pdf: Uint8Array): Promise<Uint8Array> {
  return updateField(pdf, 'aims', (field) =>
    field.set(PDFName.of('V'), PDFString.of('Something else')),
  )
}
