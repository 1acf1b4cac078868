import { PDFDocument } from 'pdf-lib'
import { describe, expect, test, vi } from 'vitest'
import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { PdfRef, PdfStream } from '../../src/pdf/objects.ts'
import { passwordEncodings } from '../../src/pdf/passwords.ts'
import { form, textField } from './support/hand-made.ts'
import { bytesOf, streamObject, textOf, writePdf } from './support/pdf-writer.ts'
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

  test.each(['Größe', 'a€b', 'пароль', 'cafe\u0301', 'a\u00a0b', 'a\u00adb'])(
    'opens with the password %j, however it was written',
    (password) => {
      const pdf = qpdf('--encrypt', password, 'owner', ...options)
      expect(project(pdf, password)).toEqual({ values })
    },
  )

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

test('passwords of 256 bits are prepared as the standard wants', () => {
  const prepared = passwordEncodings('ﬁ\u00a0\u00adx').map((bytes) =>
    new TextDecoder().decode(bytes),
  )
  expect(prepared).toEqual(['fi x', 'ﬁ\u00a0\u00adx'])
})

describe('a file whose attachments alone are encrypted', () => {
  const filters = '/CF<</StdCF<</CFM/AESV2>>>>/EFF/StdCF'
  const keys = `/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>`
  const objects = {
    10: textField('a', '/V(Anna)'),
    20: streamObject('/Type/EmbeddedFile', 'sealed'),
    30: `<</Filter/Standard/V 4/R 4/Length 128/P -4${keys}${filters}>>`,
  }
  const file = openPdf(writePdf(form(objects, { listed: [10] }), { trailer: '/Encrypt 30 0 R' }))

  test('gives its answers without the password', () => {
    const { fields } = readFormFields(file)
    expect(fields.map(({ values: [value] }) => value)).toEqual(['Anna'])
  })

  test('does not give the attachments', () => {
    const stream = file.objects.resolve(new PdfRef(20, 0))
    expect(stream instanceof PdfStream && file.objects.streamData(stream)).toEqual({
      bytes: new Uint8Array(),
      isDamaged: true,
    })
  })
})
