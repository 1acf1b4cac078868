import { PDFArray, PDFDict, type PDFDocument, PDFNumber, PDFString } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { FORM_FONT } from '../../src/pack/stamp/font/form-font.ts'
import { stamp } from '../../src/pack/stamp/index.ts'
import { config, printSample, sampleForm, templates } from '../stamp/sample.ts'
import { textOf } from './file/content.ts'
import { name, textIn } from './file/index.ts'
import { type Element, readStructure } from './file/structure.ts'
import { checkPdf, type rules } from './index.ts'
import { mutate, type Patient, put, remove } from './mutate.ts'

/** The sample as a form, as a document that is to be kept, and as PDF 2.0. */
const good: { form?: Uint8Array; document?: Uint8Array; pdf2?: Uint8Array } = {}

beforeAll(async () => {
  const context = { config, templates: await templates() }
  const printed = await printSample()
  const inPdf2 = { ...context, config: { ...config, pdf: '2.0' as const } }
  good.form = (await stamp(printed, sampleForm(), context)).pdf
  good.document = (await stamp(printed, { ...sampleForm(), fields: [] }, context)).pdf
  good.pdf2 = (await stamp(printed, sampleForm(), inPdf2)).pdf
}, 60_000)

test.each(['form', 'document', 'pdf2'] as const)('finds nothing in a good %s', async (kind) => {
  expect(await checkPdf(good[kind]!)).toEqual([])
})

