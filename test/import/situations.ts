import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { sealDefinition } from '../../src/contracts/definition.ts'
import {
  archiveRecord,
  build,
  eraseRecords,
  findRecord,
  type ImportOptions,
  importForms,
  openRecords,
} from '../../src/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { eml, zip } from '../containers/writers.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdfLib } from '../flatteners/pdf-lib.ts'
import { printPages } from '../paper/completed.ts'
import { pdfOf, type Scanner, scan } from '../paper/scan.ts'
import type { ProjectCopy } from '../support/project-copy.ts'
import { signField, updateField } from '../verify/sign-field.ts'
import { type Identity, identityOf, pemOf } from '../verify/signing.ts'

/** A built project of its own, in which `completed.pdf` lies completed. */
export interface Scene extends ProjectCopy {
  /** Path of the completed form. */
  readonly file: string
}

/** How a completed form comes back, and what is asked of the import beside the usual. */
interface Situation {
  prepare?(scene: Scene): unknown
  options?(scene: Scene): Partial<ImportOptions>
}

/** The golden of what a situation is told, by its path beside this file. */
export function toldFile(situation: string): string {
  return `told/${situation.replaceAll(' ', '-')}.txt`
}

/** From the harmless to the hostile. */
export const situations: Readonly<Record<string, Situation>> = {
  'as it was filled in': {},

  'as it was handed out': {
    prepare: ({ file, options: { out } }) => copyFileSync(join(out, 'kite-loan.pdf'), file),
  },

  'no such file': { options: ({ folder }) => ({ paths: [join(folder, 'nothing.pdf')] }) },
  'an empty file': { prepare: ({ file }) => writeFileSync(file, '') },
  'another kind of file': {
    prepare: ({ file }) => writeFileSync(file, 'Dear HR, see attached.'),
  },
  'a form in an archive in an e-mail': {
    prepare: ({ file }) => {
      const form = { name: 'kite-loan.pdf', bytes: readFileSync(file) }
      writeFileSync(file, eml(zip(form)).bytes)
    },
  },
  'a form in an archive that is attached to a letter': {
    prepare: async ({ file }) => {
      const letter = await PDFDocument.create()
      letter.addPage()
      const { name, bytes } = zip({ name: 'kite-loan.pdf', bytes: readFileSync(file) })
      await letter.attach(bytes, name, { mimeType: 'application/zip' })
      writeFileSync(file, await letter.save())
    },
  },
  'a folder with e-mails': {
    prepare: ({ folder, file }) => {
      mkdirSync(join(folder, 'completed'))
      const form = { name: 'kite-loan.pdf', bytes: readFileSync(file) }
      const photo = { name: 'photo.jpg', bytes: Buffer.from('ffd8ffe0', 'hex') }
      writeFileSync(join(folder, 'completed/with.eml'), eml(form, photo).bytes)
      writeFileSync(join(folder, 'completed/without.eml'), eml(photo).bytes)
      writeFileSync(join(folder, 'completed/photo.jpg'), photo.bytes)
    },
    options: ({ folder }) => ({ paths: [join(folder, 'completed')] }),
  },
  'a form on paper': { prepare: (scene) => scanPages(scene, [0, 1]) },
  'pages of two forms on paper in an odd order': {
    prepare: (scene) => scanPages(scene, [0, 0, 1, 1]),
  },
  'a form on paper that was keyed with a fault': {
    prepare: async (scene) => {
      await scanPages(scene, [0, 1])
      const { config, out } = scene.options
      const { toKey } = await importForms({ paths: [scene.file], config })
      const definition = readFileSync(join(out, 'forms/kite-loan.form.json'), 'utf8')
      const { id, hash } = JSON.parse(definition)
      const answers = { 'borrower.age': { value: 'old', method: 'keyed' } }
      const task = { id: toKey?.forms[0]?.task, form: { id, hash }, answers }
      writeFileSync(scene.file, JSON.stringify({ policypackKeyed: 1, tasks: [task] }))
    },
  },
  'what was keyed of a form that is not here': {
    prepare: ({ file }) => {
      const task = { id: '0123456789abcdef', form: { id: 'kite-loan', hash: 'f'.repeat(64) } }
      const tasks = [{ ...task, answers: {} }]
      writeFileSync(file, JSON.stringify({ policypackKeyed: 1, tasks }))
    },
  },
  'an unknown PDF that runs something': {
    prepare: async ({ file }) => {
      const pdf = await PDFDocument.create()
      pdf.addPage()
      pdf.addJavaScript('greet', 'app.alert("Hello")')
      writeFileSync(file, await pdf.save())
    },
  },
  'too large a file': { options: () => ({ limits: { maxBytes: 1000 } }) },
  'a file that takes too long': { options: () => ({ limits: { maxMs: 1 } }) },
  'a damaged file': {
    prepare: ({ file }) => writeFileSync(file, '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\n'),
  },
  'a file without its end': {
    prepare: ({ file }) => {
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.subarray(0, bytes.length - 2000))
    },
  },
  'something before the beginning': {
    prepare: ({ file }) =>
      writeFileSync(file, Buffer.concat([Buffer.from('From: Zoe\n\n'), readFileSync(file)])),
  },
  'a damaged list of parts': {
    prepare: async ({ file }) => {
      await edited(file, () => {})
      const bytes = readFileSync(file)
      bytes.write('????', bytes.lastIndexOf('xref\n0'))
      writeFileSync(file, bytes)
    },
  },
  'a file with a password': {
    prepare: ({ file }) => edited(file, (pdf) => pdf.encrypt({ userPassword: 'secret' })),
  },

  'a PDF that is no form': {
    prepare: async ({ file }) => {
      const pdf = await PDFDocument.create()
      pdf.addPage().drawText('Dear HR')
      writeFileSync(file, await pdf.save())
    },
  },
  'the whole pack': {
    prepare: ({ file, options }) => copyFileSync(join(options.out, 'pack.pdf'), file),
  },
  'an archived copy of a record': {
    prepare: async ({ file, folder, options }) => {
      const [records, forms] = [join(folder, 'records'), join(options.out, 'forms')]
      let id = ''
      await importForms({
        paths: [file],
        config: options.config,
        onResult: ({ record }) => {
          id = record?.id ?? ''
        },
      })
      writeFileSync(file, await archiveRecord({ ...(await findRecord(records, id)), forms }))
    },
  },
  'a form of another organisation': {
    prepare: ({ options: { config } }) =>
      writeFileSync(config, readFileSync(config, 'utf8').replace('Fernhill', 'Marshgate')),
  },
  'a form that is not known here': {
    prepare: ({ folder, options: { out } }) => {
      rmSync(join(out, 'forms/kite-loan.form.json'))
      rmSync(join(folder, 'published-forms.json'))
    },
  },
  'a form of an earlier version': {
    prepare: async ({ folder, options }) => {
      const content = join(folder, 'content/kite-loan.md')
      writeFileSync(content, readFileSync(content, 'utf8').replace('1.0.0', '1.1.0'))
      await build(options)
    },
  },
  'a file without its marks': {
    prepare: ({ file }) => edited(file, removeMarks),
  },
  'a file that says nowhere which form it is': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        removeMarks(pdf)
        for (const { node } of pdf.getPages()) node.delete(PDFName.of('Contents'))
      }),
  },
  'a layout that was not published': {
    prepare: ({ folder, options: { out } }) => {
      rmSync(join(folder, 'published-forms.json'))
      const path = join(out, 'forms/kite-loan.form.json')
      const { questions, hash, ...known }: FormDefinition = JSON.parse(readFileSync(path, 'utf8'))
      const other = sealDefinition({ ...known, widgets: known.widgets.toReversed() })
      writeFileSync(path, JSON.stringify(other))
    },
  },
  'words that the form does not print': {
    prepare: ({ file }) =>
      edited(file, (pdf) =>
        pdf.getPage(0).drawText('I agree that my employment ends today', { x: 70, y: 60, size: 9 }),
      ),
  },
  'another definition inside': {
    prepare: ({ file }) =>
      edited(file, ({ context }) => {
        for (const [ref, object] of context.enumerateIndirectObjects())
          if (object instanceof PDFRawStream && nameIn(object.dict, 'Type') === '/EmbeddedFile')
            context.assign(ref, context.flateStream('{}', { Type: 'EmbeddedFile' }))
      }),
  },
  'a definition that cannot be read': {
    prepare: ({ options: { out } }) => writeFileSync(join(out, 'forms/other.form.json'), '{'),
  },
  'a list of published forms that is no JSON': {
    prepare: ({ folder }) => writeFileSync(join(folder, 'published-forms.json'), '[{"id": '),
  },
  'a list of published forms that cannot be opened': {
    prepare: ({ folder }) => {
      rmSync(join(folder, 'published-forms.json'))
      mkdirSync(join(folder, 'published-forms.json'))
    },
  },
  'a configuration that cannot be read': {
    prepare: ({ options: { config } }) => writeFileSync(config, '{"organisation": {'),
  },
  'a folder with other files': {
    prepare: ({ folder }) => {
      mkdirSync(join(folder, 'completed'))
      for (let number = 1; number <= 12; number++)
        writeFileSync(join(folder, 'completed', `scan-${String(number).padStart(2, '0')}.jpg`), '')
    },
    options: ({ folder }) => ({ paths: [join(folder, 'completed')] }),
  },
  'the configuration of others with a byte order mark': {
    prepare: ({ options: { config } }) =>
      writeFileSync(config, '\ufeff{"organisation": {"name": "Fernhill"}}\r\n'),
  },

  'another question': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'borrower.age').set(PDFName.of('TU'), PDFString.of('Shoe size'))
      }),
  },
  'a field taken away': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        const form = pdf.getForm()
        form.removeField(form.getField('borrower.mail'))
      }),
  },
  'a field renamed': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'borrower.age').set(PDFName.of('T'), PDFString.of('years'))
      }),
  },
  'a field added': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        const field = pdf.getForm().createTextField('thanks')
        field.setText('Thank you')
        field.addToPage(pdf.getPage(0), { x: 400, y: 60, width: 100, height: 16 })
      }),
  },
  'two answers in one field': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        const { context } = pdf
        const second = context.obj({ FT: 'Tx', T: PDFString.of('age'), V: PDFString.of('52') })
        fieldDict(pdf, 'borrower.age').delete(PDFName.of('AP'))
        const parent = fieldDict(pdf, 'borrower.age').lookup(PDFName.of('Parent'), PDFDict)
        parent.lookup(PDFName.of('Kids'), PDFArray).push(context.register(second))
      }),
  },
  'a second form inside': {
    prepare: ({ file }) =>
      edited(file, ({ catalog, context }) => {
        const xml =
          '<xfa:data xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><place>A beach</place></xfa:data>'
        const form = catalog.lookup(PDFName.of('AcroForm'), PDFDict)
        form.set(PDFName.of('XFA'), context.register(context.flateStream(xml)))
      }),
  },
  'an answer that is shown otherwise': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'borrower.age').set(PDFName.of('V'), PDFString.of('81'))
      }),
  },
  'an answer that is longer than its box': {
    prepare: async ({ file }) => {
      const value = 'On the long hill behind the mill, where the wind comes in from the sea. '
      const entry = { name: 'place', kind: 'text', value: value.repeat(20).trim() } as const
      writeFileSync(file, await pdfjs.fill(new Uint8Array(readFileSync(file)), [entry]))
    },
  },
  'a script inside': {
    prepare: async ({ file }) =>
      edited(file, async (pdf) => {
        pdf.addJavaScript('greet', 'app.alert("Hello")')
        await pdf.attach(Buffer.from('MZ'), 'invoice.exe')
      }),
  },
  'characters that were lost': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'place').set(PDFName.of('V'), PDFHexString.fromText('The \ufffd\ufffd hill'))
      }),
  },
  'text in an unnamed encoding': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'place').set(
          PDFName.of('V'),
          PDFHexString.of(Buffer.from('Zoë on the hill').toString('hex')),
        )
      }),
  },
  'an option that is none': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'colour').set(PDFName.of('V'), PDFString.of('Purple'))
      }),
  },
  'a form printed to a PDF': {
    prepare: async ({ file }) => writeFileSync(file, await pdfLib.flatten(readFileSync(file))),
  },
  'notes on a page': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        addNote(pdf, { Subtype: 'Text', Contents: PDFString.of('We would rather meet on Fridays') })
        addNote(pdf, { Subtype: 'Highlight' })
      }),
  },
  'a note on an anonymous form': {
    prepare: async ({ folder, file, options }) => {
      writeFileSync(join(folder, 'content/kite-survey.md'), survey)
      await build(options)
      copyFileSync(join(options.out, 'kite-survey.pdf'), file)
      await edited(file, (pdf) =>
        addNote(pdf, { Subtype: 'Text', Contents: PDFString.of('Yours, Zoë') }),
      )
    },
  },
  'one page of a form printed to a PDF': {
    prepare: async ({ file }) => {
      const pdf = await PDFDocument.load(await pdfLib.flatten(readFileSync(file)))
      pdf.removePage(1)
      writeFileSync(file, await pdf.save())
    },
  },

  'a signature of somebody unknown': {
    prepare: async ({ folder, file }) => {
      await signed(file)
      writeFileSync(join(folder, 'authority.pem'), pemOf(await identityOf('Fernhill Clinic')))
    },
    options: ({ folder }) => ({ trust: [join(folder, 'authority.pem')] }),
  },
  'an answer that was changed after signing': {
    prepare: async ({ file }) => {
      await signed(file)
      const changed = await updateField(readFileSync(file), 'place', (field) =>
        field.set(PDFName.of('V'), PDFString.of('The beach')),
      )
      writeFileSync(file, changed)
    },
  },
  'an answer that was added after signing': {
    prepare: async ({ file }) => {
      await signed(file)
      const changed = await updateField(readFileSync(file), 'promise', (field) =>
        answer(field, 'To keep it dry'),
      )
      writeFileSync(file, changed)
    },
  },
  'a certificate that is not for signing': {
    prepare: async ({ file }) => {
      const web = await identityOf('kites.example', undefined, { purposes: [SERVER] })
      await signed(file, web)
    },
  },
  'two parties that sign one after the other': {
    prepare: async (scene) => {
      await signedPact(scene)
      const answered = await updateField(readFileSync(scene.file), 'flyer.promise', (field) =>
        answer(field, 'To keep it dry'),
      )
      const flyer = await identityOf('Zoë')
      writeFileSync(scene.file, await signField(answered, 'flyer.signature', flyer))
    },
  },
  'one certificate in the boxes of two parties': {
    prepare: async (scene) => {
      const lender = await signedPact(scene)
      const file = readFileSync(scene.file)
      writeFileSync(scene.file, await signField(file, 'flyer.signature', lender))
    },
  },
  'one signature in the boxes of two parties': {
    prepare: async (scene) => {
      await signedPact(scene)
      const file = await updateField(readFileSync(scene.file), 'flyer.signature', (field, pdf) => {
        const signature = fieldDict(pdf, 'lender.signature').get(PDFName.of('V'))
        if (signature) field.set(PDFName.of('V'), signature)
      })
      writeFileSync(scene.file, file)
    },
  },
  'a signed file in which a byte was changed': {
    prepare: async ({ file }) => {
      await signed(file)
      const bytes = readFileSync(file)
      bytes.write('Q', bytes.indexOf('%PDF-') + '%PDF-1.7\n%'.length)
      writeFileSync(file, bytes)
    },
  },
  'a signature of a kind that is not known': {
    prepare: async ({ file }) => {
      await signed(file)
      const bytes = readFileSync(file)
      bytes.write('adbe.pkcs7.unheard', bytes.lastIndexOf('adbe.pkcs7.detached'))
      writeFileSync(file, bytes)
    },
  },

  'the same file twice': {
    prepare: ({ folder, file }) => {
      const copy = join(folder, 'second.pdf')
      writeFileSync(copy, readFileSync(file))
    },
    options: bothFiles,
  },
  'a correction': {
    prepare: async ({ folder, file }) => {
      const copy = join(folder, 'second.pdf')
      writeFileSync(copy, readFileSync(file))
      await edited(copy, (pdf) => {
        answer(fieldDict(pdf, 'borrower.age'), '42')
      })
    },
    options: bothFiles,
  },
  'a file whose record was erased': {
    prepare: async ({ file, options }) => {
      const { to } = await importForms({ paths: [file], config: options.config })
      const { entries } = await openRecords({ config: options.config })
      const records = entries.map(({ record }) => record)
      await eraseRecords(to, { records, on: '2026-11-29', why: 'request' })
    },
  },
  'an earlier version that comes later': {
    prepare: async ({ folder, file }) => {
      const copy = join(folder, 'second.pdf')
      writeFileSync(copy, readFileSync(file))
      await edited(file, (pdf) => pdf.setModificationDate(new Date('2026-02-03T09:00:00Z')))
      await edited(copy, (pdf) => {
        pdf.setModificationDate(new Date('2026-01-05T09:00:00Z'))
        answer(fieldDict(pdf, 'borrower.age'), '42')
      })
    },
    options: bothFiles,
  },
  'somebody else of the same name': {
    prepare: async ({ folder, file }) => {
      const copy = join(folder, 'second.pdf')
      writeFileSync(copy, readFileSync(file))
      await edited(copy, (pdf) => {
        answer(fieldDict(pdf, 'borrower.mail'), 'zoe.vale@example.net')
      })
    },
    options: bothFiles,
  },
  'a contradictory file sent again': {
    prepare: async ({ folder, file }) => {
      const copy = join(folder, 'second.pdf')
      writeFileSync(copy, readFileSync(file))
      await edited(file, (pdf) => {
        const look = fieldDict(pdf, 'borrower.mail').get(PDFName.of('AP'))
        fieldDict(pdf, 'borrower.age').set(PDFName.of('AP'), look ?? PDFName.of('None'))
      })
    },
    options: bothFiles,
  },
  'a key that was corrected': {
    prepare: async ({ folder, file, options }) => {
      writeFileSync(join(folder, 'content/kite-return.md'), dated)
      await build(options)
      const blank = readFileSync(join(options.out, 'kite-return.pdf'))
      const days = { [file]: 'next week', [join(folder, 'second.pdf')]: '2026-11-30' }
      for (const [path, day] of Object.entries(days)) {
        writeFileSync(path, blank)
        await edited(path, (pdf) => {
          answer(fieldDict(pdf, 'name'), 'Zoë Vale')
          answer(fieldDict(pdf, 'day'), day)
        })
      }
    },
    options: bothFiles,
  },
  'characters that nobody can see': {
    prepare: ({ file }) =>
      edited(file, (pdf) => {
        fieldDict(pdf, 'place').set(
          PDFName.of('V'),
          PDFHexString.fromText('\ufeffThe \u202ehi\u00adll\u200b'),
        )
      }),
  },
  'a damaged record': {
    prepare: ({ folder }) => {
      mkdirSync(join(folder, 'records/kite-loan'), { recursive: true })
      writeFileSync(join(folder, `records/kite-loan/${'0'.repeat(32)}.json`), '{"values":')
    },
  },
}

