import { expect, test } from 'vitest'
import {
  claimedName,
  claimsOfForm,
  claimsOfPack,
  fileIdentifier,
  nameInIdentifier,
  readClaims,
  writeClaims,
  XMP_NAMESPACE,
} from '../../src/contracts/claims.ts'
import { findFormMarks, footLine, namesForm } from '../../src/contracts/foot-line.ts'
import { type FormName, namesLayout, namesQuestions } from '../../src/contracts/form-name.ts'
import { contentWith } from '../extract/support/page.ts'
import { everyField, formOf } from '../validate/support.ts'

const form = formOf(everyField)
const moved = formOf(everyField, { pages: 2 })
const reworded = formOf(everyField, { title: 'Another form' })

/** How each place names a form, from what was written there. */
const places: Readonly<Record<string, (one: typeof form) => FormName | undefined>> = {
  metadata: (one) => claimedName(readClaims(packetOf(writeClaims(claimsOfForm(one))))),
  'the file identifier': (one) => nameInIdentifier(fileIdentifier(one)),
  'the foot of a page': (one) => findFormMarks([pageWith(footLine(one))])[0],
}

test.each(Object.entries(places))('%s names the form, its layout and its questions', (_, named) => {
  const name = named(form)
  if (!name) throw new Error('No form is named')
  expect([form, moved, reworded].map((one) => namesLayout(name, one))).toEqual([true, false, false])
  expect([form, moved, reworded].map((one) => namesQuestions(name, one))).toEqual([
    true,
    true,
    false,
  ])
})

/** How files of old name a form, by one hash. */
const oldPlaces: Readonly<Record<string, FormName | undefined>> = {
  metadata: claimedName({ formId: form.id, formVersion: form.version, formHash: form.hash }),
  'the file identifier': nameInIdentifier(form.hash.slice(0, 32)),
  'the foot of a page': findFormMarks([
    pageWith(`${form.id} ${form.version} · ${form.hash.slice(0, 12)}`),
  ])[0],
}

test.each(Object.entries(oldPlaces))('%s of old names the form', (_, name) => {
  if (!name) throw new Error('No form is named')
  expect([form, moved].map((one) => namesLayout(name, one))).toEqual([true, false])
  expect([form, moved].map((one) => namesQuestions(name, one))).toEqual([false, false])
})

test('the line at the foot tells id and version as well', () => {
  const { id, version } = form
  expect(namesForm(footLine(form))).toBe(true)
  expect(findFormMarks([pageWith(footLine(form))])).toMatchObject([{ id, version, page: 0 }])
})

test('claims are read back as they were written', () => {
  const claims = { ...claimsOfForm(form), formId: 'a <b> & "c"' }
  expect(readClaims(packetOf(writeClaims(claims)))).toEqual(claims)
  const pack = claimsOfPack([form, reworded])
  expect(readClaims(packetOf(writeClaims(pack)))).toEqual({ packForms: 'test-form test-form' })
})

test('claims are read where another program has written them anew', () => {
  const xmp = `<rdf:Description xmlns:ns1='${XMP_NAMESPACE}' ns1:formId="kite-loan" ns1:formVersion='1.0.0'/>`
  expect(readClaims(xmp)).toEqual({ formId: 'kite-loan', formVersion: '1.0.0' })
})

test.each(['', 'a', form.hash.slice(0, 63), `${form.hash}0`, form.hash.toUpperCase()])(
  'the hash `%s` names no form',
  (formHash) => {
    expect(claimedName({ formHash })).toBeUndefined()
  },
)

function packetOf(elements: string): string {
  return `<rdf:Description xmlns:policypack="${XMP_NAMESPACE}">${elements}</rdf:Description>`
}

function pageWith(line: string) {
  return contentWith(`BT /F 3 Tf 10 10 Td (${line.replaceAll('·', '\\267')}) Tj ET`)
}
