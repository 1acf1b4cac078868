import { PDFBool, PDFDict, PDFHexString, PDFStream, PDFString } from 'pdf-lib'
import { inherited, name, textIn } from '../file/index.ts'
import type { Rule } from '../rule.ts'

/** Fields that any program can fill in (ISO 32000-1, 12.7; ISO 19005-3, 6.4.1). */
export const fieldRules = {
  'field-name': {
    source: 'ISO 32000-1, 12.7.3.2',
    check: ({ fields }) =>
      fields.map(({ name }) => name).filter((own, at, all) => all.indexOf(own) !== at),
  },
  'field-appearance': {
    source: 'ISO 19005-3, 6.3.3',
    *check({ fields }) {
      for (const field of fields)
        for (const widget of field.widgets) if (!hasAppearance(widget)) yield field.name
    },
  },
  'field-font': {
    source: 'ISO 32000-1, 12.7.3.3',
    *check({ form, fields }) {
      const fonts = form?.lookupMaybe(name('DR'), PDFDict)?.lookupMaybe(name('Font'), PDFDict)
      for (const field of fields) {
        if (!isVariableText(field.dict)) continue
        const appearance = inherited(field.dict, 'DA') ?? form?.lookup(name('DA'))
        const text =
          appearance instanceof PDFString || appearance instanceof PDFHexString
            ? appearance.decodeText()
            : ''
        const font = /\/(\S+)\s+\S+\s+Tf/.exec(text)?.[1]
        if (!font || !fonts?.has(name(font))) yield field.name
      }
    },
  },
  'field-actions': {
    source: 'ISO 19005-3, 6.4.1',
    check: ({ fields }) =>
      fields
        .filter(({ dict, widgets }) =>
          [dict, ...widgets].some((item) => item.has(name('A')) || item.has(name('AA'))),
        )
        .map((field) => field.name),
  },
  'need-appearances': {
    source: 'ISO 19005-3, 6.4.1',
    check: ({ form }) =>
      form?.lookup(name('NeedAppearances')) === PDFBool.True ? ['AcroForm'] : [],
  },
  'field-group-name': {
    source: '7.18.1',
    check: ({ fields }) =>
      fields
        .filter(({ dict }) => dict.has(name('Kids')) && !textIn(dict, 'TU'))
        .map((field) => field.name),
  },
} satisfies Record<string, Rule>

/** A picture for each state of a button, and one for anything else. */
function hasAppearance(widget: PDFDict): boolean {
  const normal = widget.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
  if (inherited(widget, 'FT') !== name('Btn')) return normal instanceof PDFStream
  const states = normal instanceof PDFDict ? normal.keys() : []
  const hasOn = states.some((state) => state !== name('Off'))
  return hasOn && states.includes(name('Off')) && widget.has(name('AS'))
}

function isVariableText(dict: PDFDict): boolean {
  const type = inherited(dict, 'FT')
  return type === name('Tx') || type === name('Ch')
}
