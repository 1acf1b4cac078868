import { expect, test } from 'vitest'
import { checkbox, form, radioKid, textField } from './support/hand-made.ts'
import { type Objects, streamObject, writePdf } from './support/pdf-writer.ts'
import { type Projection, project } from './support/project.ts'

const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

const textValues: Record<string, [entries: string, value: readonly string[], problem?: string]> = {
  'a literal string': ['/V(Anna)', ['Anna']],
  'balanced parentheses': ['/V(a (b (c)) d)', ['a (b (c)) d']],
  'all escapes': [
    '/V(\\(\\)\\\\ \\101\\53\\7z\\\nx\\q)',
    ['()\\ A+\x07zxq'.replace('\x07', '�')],
    'damaged-text',
  ],
  'octal overflow and short octal': ['/V(\\501\\0612)', ['A12']],
  'a continued line': ['/V(one\\\r\ntwo)', ['onetwo']],
  'a hexadecimal string': ['/V<41 6e\n6E61>', ['Anna']],
  'half a hexadecimal byte': ['/V<416E6E617>', ['Annap'], 'damaged-object'],
  'a hexadecimal string with other characters': ['/V<416E-6E61>', ['Anna'], 'damaged-object'],
  'UTF-16BE': [`/V${utf16('Łukasz 李小龍 😀')}`, ['Łukasz 李小龍 😀']],
  'UTF-16LE': [`/V<FFFE${Buffer.from('Ольга', 'utf16le').toString('hex')}>`, ['Ольга']],
  'UTF-16 without mark': ['/V<00410042>', ['AB'], 'guessed-encoding'],
  'Cyrillic UTF-16 without mark': ['/V<041E043B044C04330430>', ['Ольга'], 'guessed-encoding'],
  'UTF-16 with a language': [`/V${utf16('\u001ben\u001bname')}`, ['name']],
  'UTF-16 with a long language tag': [`/V${utf16('\u001bzh-Hant-TW\u001bname')}`, ['name']],
  'UTF-16 with half a pair': ['/V<FEFF0041D83D0042>', ['A�B'], 'damaged-text'],
  'UTF-8 with mark': [`/V(\xef\xbb\xbf${latin1('Zoë €')})`, ['Zoë €']],
  'UTF-8 without mark': [`/V(${latin1('Zoë')})`, ['ZoÃ«'], 'maybe-utf-8'],
  PDFDocEncoding: ['/V(Zo\xeb \xa0 \x8d\x8e \x9e)', ['Zoë € “” ž']],
  'bytes that are no PDFDocEncoding': ['/V(a\x7fb)', ['a�b'], 'damaged-text'],
  'a stream': ['/V 20 0 R', ['from a stream']],
  'an indirect string': ['/V 21 0 R', ['indirect']],
  'CR LF and CR': ['/V(one\\r\\ntwo\\rthree\nfour)', ['one\ntwo\nthree\nfour']],
  'decomposed letters': [`/V${utf16('e\u0301')}`, ['é']],
  'an empty string': ['/V()', []],
  null: ['/V null', []],
  'a name': ['/V/Anna', ['Anna'], 'wrong-value-type'],
  'a number': ['/V 42', ['42'], 'wrong-value-type'],
  'a dictionary': ['/V<</A 1>>', [], 'wrong-value-type'],
  'a reference to nothing': ['/V 99 0 R', [], 'damaged-object'],
  'a default value only': ['/DV(default)', []],
  'formatted text that says the same': [
    '/V(a & b)/RV(<body><p>a <b>&amp;</b>\nb</p></body>)',
    ['a & b'],
  ],
  'formatted text that says something else': [
    '/Ff 33554432/V(a)/RV(<p>b</p>)',
    ['a'],
    'contradictory',
  ],
  'formatted text that no program shows': ['/V(a)/RV(<p>b</p>)', ['a']],
  'formatted text alone': ['/RV(<p>a</p><p>b<br/>c</p>)', ['a\nb\nc'], 'value-implied'],
  'formatted text without words': ['/RV(<body><p></p></body>)', []],
  'a comment before the value': ['/V %(no)\n(yes)', ['yes']],
  'an escaped key': ['/#56(yes)', ['yes']],
  'no space anywhere': ['/Ff 0/V(yes)/MaxLen 3', ['yes']],
}