function bothFiles({ folder, file }: Scene): Partial<ImportOptions> {
  return { paths: [file, join(folder, 'second.pdf')] }
}

/** A form of which each day has a record. */
const dated = `---
id: kite-return
kind: form
title: Kite return
version: 1.0.0
recordKey: [name, day]
---

::field[Your name]{#name required}
::field[Day]{#day type=date required}
`

/** A form that says of nobody who filled it in. */
const survey = `---
id: kite-survey
kind: form
title: Kite survey
version: 1.0.0
sensitive: anonymous
---

::field[Was it windy?]{#wind type=choice options="Yes|No"}
`

/** A form that two people sign. */
const pact = `---
id: kite-pact
kind: form
title: Kite pact
version: 1.0.0
---

::field[What do you lend?]{#lender.kite}
::field[What do you promise?]{#flyer.promise}
::signature[Lender's signature]{#lender.signature required}
::signature[Flyer's signature]{#flyer.signature required}
`

/** The purpose of certificates of web servers (RFC 5280, 4.2.1.12). */
const SERVER = '1.3.6.1.5.5.7.3.1'

/** Has the first of two people sign their form. */
async function signedPact({ folder, file, options }: Scene): Promise<Identity> {
  writeFileSync(join(folder, 'content/kite-pact.md'), pact)
  await build(options)
  copyFileSync(join(options.out, 'kite-pact.pdf'), file)
  await edited(file, (pdf) => {
    answer(fieldDict(pdf, 'lender.kite'), 'The red one')
  })
  const lender = await identityOf('Łukasz')
  writeFileSync(file, await signField(readFileSync(file), 'lender.signature', lender))
  return lender
}

