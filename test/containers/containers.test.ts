import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isContainer, lookInside, whatItIs } from '../../src/containers/index.ts'
import type { Wrapped } from './writers.ts'
import * as as from './writers.ts'

const form: Wrapped = { name: 'contract.pdf', bytes: pdfOf(9000) }
const other: Wrapped = { name: 'goals.pdf', bytes: pdfOf(700) }
const zoe: Wrapped = { name: 'Zoë’s form.pdf', bytes: pdfOf(5000) }
const photo: Wrapped = { name: 'photo.jpg', bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }

test.each<[Wrapped, string]>([
  [
    as.eml(form),
    'an e-mail, not a PDF; “contract.pdf” is in it: open it in your mail program and save “contract.pdf”, and import it',
  ],
  [
    as.eml(form, other),
    'an e-mail, not a PDF; “contract.pdf” and “goals.pdf” are in it: open it in your mail program and save “contract.pdf” and “goals.pdf”, and import them',
  ],
  [
    as.emlInPieces(zoe),
    'an e-mail, not a PDF; “Zoë’s form.pdf” is in it: open it in your mail program and save “Zoë’s form.pdf”, and import it',
  ],
  [
    as.eml(as.zip(photo, form)),
    'an e-mail, not a PDF; “contract.pdf” is in “forms.zip” (a ZIP archive) in it: open it in your mail program and save “forms.zip”, then unpack it and take out “contract.pdf”, and import it',
  ],
  [
    as.forwarded(as.eml(form)),
    'an e-mail, not a PDF; “contract.pdf” is in “Zoë’s form” (an e-mail) in it: open it in your mail program and save “Zoë’s form”, then open it in your mail program and save “contract.pdf”, and import it',
  ],
  [
    as.mbox(as.eml(photo), as.eml(form)),
    'a mailbox, not a PDF; “contract.pdf” is in “Zoë’s form” (an e-mail) in it: open it in a mail program such as Thunderbird and find “Zoë’s form”, then open it in your mail program and save “contract.pdf”, and import it',
  ],
  [
    as.zip(form),
    'a ZIP archive, not a PDF; “contract.pdf” is in it: unpack it and take out “contract.pdf”, and import it',
  ],
  [
    as.storedZip(form),
    'a ZIP archive, not a PDF; “contract.pdf” is in it: unpack it and take out “contract.pdf”, and import it',
  ],
  [
    as.lockedZip(form),
    'a ZIP archive, not a PDF; “contract.pdf” is in it: unpack it and take out “contract.pdf”, and import it',
  ],
  [
    as.word(form),
    'a Word document, not a PDF; “contract.pdf” is in it: open it in Word, double-click “contract.pdf” in it, and save what opens as a PDF, and import it',
  ],
  [
    as.openDocument(form),
    'an OpenDocument file, not a PDF; “contract.pdf” is in it: open it in LibreOffice, double-click',
  ],
  [
    as.msg(zoe),
    'an e-mail of Outlook, not a PDF; “Zoë’s form.pdf” is in it: open it in Outlook and save “Zoë’s form.pdf”, and import it',
  ],
  [
    as.msg(as.zip(form)),
    'an e-mail of Outlook, not a PDF; “contract.pdf” is in “forms.zip” (a ZIP archive) in it: open it in Outlook and save “forms.zip”, then unpack it and take out “contract.pdf”, and import it',
  ],
  [
    as.tnef(photo, form),
    'a winmail.dat of Outlook, not a PDF; “contract.pdf” is in it: open the e-mail that it came with in Outlook and save “contract.pdf”, or ask',
  ],
  [
    as.eml(as.tnef(form)),
    'an e-mail, not a PDF; “contract.pdf” is in “winmail.dat” (a winmail.dat of Outlook) in it',
  ],
  [as.tar(photo, form), 'a tar archive, not a PDF; “contract.pdf” is in it'],
  [
    as.gzip(form),
    'a packed file (gzip), not a PDF; “contract.pdf” is in it: unpack it and take out “contract.pdf”, and import it',
  ],
  [
    as.gzip(as.tar(form)),
    'a packed file (gzip), not a PDF; “contract.pdf” is in “forms.tar” (a tar archive) in it',
  ],
  [
    as.p7m(form),
    'a signed message (S/MIME or CMS), not a PDF; a PDF is in it: open it in your mail program, or in the program that checks such signatures, and save the PDF, and import it',
  ],
  [
    as.p7mInPieces(as.eml(form)),
    'a signed message (S/MIME or CMS), not a PDF; “contract.pdf” is in it: open it in your mail program, or',
  ],
  [as.inBase64(form), 'a text in the writing of e-mail (base64), not a PDF; a PDF is in it: save'],
  [
    as.inBase64(as.zip(form)),
    'a text in the writing of e-mail (base64), not a PDF; “contract.pdf” is in a ZIP archive in it',
  ],
])('a form that is wrapped is told with the way to it: %#', ({ bytes }, says) => {
  expect(whatItIs(bytes)).toContain(`The file is ${says}`)
  expect(isContainer(bytes)).toBe(true)
  expect(lookInside(bytes).holdsPdf).toBe(true)
})