test.each(Object.entries(textValues))('reads a text from %s', (_, [entries, value, problem]) => {
  const pdf = writePdf(
    form(
      { 10: textField('a', entries), 20: streamObject('', 'from a stream'), 21: '(indirect)' },
      { listed: [10], annotations: [10] },
    ),
  )
  const { values, fieldProblems } = project(pdf)
  expect(values).toEqual({ a: value })
  expect(fieldProblems).toEqual(problem && { a: [problem] })
})

const radio = (entries: string, kids: readonly [string, string, string]): Objects => ({
  10: `<</FT/Btn/Ff 49152/T(r)${entries}/Kids[11 0 R 12 0 R 13 0 R]>>`,
  11: radioKid(10, 'a', kids[0]),
  12: radioKid(10, 'b', kids[1]),
  13: radioKid(10, 'c', kids[2]),
})
const off: readonly [string, string, string] = ['/AS/Off', '/AS/Off', '/AS/Off']
const bOn: readonly [string, string, string] = ['/AS/Off', '/AS/b', '/AS/Off']

const buttons: Record<string, [objects: Objects, listed: number[], Projection]> = {
  'a name': [{ 10: checkbox('c', '/V/Yes/AS/Yes') }, [10], { values: { c: ['Yes'] } }],
  'a string': [{ 10: checkbox('c', '/V(Yes)/AS/Yes') }, [10], { values: { c: ['Yes'] } }],
  'a string with a slash': [
    { 10: checkbox('c', '/V(/Yes)/AS/Yes') },
    [10],
    { values: { c: ['Yes'] } },
  ],
  'a name in an array': [
    { 10: checkbox('c', '/V[/Yes]/AS/Yes') },
    [10],
    { values: { c: ['Yes'] } },
  ],
  'two names in an array': [
    { 10: checkbox('c', '/V[/Yes/No]/AS/Yes') },
    [10],
    { values: { c: ['Yes'] }, fieldProblems: { c: ['wrong-value-type'] } },
  ],
  'the name Off': [{ 10: checkbox('c', '/V/Off/AS/Off') }, [10], { values: { c: [] } }],
  'the string (/Off)': [{ 10: checkbox('c', '/V(/Off)/AS/Off') }, [10], { values: { c: [] } }],
  nothing: [{ 10: checkbox('c', '') }, [10], { values: { c: [] } }],
  '/AS alone': [{ 10: checkbox('c', '/AS/Yes') }, [10], { values: { c: ['Yes'] } }],
  '/V alone': [{ 10: checkbox('c', '/V/Yes') }, [10], { values: { c: ['Yes'] } }],
  'an on-state with odd characters': [
    {
      10: '<</Subtype/Widget/Rect[0 0 9 9]/FT/Btn/T(c)/V/Ja#20#C3#BC/AS/Ja#20#C3#BC/AP<</N<</Ja#20#C3#BC 90 0 R>>>>>>',
    },
    [10],
    { values: { c: ['Ja ü'] } },
  ],
  '/V on and /AS off': [
    { 10: checkbox('c', '/V/Yes/AS/Off') },
    [10],
    { values: { c: ['Yes'] }, fieldProblems: { c: ['contradictory'] } },
  ],
  '/V off and /AS on': [
    { 10: checkbox('c', '/V/Off/AS/Yes') },
    [10],
    { values: { c: [] }, fieldProblems: { c: ['contradictory'] } },
  ],
  'a state that it does not have': [
    { 10: checkbox('c', '/V/On') },
    [10],
    { values: { c: ['On'] }, fieldProblems: { c: ['unknown-state'] } },
  ],
  'a radio by name': [radio('/V/b', bOn), [10], { values: { r: ['b'] } }],
  'a radio by string': [radio('/V(/b)', bOn), [10], { values: { r: ['b'] } }],
  'a radio by /AS': [radio('', bOn), [10], { values: { r: ['b'] } }],
  'a radio by index': [radio('/V/1/Opt[(x)(y)(z)]', bOn), [10], { values: { r: ['b'] } }],
  'a radio by export value': [radio('/V(y)/Opt[(x)(y)(z)]', bOn), [10], { values: { r: ['b'] } }],
  'a radio by a number that is none of its states': [
    radio('/V/1', off),
    [10],
    { values: { r: ['b'] }, fieldProblems: { r: ['counted-state'] } },
  ],
  'a radio by the number of the button that is shown': [
    radio('/V/1', bOn),
    [10],
    { values: { r: ['b'] } },
  ],
  'a radio by a number, without appearances': [
    {
      10: '<</FT/Btn/Ff 49152/T(r)/V/1/Kids[11 0 R 12 0 R]>>',
      11: '<</Subtype/Widget/Rect[50 500 70 520]/Parent 10 0 R>>',
      12: '<</Subtype/Widget/Rect[50 470 70 490]/Parent 10 0 R>>',
    },
    [10],
    { values: { r: ['1'] }, fieldProblems: { r: ['counted-state'] } },
  ],
  'a blank radio': [radio('/V/Off', off), [10], { values: { r: [] } }],
  'a radio whose kid has the value': [
    radio('', ['', '/AS/b/V/b', '']),
    [10],
    { values: { r: ['b'] } },
  ],
  'a radio whose kids each say their own': [
    radio('/V(/b)', ['/AS/Off/V/Off', '/AS/b/V/b', '/AS/Off/V/Off']),
    [10],
    { values: { r: ['b'] } },
  ],
  'a radio whose kid says another value': [
    radio('/V/a', ['/AS/Off', '/AS/b/V/b', '/AS/Off']),
    [10],
    { values: { r: ['a'] }, fieldProblems: { r: ['contradictory'] } },
  ],
  'a radio with two on': [
    radio('/V/a', ['/AS/a', '/AS/b', '/AS/Off']),
    [10],
    { values: { r: ['a'] }, fieldProblems: { r: ['contradictory'] } },
  ],
  'checkboxes that share a name': [
    { 10: checkbox('c', '/V/Yes/AS/Yes'), 11: checkbox('c', '/V/Yes/AS/Yes') },
    [10, 11],
    { values: { c: ['Yes'] } },
  ],
}