/** Has somebody, as a rule Zoë, sign in a field that is added for it. */
async function signed(file: string, signer?: Identity): Promise<void> {
  await edited(file, (pdf) => {
    const { context } = pdf
    const field = context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', Rect: [20, 20, 40, 40] },
      ...{ FT: 'Sig', T: PDFString.of('Signature1') },
    })
    const reference = context.register(field)
    pdf.getForm().acroForm.addField(reference)
    pdf.getPage(0).node.addAnnot(reference)
  })
  const zoe = signer ?? (await identityOf('Zoë'))
  writeFileSync(file, await signField(readFileSync(file), 'Signature1', zoe))
}

function addNote(pdf: PDFDocument, note: Readonly<Record<string, string | PDFString>>): void {
  const { context } = pdf
  const annotation = context.obj({ Type: 'Annot', Rect: [20, 20, 40, 40], ...note })
  pdf.getPage(0).node.addAnnot(context.register(annotation))
}

function removeMarks({ catalog, context }: PDFDocument): void {
  for (const key of ['Metadata', 'Names', 'AF']) catalog.delete(PDFName.of(key))
  delete context.trailerInfo.ID
}

async function edited(file: string, edit: (pdf: PDFDocument) => unknown): Promise<void> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  await edit(pdf)
  writeFileSync(file, await pdf.save({ updateFieldAppearances: false, useObjectStreams: false }))
}

function fieldDict(pdf: PDFDocument, name: string): PDFDict {
  return pdf.getForm().getField(name).acroField.dict
}

function nameIn(dict: PDFDict, key: string): string {
  return String(dict.get(PDFName.of(key)))
}

/** Answers as a program does that leaves the drawing to whoever shows the file. */
function answer(field: PDFDict, text: string): void {
  field.set(PDFName.of('V'), PDFHexString.fromText(text))
  field.delete(PDFName.of('AP'))
}

/** A scan of blank pages of the form, counted from 0. */
async function scanPages({ file, options: { out } }: Scene, of: readonly number[]): Promise<void> {
  const pages = await printPages(readFileSync(join(out, 'kite-loan.pdf')))
  const office: Scanner = { name: 'office', dpi: 150, depth: 'gray', jpeg: 70, skew: 0.8 }
  const scanned = of.map((page, index) => scan(pages[page]!, office, index))
  writeFileSync(file, await pdfOf(await Promise.all(scanned)))
}