test.each<[Uint8Array, string]>([
  [
    as.eml(photo).bytes,
    'an e-mail, not a PDF, and no PDF is in it, only “photo.jpg” (a picture); where it shows a form on paper, scan or photograph that again, nearer, flat and sharp, with the codes in its corners, as PDF, JPEG or PNG; otherwise ask for the form itself, filled in as a PDF file',
  ],
  [
    as.eml(as.word()).bytes,
    'an e-mail, not a PDF, and no PDF is in it, only “letter.docx” (a Word document); ask for the form as a PDF file',
  ],
  [as.eml().bytes, 'an e-mail, not a PDF, and no PDF is in it; ask for the form as a PDF file'],
  [as.zip().bytes, 'a ZIP archive, not a PDF'],
  [as.word().bytes, 'a Word document, not a PDF; ask for the form as a PDF file'],
  [bytesOf('Rar!\x1a\x07\x01\0'), 'a RAR archive, not a PDF; unpack it and import the PDF from it'],
  [
    bytesOf("7z\xbc\xaf'\x1c\0\x04"),
    'a 7-Zip archive, not a PDF; unpack it and import the PDF from it',
  ],
  [
    bytesOf('%FDF-1.2\n1 0 obj'),
    'a data file of a PDF form (FDF), not a PDF; it has answers at most and no form',
  ],
  [
    bytesOf('<?xml version="1.0"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/">'),
    'a data file of a PDF form (XFDF)',
  ],
  [bytesOf('{"name": "Zoe"}'), 'a data file (JSON)'],
  [
    bytesOf('[InternetShortcut]\r\nURL=https://example.org/form.pdf'),
    'a link to a file, without the file',
  ],
  [bytesOf('-----BEGIN PGP MESSAGE-----\n\nhQ'), 'an encrypted message'],
  [
    bytesOf('\xff\xd8\xff\xe0JFIF %PDF-1.7'),
    'a picture, not a PDF; a PDF is in it: ask for the PDF as a file of its own',
  ],
  [
    bytesOf('<html><a href="data:application/pdf;base64,JVBERi0xLjc">'),
    'a web page, not a PDF; a PDF is in it',
  ],
  [
    bytesOf('{\\rtf1 {\\object\\objdata 255044462d312e37'),
    'a document of a word processor, not a PDF; a PDF is in it',
  ],
])('a file without a form to get out is told as what it is: %#', (bytes, says) => {
  expect(whatItIs(bytes)).toContain(`The file is ${says}`)
})

test.each<[string, () => Uint8Array]>([
  ['a hundred archives in each other', () => nested(100, as.zip)],
  ['a hundred e-mails in each other', () => nested(100, as.forwarded)],
  [
    'a bomb',
    () =>
      zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.txt': new Uint8Array(90_000_000) }) }) }),
  ],
  [
    'many bombs',
    () =>
      as.zip(
        ...Array.from({ length: 15 }, (_, index) => ({
          name: `${index}.zip`,
          bytes: as.zip({ name: 'a.pdf.zip', bytes: new Uint8Array(9_000_000).fill(80) }).bytes,
        })),
      ).bytes,
  ],
  [
    'an archive of many files',
    () =>
      as.zip(
        ...Array.from({ length: 3000 }, (_, index) => ({
          name: `${index}`,
          bytes: new Uint8Array(0),
        })),
      ).bytes,
  ],
  [
    'an e-mail of many parts',
    () =>
      bytesOf(
        `From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(4_000_000)}`,
      ),
  ],
  [
    'an e-mail whose head never ends',
    () => bytesOf(`From: a\nSubject: ${'; a="'.repeat(4_000_000)}`),
  ],
  ['a mailbox of many e-mails', () => bytesOf('From a\nSubject: b\n\n'.repeat(1_000_000))],
  [
    'a tar archive of many files',
    () =>
      bytesOf(
        Buffer.from(as.tar({ name: 'a', bytes: new Uint8Array(0) }).bytes.subarray(0, 512))
          .toString('latin1')
          .repeat(40_000),
      ),
  ],
  [
    'a compound file that leads back to itself',
    () =>
      new Uint8Array(10_000_000).map(
        (_, i) => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][i] ?? 0,
      ),
  ],
  [
    'an endless signature',
    () =>
      bytesOf(`0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02${'\xa0\x80'.repeat(5_000_000)}`),
  ],
])('looking into %s ends', (_, make) => {
  expect(whatItIs(make()).length).toBeLessThan(500)
})

test.each(Object.entries(as).filter(([, wrap]) => typeof wrap === 'function'))(
  'a file of %s that is cut or spoiled anywhere is told all the same',
  (_, wrap) => {
    const { bytes } = wrap(as.eml(form))
    for (let cut = 1; cut < bytes.length; cut += Math.ceil(bytes.length / 40)) {
      const spoiled = bytes.map((byte, at) => (at === cut ? byte ^ 0xff : byte))
      expect(whatItIs(bytes.subarray(0, cut))).toMatch(/^The file is /)
      expect(whatItIs(spoiled)).toMatch(/^The file is /)
    }
  },
)

function nested(depth: number, wrap: as.Wrap): Uint8Array {
  let file: Wrapped = as.eml(form)
  for (let count = 0; count < depth; count++) file = wrap(file)
  return file.bytes
}

/** Bytes that cannot be packed much, behind the beginning of a PDF. */
function pdfOf(length: number): Uint8Array {
  const rest = Uint8Array.from({ length }, (_, index) => (Math.sin(index) * 1e6) & 0xff)
  return new Uint8Array([...strToU8('%PDF-1.7\n'), ...rest])
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