test('a button that the viewer is to draw is not contradicted by its looks', () => {
  const acroForm = '/AcroForm<</Fields[10 0 R]/NeedAppearances true>>'
  const read = (kids: Parameters<typeof radio>[1]) =>
    project(writePdf(form(radio('/V/b', kids), { form: acroForm })))
  expect(read(off)).toEqual({ values: { r: ['b'] } })
  expect(read(['/AS/a', '/AS/Off', '/AS/Off']).fieldProblems).toEqual({ r: ['contradictory'] })
})

test.each(Object.entries(buttons))('reads a button from %s', (_, [objects, listed, expected]) => {
  expect(project(writePdf(form(objects, { listed })))).toEqual(expected)
})

const choice = (entries: string) =>
  `<</Subtype/Widget/Rect[0 0 9 9]/FT/Ch/Ff 131072/T(c)/Opt[[(x)(Label x)][(y)(Label y)](z)]${entries}>>`

const choices: Record<string, [entries: string, values: readonly string[]]> = {
  'an export value': ['/V(x)', ['x']],
  'a label': ['/V(Label x)', ['Label x']],
  'an array': ['/V[(x)(z)]', ['x', 'z']],
  'an array of one': ['/V[(y)]', ['y']],
  'an empty array': ['/V[]', []],
  'a stale index beside it': ['/V(y)/I[0]', ['y']],
  'a typed value': ['/V(other)', ['other']],
}

test.each(Object.entries(choices))('reads a choice from %s', (_, [entries, values]) => {
  expect(project(writePdf(form({ 10: choice(entries) })))).toEqual({ values: { c: values } })
})

test('a choice by nothing but its index, which may be stale, is not certain', () => {
  expect(project(writePdf(form({ 10: choice('/I[1]') })))).toEqual({
    values: { c: ['y'] },
    fieldProblems: { c: ['value-implied'] },
  })
})
