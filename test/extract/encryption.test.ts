import { PDFDocument } from 'pdf-lib'
import { describe, expect, test, vi } from 'vitest'
import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { form, textField } from './support/hand-made.ts'
import { bytesOf, textOf, writePdf } from './support/pdf-writer.ts'
import { project } from './support/project.ts'
import { hasQpdf, qpdf as rewrite } from './support/qpdf.ts'

// A loaded machine is slow, which is no fault.
vi.setConfig({ testTimeout: 120_000 })

const plain = writePdf(
  form({
    10: textField('a', '/V(Anna \\(x\\))'),
    11: textField('b', '/V<FEFF0141>'),
    12: textField('c', '/V()'),
  }),
)
const values = { a: ['Anna (x)'], b: ['Ł'], c: [] }
const qpdf = (...options: readonly string[]) => rewrite(plain, options)

const ciphers: Record<string, readonly string[]> = {
  'RC4, 40 bits': ['40', '--'],
  'RC4, 128 bits': ['128', '--use-aes=n', '--'],
  'RC4, 128 bits, crypt filters': ['128', '--use-aes=n', '--force-V4', '--'],
  'AES, 128 bits': ['128', '--use-aes=y', '--'],
  'AES, 128 bits, plain metadata': ['128', '--use-aes=y', '--cleartext-metadata', '--'],
  'AES, 256 bits, revision 5': ['256', '--force-R5', '--'],
  'AES, 256 bits': ['256', '--'],
  'AES, 256 bits, plain metadata': ['256', '--cleartext-metadata', '--'],
}

describe.skipIf(!hasQpdf).each(Object.entries(ciphers))('%s', (_, options) => {
  test('opens without a password where the user needs none', () => {
    expect(project(qpdf('--encrypt', '', 'owner', ...options))).toEqual({ values })
  })

  test('opens object streams', () => {
    const pdf = qpdf('--object-streams=generate', '--encrypt', '', 'owner', ...options)
    expect(project(pdf)).toEqual({ values })
  })

  test.each(['user', 'owner'])('opens with the password of the %s', (password) => {
    expect(project(qpdf('--encrypt', 'user', 'owner', ...options), password)).toEqual({ values })
  })

  test.each([
    ['password-needed', undefined],
    ['wrong-password', 'other'],
  ])('says %s', (reason, password) => {
    const pdf = qpdf('--encrypt', 'user', 'owner', ...options)
    expect(() => project(pdf, password)).toThrow(expect.objectContaining({ reason }))
  })

  test('opens when the cross-reference is lost', () => {
    const pdf = qpdf('--encrypt', '', 'owner', ...options)
    const broken = bytesOf(textOf(pdf).replace(/startxref\n\d+/, 'startxref\n1'))
    expect(project(broken)).toEqual({ values, fileProblems: ['startxref-wrong'] })
  })
})

test.each([
  ['an unknown handler', '/Filter/Other/V 4'],
  ['an unknown version', '/Filter/Standard/V 3'],
  ['an unknown crypt filter', '/Filter/Standard/V 4/R 4/StmF/StdCF/CF<</StdCF<</CFM/Other>>>>'],
])('refuses %s', (_, entries) => {
  const pdf = writePdf(form({}), { trailer: `/Encrypt<<${entries}>>` })
  expect(() => project(pdf)).toThrow(expect.objectContaining({ name: 'PdfError' }))
})

test('strings that a program left plain in an encrypted file are read as they stand', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  const field = document.getForm().createTextField('name')
  field.addToPage(document.getPage(0))
  field.setText('Zoë (Müller)')
  // The fork encrypts streams only.
  document.encrypt({ userPassword: '', ownerPassword: 'owner' })
  const { fields } = readFormFields(openPdf(await document.save({ useObjectStreams: false })))
  expect(fields.map(({ values, problems }) => ({ values, problems }))).toEqual([
    { values: ['Zoë (Müller)'], problems: [] },
  ])
})
