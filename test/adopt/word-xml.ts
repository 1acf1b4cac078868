import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file of the XML of its body, for what no library writes. */
export function wordOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all: Record<string, string> = {
    '_rels/.rels': relations({ r1: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}" xmlns:w14="w14" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  const files: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, text]) => [name, strToU8(text)]),
  )
  return zipSync(files)
}

export function relations(
  targets: Readonly<Record<string, readonly [type: string, target: string, mode?: string]>>,
): string {
  const all = Object.entries(targets).map(
    ([id, [type, target, mode]]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `<Relationships xmlns="${RELATIONS}">${all.join('')}</Relationships>`
}

export const p = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`

export const r = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`

const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`

const mark = (type: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`

/** A field of Word: its code, and what it shows. */
const field = (code: string, shown: string, data = ''): string =>
  `${mark('begin', data)}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('separate')}${shown}${mark('end')}`

/** A box to tick of a content control, and one to choose from. */
const control = (properties: string, shown: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${shown}</w:sdtContent></w:sdt>`

const textBox = (inside: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

/** Situations that people make with Word itself, each a file. */
export const wordXml: Readonly<Record<string, () => Uint8Array>> = {
  'content controls and form fields': () =>
    wordOf(
      [
        p(r('Home working request form')),
        p(
          `${r('Full name: ')}${control('<w:showingPlcHdr/><w:text/>', r('Click or tap here to enter text.'))}`,
        ),
        p(
          `${r('Start date: ')}${control('<w:showingPlcHdr/><w:date/>', r('Click to enter a date.'))}`,
        ),
        p(
          `${r('Reason? ')}${control('<w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/><w:listItem w:displayText="Care" w:value="1"/><w:listItem w:displayText="Travel" w:value="2"/></w:dropDownList>', r('Choose an item.'))}`,
        ),
        p(`${control('<w14:checkbox/>', r('☐'))}${r(' I have a desk')}`),
        p(`${r('Telephone: ')}${field('FORMTEXT', r('     '))}`),
        p(`${field('FORMCHECKBOX', '')}${r(' I have read the policy')}`),
        p(
          `<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r(' Yes ')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r(' No')}`,
        ),
        p(
          `${r('Dear ')}${field('MERGEFIELD First_Name \\* MERGEFORMAT', r('«First_Name»'))}${r(',')}`,
        ),
      ].join(''),
    ),
  'text boxes and nested tables': () =>
    wordOf(
      [
        p(r('Fire policy')),
        p(`${r('In case of fire, leave.')}${textBox(p(r('Call 999 first.')))}`),
        `<w:tbl><w:tblPr/>${row(cell(p(r('Who'))), cell(p(r('Duties'))))}${row(cell(p(r('Warden'))), cell(`${p(r('Counts heads.'))}<w:tbl>${row(cell(p(r('Floor 1'))), cell(p(r('Ada'))))}</w:tbl>`))}</w:tbl>`,
      ].join(''),
    ),
  'a paragraph whose end was deleted': () =>
    wordOf(
      [
        p(r('Dress policy')),
        p(r('Wear what is'), '<w:rPr><w:del w:id="1" w:author="Ada"/></w:rPr>'),
        p(`${r('safe.')}<w:moveFrom w:id="2" w:author="Ada">${r('Not shorts.')}</w:moveFrom>`),
        p(`<w:moveTo w:id="3" w:author="Ada">${r('Not shorts.')}</w:moveTo>`),
      ].join(''),
    ),
  'rows over several columns': () =>
    wordOf(
      [
        p(r('Travel policy')),
        `<w:tbl>${row(cell(p(r('Class'))), cell(p(r('Limit'))))}${row(cell(`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('By train'))}`))}${row(cell(p(r('Standard'))), cell(p(r('£50'))))}${row(cell(`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('By air'))}`))}${row(cell(p(r('Economy'))), cell(p(r('£200'))))}</w:tbl>`,
      ].join(''),
    ),
}