/** For each rule a fault that only this rule finds. */
const faults: Record<keyof typeof rules, (patient: Patient) => void> = {
  'document-tagged': ({ catalog }) => remove(catalog, 'MarkInfo'),
  'document-language': ({ catalog }) => remove(catalog, 'Lang'),
  'title-shown': ({ catalog }) => remove(catalog, 'ViewerPreferences'),
  'metadata-title': ({ editMetadata }) => editMetadata(without(/<dc:title>.*<\/dc:title>/)),
  'metadata-pdfua': ({ editMetadata }) => editMetadata(without(/<pdfuaid:part>1<\/pdfuaid:part>/)),
  'metadata-pdfa': ({ editMetadata }) => editMetadata(without(/<pdfaid:part>3<\/pdfaid:part>/)),
  'metadata-extension': ({ editMetadata }) =>
    editMetadata(without(/<pdfaSchema:prefix>pdfuaid<\/pdfaSchema:prefix>/)),

  'ua2-identification': ({ editMetadata }) =>
    editMetadata(without(/<pdfuaid:rev>2024<\/pdfuaid:rev>/)),
  'ua2-declarations': ({ editMetadata }) => editMetadata(without(/wtpdf#reuse1\.0/)),
  'ua2-namespace': ({ element }) => remove(element('P').dict, 'NS'),
  'ua2-contents-target': ({ element }) => remove(element('TOCI').dict, 'Ref'),
  'ua2-link-in-reference': ({ pdf, element }) => {
    const { dict, ref } = element('Reference')
    const link = pdf.context.obj({ Type: 'StructElem', S: 'Link', P: ref ?? '' })
    const namespace = element('Link').dict.get(name('NS'))
    if (namespace) link.set(name('NS'), namespace)
    const kids = dict.lookup(name('K'), PDFArray).asArray()
    put(dict, 'K', pdf.context.obj([...kids, pdf.context.register(link)]))
  },
  'ua2-note': ({ element }) => remove(element('FENote').dict, 'Ref'),
  'ua2-destination': ({ catalog }) => {
    const bookmark = catalog.lookup(name('Outlines'), PDFDict).lookup(name('First'), PDFDict)
    remove(bookmark.lookup(name('A'), PDFDict), 'SD')
  },

  'role-map': ({ catalog }) => remove(catalog.lookup(name('StructTreeRoot'), PDFDict), 'RoleMap'),
  'role-map-standard': ({ catalog }) =>
    put(
      catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict),
      'P',
      'Span',
    ),
  'figure-alternative': ({ element }) => remove(element('Figure').dict, 'Alt'),
  expansion: ({ element }) => put(element('Span').dict, 'E', PDFString.of(' ')),
  'expansion-unmade': ({ element }) =>
    put(element('Span').dict, 'Alt', PDFString.of('expansion:human resources')),
  'figure-box': ({ element }) => remove(element('Figure').dict, 'A'),
  'alternative-nested': ({ element }) =>
    put(parentOf(element('Figure').dict), 'Alt', PDFString.of('A picture')),
  'note-tagged': ({ element }) => put(element('Note').dict, 'S', 'Div'),
  'note-link': ({ pdf, element }) => {
    const { dict, objects } = linkBackIn(element('Note'))
    put(dict, 'Alt', PDFString.of('1'))
    put(pdf.context.lookup(objects[0], PDFDict), 'Contents', PDFString.of('1'))
  },
  'note-id': ({ element }) => put(element('Strong').dict, 'S', 'Note'),
  'heading-order': ({ element }) => put(element('H2').dict, 'S', 'H4'),
  'list-item-parts': ({ element }) => put(element('LBody').dict, 'S', 'P'),
  'list-parts': ({ element }) => put(element('LI').dict, 'S', 'P'),
  'list-item-place': ({ element }) => put(element('L').dict, 'S', 'Div'),

  'list-label': ({ pdf, element }) => addKid(pdf, element('LI'), 'Lbl'),
  'list-numbering': ({ element }) => remove(parentOf(parentOf(element('Lbl').dict)), 'A'),
  'contents-parts': ({ element }) => put(element('TOCI').dict, 'S', 'Div'),
  'text-in-block': ({ element }) => put(element('P').dict, 'S', 'Div'),

  'table-parts': ({ element }) => put(element('Caption').dict, 'S', 'P'),
  'table-regular': ({ element }) => put(cellAttributes(element('TD').dict), 'ColSpan', 2),
  'header-scope': ({ element }) => remove(cellAttributes(element('TH').dict), 'Scope'),
  'header-repeated': ({ pdf, element }) => {
    const [text, head] = [element('Strong'), element('TH')]
    const parent = parentOf(text.dict)
    const kids = parent.lookup(name('K'), PDFArray).asArray()
    put(parent, 'K', pdf.context.obj(kids.filter((kid) => kid !== text.ref)))
    put(text.dict, 'P', head.ref ?? '')
    put(head.dict, 'K', pdf.context.obj([head.dict.lookup(name('K')), text.ref]))
  },
  'header-missing': ({ pdf, element }) => {
    const table = element('Table').dict
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      if (
        object instanceof PDFDict &&
        object.get(name('S')) === name('TH') &&
        isBelow(object, table)
      )
        put(object, 'S', 'TD')
  },
  'header-unknown': ({ pdf, element }) =>
    put(cellAttributes(element('TD').dict), 'Headers', pdf.context.obj([PDFString.of('none')])),

  'content-unmarked': ({ editContent }) => editContent((content) => `${content} 0 0 9 9 re f`),
  'artifact-in-tagged': ({ editContent }) =>
    editContent((content) => content.replace(/MCID \d+ ?>>\s*BDC/, '$& /Artifact BMC EMC')),
  'tagged-in-artifact': ({ editContent }) =>
    editContent((content) =>
      content.replace(/\/\w+ <<\/MCID \d+ ?>>\s*BDC[\s\S]*?EMC/, '/Artifact BMC $& EMC'),
    ),
  'word-break': ({ editContent }) =>
    editContent((content) =>
      content.replace(
        /MCID \d+ ?>>\s*BDC[^/]*\/\w+ [\d.]+ Tf[\s\S]*?TJ/,
        '$& 1 0 0 -1 0 9 Tm <001C> Tj',
      ),
    ),
  'words-apart': ({ pdf, editContent }) => {
    const expanded = readStructure(pdf).elements.find(
      ({ dict }) => textIn(dict, 'E') === 'before Christ',
    )
    const mcid = expanded?.contents[0]?.mcid
    editContent((content) =>
      content.replace(new RegExp(`(MCID ${mcid} ?>>\\s*BDC[\\s\\S]*?)(\\S+) Tm`), '$1 999 Tm'),
    )
  },
  'content-duplicate': ({ editContent, element }) =>
    editContent(
      (content) => `${content} /P <</MCID ${element('Figure').contents[0]?.mcid}>> BDC EMC`,
    ),
  'content-parent': ({ pdf, element }) => {
    contentParents(pdf.catalog).set(element('Figure').contents[0]?.mcid ?? 0, pdf.context.obj(null))
  },
  'content-missing': ({ pdf, element }) => {
    const { dict } = element('Figure')
    put(dict, 'K', pdf.context.obj([dict.lookup(name('K'), PDFNumber), 999]))
  },
  'annotation-struct-parent': ({ annotation }) => put(annotation('notes'), 'StructParent', 999),
  'element-parent': ({ element }) => put(element('H1').dict, 'P', element('H2').ref ?? ''),

  'tab-order': ({ pdf }) => remove(pdf.getPage(0).node, 'Tabs'),
  'link-element': ({ element }) => put(element('Link').dict, 'S', 'Span'),
  'link-description': ({ annotation }) => remove(annotation('Link'), 'Contents'),
  'link-readings': ({ annotation }) =>
    put(annotation('Link'), 'Contents', PDFString.of('Something else')),
  'link-lines': ({ pdf, element }) => {
    const { context, catalog } = pdf
    const { dict, ref, objects } = element('Link')
    const [first] = objects
    const again = context.lookup(first, PDFDict).clone(context)
    const againRef = context.register(again)
    put(again, 'StructParent', 9999)
    pdf.getPage(0).node.Annots()?.push(againRef)
    numbersOfParents(catalog).push(PDFNumber.of(9999))
    numbersOfParents(catalog).push(ref ?? again)
    const kids = dict.lookup(name('K'), PDFArray).asArray()
    put(dict, 'K', context.obj([...kids, { Type: 'OBJR', Obj: againRef, Pg: pdf.getPage(0).ref }]))
  },
  'link-sliver': ({ pdf, annotation }) =>
    put(annotation('Link'), 'Rect', pdf.context.obj([72, 700, 73.5, 712])),
  'link-quads': ({ pdf, annotation }) =>
    put(annotation('Link'), 'QuadPoints', pdf.context.obj([0, 20, 10, 20, 0, 9, 10, 9])),
  'widget-element': ({ element }) => put(element('Form').dict, 'S', 'Div'),
  'form-element': ({ pdf, element }) => addKid(pdf, element('Form'), 'Span'),
  tooltip: ({ annotation }) => remove(annotation('notes'), 'TU'),
  'annotation-printed': ({ annotation }) => put(annotation('notes'), 'F', 0),

  'field-name': ({ annotation }) => put(annotation('mail'), 'T', PDFString.of('notes')),
  'field-appearance': ({ annotation }) => remove(annotation('notes'), 'AP'),
  'field-font': ({ annotation }) => put(annotation('notes'), 'DA', PDFString.of('/Helv 10 Tf 0 g')),
  'field-actions': ({ pdf, annotation }) => put(annotation('notes'), 'AA', pdf.context.obj({})),
  'field-group-name': ({ pdf, form }) => {
    const groups = form.lookup(name('Fields'), PDFArray).asArray()
    const rate = groups
      .map((item) => pdf.context.lookup(item, PDFDict))
      .find((group) => String(group.get(name('T'))) === '(rate)')
    if (rate) remove(rate, 'TU')
  },
  'tooltip-contents': ({ annotation }) =>
    put(annotation('notes'), 'Contents', PDFString.of('Something else')),
  'tooltip-format': ({ annotation }) => reword(annotation('start'), 'Start'),
  'tooltip-option': ({ annotation }) => reword(annotation('every-week'), 'Every week'),
  'need-appearances': ({ form }) => put(form, 'NeedAppearances', true),

  'font-embedded': ({ font }) => remove(descriptorOf(font()), 'FontFile2'),
  'font-unicode': ({ font }) => remove(font(), 'ToUnicode'),
  'font-unicode-value': ({ pdf, font }) => {
    const cmap = textOf(font().lookup(name('ToUnicode'))).replace('<0020>', '<FEFF>')
    put(font(), 'ToUnicode', pdf.context.register(pdf.context.stream(cmap)))
  },
  'font-width': ({ font }) => remove(descendantOf(font()), 'W'),
  'font-unicode-blocks': ({ pdf, form }) => {
    const cmap = textOf(formFont(form).lookup(name('ToUnicode')))
    const oneBlock = cmap.replace('100 begin', '999 begin')
    put(formFont(form), 'ToUnicode', pdf.context.register(pdf.context.stream(oneBlock)))
  },
  'font-glyph-map': ({ font }) => remove(descendantOf(font()), 'CIDToGIDMap'),
  'font-notdef': ({ editContent }) =>
    editContent((content) => {
      const [printed] = /\/F\d+/.exec(content) ?? []
      return `${content} /Artifact BMC BT ${printed} 8 Tf <0000> Tj ET EMC`
    }),

  'output-intent': ({ catalog }) => remove(catalog, 'OutputIntents'),
  'file-identifier': ({ pdf }) => {
    delete pdf.context.trailerInfo.ID
  },
  'embedded-file': ({ catalog }) => remove(catalog, 'AF'),
  'active-content': ({ pdf, catalog }) => put(catalog, 'AA', pdf.context.obj({})),
}

test.each(Object.entries(faults))('finds %s', async (rule, breakIt) => {
  const kept = ['metadata-pdfa', 'metadata-extension', 'output-intent']
  const kind = rule.startsWith('ua2-') ? 'pdf2' : kept.includes(rule) ? 'document' : 'form'
  const broken = await mutate(good[kind]!, breakIt)
  const found = (await checkPdf(broken)).map((finding) => finding.rule)
  expect([...new Set(found)]).toEqual([rule])
})

function reword(widget: PDFDict, tooltip: string): void {
  for (const key of ['TU', 'Contents']) put(widget, key, PDFString.of(tooltip))
}

/** Adds an element that holds nothing. */
function addKid({ context }: PDFDocument, { dict, ref }: Element, type: string): void {
  const kid = context.register(context.obj({ Type: 'StructElem', S: type, P: ref }))
  const kids = dict.lookup(name('K'))
  put(
    dict,
    'K',
    context.obj([...(kids instanceof PDFArray ? kids.asArray() : [dict.get(name('K'))]), kid]),
  )
}

function parentOf(element: PDFDict): PDFDict {
  return element.lookup(name('P'), PDFDict)
}

function without(part: RegExp): (packet: string) => string {
  return (packet) => packet.replace(part, '')
}

function cellAttributes(cell: PDFDict): PDFDict {
  const attributes = cell.lookup(name('A'))
  return attributes instanceof PDFArray
    ? attributes.lookup(0, PDFDict)
    : cell.lookup(name('A'), PDFDict)
}

function isBelow(element: PDFDict, ancestor: PDFDict): boolean {
  const parent = element.lookup(name('P'))
  return parent === ancestor || (parent instanceof PDFDict && isBelow(parent, ancestor))
}

/** The parents of the first page's content, by its ids. */
function contentParents(catalog: PDFDict): PDFArray {
  return numbersOfParents(catalog).lookup(1, PDFArray)
}

function numbersOfParents(catalog: PDFDict): PDFArray {
  return catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookup(name('ParentTree'), PDFDict)
    .lookup(name('Nums'), PDFArray)
}

function linkBackIn(note: Element): Element {
  const found = [...note.kids, ...note.kids.flatMap(({ kids }) => kids)].find(
    ({ type }) => type === 'Link',
  )
  if (!found) throw new Error('The note has no link')
  return found
}

function formFont(form: PDFDict): PDFDict {
  return form
    .lookup(name('DR'), PDFDict)
    .lookup(name('Font'), PDFDict)
    .lookup(name(FORM_FONT), PDFDict)
}

function descendantOf(font: PDFDict): PDFDict {
  return font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
}

function descriptorOf(font: PDFDict): PDFDict {
  return descendantOf(font).lookup(name('FontDescriptor'), PDFDict)
}
