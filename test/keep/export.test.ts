import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exportRecords } from '../../src/forms/record/index.ts'
import type { FormRecord, RecordValue } from '../../src/model/record.ts'
import { draftOf, sha256 } from './support.ts'

function recordOf(values: Record<string, RecordValue>, formId = 'mentoring-contract'): FormRecord {
  const { raw: _, confidence: __, messages: ___, ...draft } = draftOf('Zoë')
  return {
    ...draft,
    form: { ...draft.form, id: formId },
    values,
    signatures: [{ field: 'sign', kind: 'digital', by: 'Zoë', intact: true }],
    source: {
      file: 'a.pdf',
      sha256: sha256('a'),
      bytes: 1,
      method: 'fields',
      importedAt: '2026-11-22T09:30:00.000Z',
    },
    messages: [],
  }
}

const values = {
  name: 'Łukasz “李小龍” 💥',
  formula: '=HYPERLINK("x")',
  minus: -1.5,
  agreed: true,
  blank: null,
  flags: ['time', 'other'],
  actions: [{ due: '2026-12-01', note: 'two\nlines, "quoted"' }],
}

test('CSV: values by dotted names, formulas disarmed, numbers as numbers', () => {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    exportRecords([recordOf(values), recordOf({ more: '@x' })], 'csv'),
  )
  const id = draftOf('Zoë').id
  expect(csv).toBe(
    '\ufeffRecord,Form,Version,Status,Supersedes,Superseded by,To be confirmed against,File,Imported at,Method,Uncertain,name,formula,minus,agreed,blank,flags,actions.1.due,actions.1.note,Signature: sign,more\r\n' +
      `${id},mentoring-contract,1.0.0,complete,,,,a.pdf,2026-11-22T09:30:00.000Z,fields,,Łukasz “李小龍” 💥,"'=HYPERLINK(""x"")",-1.5,true,,"time; other",2026-12-01,"two\nlines, ""quoted""","digital, intact, Zoë",\r\n` +
      `${id},mentoring-contract,1.0.0,complete,,,,a.pdf,2026-11-22T09:30:00.000Z,fields,,,,,,,,,,"digital, intact, Zoë",'@x\r\n`,
  )
})

test.each(['=', '+', '-', '@', '\t', '\r', '＝'])(
  'a text that starts with %j is disarmed',
  (start) => {
    const csv = strFromU8(exportRecords([recordOf({ text: `${start}1+1` })], 'csv'))
    expect(csv).toContain(`'${start}1+1`)
  },
)

test.each(['x;=cmd', 'x; =cmd', 'x\n=cmd', 'x\t@cmd'])(
  'a text in which Excel may end a cell before a formula is disarmed: %j',
  (text) => {
    const csv = strFromU8(exportRecords([recordOf({ text })], 'csv'))
    expect(csv).toMatch(/x[;\n\t] ?'[=@]cmd/)
    expect(csv).not.toMatch(/[;\n\t] ?[=@]cmd/)
  },
)

test('a text with a sign inside stays as it is', () => {
  const csv = strFromU8(exportRecords([recordOf({ text: 'a=b; c+d - e@f' })], 'csv'))
  expect(csv).toContain('a=b; c+d - e@f')
})

test('a signature, whatever its field is called, takes no other column', () => {
  const signature = { field: 'Status', kind: 'digital', by: 'Zoë', intact: true } as const
  const csv = strFromU8(exportRecords([{ ...recordOf({}), signatures: [signature] }], 'csv'))
  expect(csv).toContain(',complete,')
  expect(csv).toContain(',Signature: Status\r\n')
})

test('JSON: the records as they are', () => {
  const records = [recordOf(values)]
  expect(JSON.parse(strFromU8(exportRecords(records, 'json')))).toEqual(records)
})

test('XLSX: a sheet for each form, texts never formulas, the same bytes twice', () => {
  const long = 'a-form-with-a-name-longer-than-thirty-one-characters'
  const records = [recordOf({ ...values, control: 'a\u0007b_x0007_<&' }), recordOf({}, long)]
  const bytes = exportRecords(records, 'xlsx')
  expect(exportRecords(records, 'xlsx')).toEqual(bytes)
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  )
  expect(Object.keys(files)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ])
  const names = files['xl/workbook.xml']?.matchAll(/name="([^"]*)"/g) ?? []
  expect([...names].map(([, name]) => name)).toEqual([
    'mentoring-contract',
    'a-form-with-a-name-longer-t~2',
  ])
  const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain(
    '<c r="M2" s="2" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)</t></is></c>',
  )
  expect(sheet).toContain('<c r="N2"><v>-1.5</v></c><c r="O2" t="b"><v>1</v></c>')
  expect(sheet).toContain('a_x0007_b_x005F_x0007_&lt;&amp;')
})
