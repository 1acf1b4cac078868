import { expect, test } from 'vitest'
import { checkbox, type FormOptions, form, textField } from './support/hand-made.ts'
import { type Objects, writePdf } from './support/pdf-writer.ts'
import { type Projection, project } from './support/project.ts'

const widget = (parent: number, entries = '') =>
  `<</Subtype/Widget/Rect[0 0 9 9]/Parent ${parent} 0 R${entries}>>`

interface Case {
  objects: Objects
  options?: FormOptions
  expected: Projection
}

const cases: Record<string, Case> = {
  'names joined by dots': {
    objects: {
      10: '<</T(a)/Kids[11 0 R]>>',
      11: '<</T(b)/Kids[12 0 R]>>',
      12: textField('c', '/V(x)'),
    },
    options: { listed: [10], annotations: [12] },
    expected: { values: { 'a.b.c': ['x'] } },
  },
  'inherited type, flags and value': {
    objects: {
      10: '<</T(a)/FT/Tx/V(x)/Kids[11 0 R]>>',
      11: '<</T(b)/Subtype/Widget/Rect[0 0 9 9]>>',
    },
    options: { listed: [10], annotations: [11] },
    expected: { values: { 'a.b': ['x'] } },
  },
  'a value on the widget only': {
    objects: { 10: '<</T(a)/FT/Tx/Kids[11 0 R]>>', 11: widget(10, '/V(x)') },
    options: { listed: [10], annotations: [11] },
    expected: { values: { a: ['x'] } },
  },
  'a widget that says more than its blank field': {
    objects: { 10: '<</T(a)/FT/Tx/V()/Kids[11 0 R]>>', 11: widget(10, '/V(x)') },
    options: { listed: [10], annotations: [11] },
    expected: { values: { a: ['x'] }, fieldProblems: { a: ['contradictory'] } },
  },
  'a widget that says something else': {
    objects: { 10: '<</T(a)/FT/Tx/V(x)/Kids[11 0 R]>>', 11: widget(10, '/V(y)') },
    options: { listed: [10], annotations: [11] },
    expected: { values: { a: ['x'] }, fieldProblems: { a: ['contradictory'] } },
  },
  'two fields of one name that agree': {
    objects: { 10: textField('a', '/V(x)'), 11: textField('a', '/V(x)') },
    expected: { values: { a: ['x'] } },
  },
  'two fields of one name, one of them blank': {
    objects: { 10: textField('a', ''), 11: textField('a', '/V(x)') },
    expected: { values: { a: ['x'] } },
  },
  'two fields of one name that do not agree': {
    objects: { 10: textField('a', '/V(x)'), 11: textField('a', '/V(y)') },
    expected: { values: { a: ['x'] }, fieldProblems: { a: ['contradictory'] } },
  },
  'two fields of one name and different types': {
    objects: { 10: textField('a', '/V(x)'), 11: checkbox('a', '') },
    expected: { values: { a: ['x'] }, fieldProblems: { a: ['mixed-types'] } },
  },
  'names that JavaScript knows': {
    objects: {
      10: textField('__proto__', '/V(1)'),
      11: textField('constructor', '/V(2)'),
      12: textField('a..b', '/V(3)'),
      13: '<</#5F_proto__(x)/Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(toString)/V(4)>>',
    },
    expected: {
      values: Object.fromEntries([
        ['__proto__', ['1']],
        ['constructor', ['2']],
        ['a..b', ['3']],
        ['toString', ['4']],
      ]),
    },
  },
  'no form at all': {
    objects: { 10: textField('a', '/V(x)') },
    options: { form: '' },
    expected: {
      values: { a: ['x'] },
      fieldProblems: { a: ['not-listed'] },
      formProblems: ['fields-not-listed'],
    },
  },
  'an empty list of fields': {
    objects: { 10: textField('a', '/V(x)') },
    options: { listed: [] },
    expected: {
      values: { a: ['x'] },
      fieldProblems: { a: ['not-listed'] },
      formProblems: ['fields-not-listed'],
    },
  },
  'one field that is not listed': {
    objects: { 10: textField('a', '/V(x)'), 11: textField('b', '/V(y)') },
    options: { listed: [10] },
    expected: { values: { a: ['x'], b: ['y'] }, fieldProblems: { b: ['not-listed'] } },
  },
  'fields without a parent that only their last name is left of': {
    objects: { 10: textField('a', '/V(x)'), 11: textField('a', '/V(y)') },
    options: { form: '' },
    expected: {
      values: { a: ['x'], 'a (2)': ['y'] },
      fieldProblems: { a: ['not-listed'], 'a (2)': ['not-listed'] },
      formProblems: ['fields-not-listed'],
    },
  },
  'a button without its field': {
    objects: { 10: checkbox('a', '/AS/Yes').replace('/FT/Btn', '') },
    options: { form: '' },
    expected: {
      values: { a: ['Yes'] },
      fieldProblems: { a: ['type-missing', 'not-listed'] },
      formProblems: ['fields-not-listed'],
    },
  },
  'a kid that its parent does not know': {
    objects: {
      10: '<</T(a)/Kids[11 0 R]>>',
      11: textField('b', '/V(x)/Parent 10 0 R'),
      12: textField('c', '/V(y)/Parent 10 0 R'),
    },
    options: { listed: [10], annotations: [11, 12] },
    expected: { values: { 'a.b': ['x'], 'a.c': ['y'] }, fieldProblems: { 'a.c': ['not-listed'] } },
  },
  'a list that names kids before their parent': {
    objects: { 10: '<</T(a)/Kids[11 0 R]>>', 11: textField('b', '/V(x)/Parent 10 0 R') },
    options: { listed: [11, 10], annotations: [11] },
    expected: { values: { 'a.b': ['x'] } },
  },
  'a list that names kids and not their parent': {
    objects: { 10: '<</T(a)/Kids[11 0 R]>>', 11: textField('b', '/V(x)/Parent 10 0 R') },
    options: { listed: [11], annotations: [11] },
    expected: { values: { 'a.b': ['x'] } },
  },
  'a field that is no one’s kid but has a parent that is no field': {
    objects: { 10: textField('a', '/V(x)/Parent 4 0 R') },
    expected: { values: { a: ['x'] } },
  },
  'a field that is on no page': {
    objects: { 10: textField('a', '/V(x)') },
    options: { annotations: [] },
    expected: { values: { a: ['x'] } },
  },
  'a kid that is missing': {
    objects: { 10: '<</T(a)/Kids[11 0 R 99 0 R]>>', 11: textField('b', '/V(x)') },
    options: { listed: [10], annotations: [11] },
    expected: { values: { 'a.b': ['x'] }, formProblems: ['kid-missing'] },
  },
  'a field without type': {
    objects: { 10: '<</Subtype/Widget/Rect[0 0 9 9]/T(a)/V(x)>>' },
    expected: { values: { a: ['x'] }, fieldProblems: { a: ['type-missing'] } },
  },
  'a kid loop': {
    objects: {
      10: '<</T(a)/Kids[11 0 R]>>',
      11: '<</T(b)/FT/Tx/Kids[10 0 R 12 0 R]>>',
      12: textField('c', '/V(x)'),
    },
    options: { listed: [10], annotations: [12] },
    expected: { values: { 'a.b.c': ['x'] }, formProblems: ['kid-shared'] },
  },
  'a parent loop': {
    objects: { 10: textField('a', '/V(x)/Parent 11 0 R'), 11: '<</T(b)/Parent 10 0 R>>' },
    options: { listed: [10], annotations: [10] },
    expected: { values: { b: [], 'b.a': ['x'] }, fieldProblems: { b: ['type-missing'] } },
  },
  'a key that is there twice': {
    objects: { 10: textField('a', '/V(x)/V(y)') },
    expected: {
      values: { a: ['y'] },
      fieldProblems: { a: ['damaged-object'] },
      fileProblems: ['duplicate-key'],
    },
  },
}

test.each(Object.entries(cases))('reads %s', (_, { objects, options, expected }) => {
  const { fileProblems = [], ...rest } = project(writePdf(form(objects, options)))
  expect({ ...rest, ...(fileProblems.length > 0 && { fileProblems }) }).toEqual(expected)
})
