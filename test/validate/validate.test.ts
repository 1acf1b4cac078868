import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { slotsOf } from '../../src/contracts/slot.ts'
import { validate } from '../../src/forms/validate/index.ts'
import type { Widget } from '../../src/model/form.ts'
import type { FormRule } from '../../src/model/form-rule.ts'
import type { FormRecord } from '../../src/model/record.ts'
import { recordSchema } from '../../src/pack/outputs/record-schema.ts'
import { everyField, filled, formOf, type Held, typed } from './support.ts'

const form = formOf(everyField)
const name = { 'mentee.name': 'Łukasz Żółć' }

/** A record as import keeps it. */
function recordOf(held: Readonly<Record<string, Held>>, of = form): FormRecord {
  const { raw, confidence, messages, earlierId: _, ...draft } = validate(filled(of, held))
  return {
    ...draft,
    messages: [...messages],
    source: {
      file: 'a.pdf',
      sha256: '0'.repeat(64),
      bytes: 1,
      method: 'fields',
      raw,
      confidence,
      importedAt: '2026-11-22T00:00:00.000Z',
    },
  }
}

function messagesOf(held: Readonly<Record<string, Held>>, of = form): string[] {
  return validate(filled(of, held)).messages.map(
    ({ rule, field, message }) => `${rule} ${field}: ${message}`,
  )
}

test('a form that is filled in for certain gives a complete record', () => {
  const draft = validate(
    filled(form, {
      ...name,
      'mentee.email': 'lukasz@example.org',
      aims: 'One\nTwo',
      'meetings.length': '60 min',
      start: '3 April 2026',
      end: '2026-12-01',
      often: 'monthly',
      quarter: 'April to June',
      'flags.time': 'time',
      'flags.other': 'other',
      flagsOther: 'Shift work',
      agreed: 'yes',
      score: 'r4',
      code: 'AB1234',
      'actions.1.objective': 'First',
      'actions.3.objective': 'Third',
      'actions.3.due': '1.12.26',
      'actions.3.done': 'yes',
    }),
  )
  expect(draft.messages).toEqual([])
  expect(draft.status).toBe('complete')
  expect(draft.values).toEqual({
    mentee: { name: 'Łukasz Żółć', email: 'lukasz@example.org' },
    aims: 'One\nTwo',
    meetings: { length: 60 },
    start: '2026-04-03',
    end: '2026-12-01',
    often: 'monthly',
    oftenOther: null,
    quarter: 'second',
    flags: ['time', 'other'],
    flagsOther: 'Shift work',
    agreed: true,
    score: 4,
    code: 'AB1234',
    actions: [
      { objective: 'First', due: null, done: false },
      { objective: 'Third', due: '2026-12-01', done: true },
    ],
  })
  expect(draft.raw).toEqual({
    'meetings.length': '60 min',
    start: '3 April 2026',
    'actions.3.due': '1.12.26',
  })
})

test('blank is null, false or an empty list', () => {
  const { values } = validate(filled(form, { aims: ' \n\u200b\u2060 ', agreed: 'Off', start: '' }))
  expect(values).toEqual({
    mentee: { name: null, email: null },
    aims: null,
    meetings: { length: null },
    start: null,
    end: null,
    often: null,
    oftenOther: null,
    quarter: null,
    flags: [],
    flagsOther: null,
    agreed: false,
    score: null,
    code: null,
    actions: [],
  })
})

describe('what a choice can be called', () => {
  test.each([
    ['often', 'weekly', 'weekly'],
    ['often', 'Every week', 'weekly'],
    ['often', ' EVERY  week ', 'weekly'],
    ['often', 'Off', null],
    ['quarter', 'First', 'first'],
    ['score', '4', 4],
    ['score', 'r5', 5],
    ['score', '5 (very good)', 5],
  ])('%s: %s', (field, text, value) => {
    expect(recordOf({ ...name, [field]: text }).values[field]).toBe(value)
  })

  test('an on-state decides where it is the label of another option', () => {
    const crossed = formOf([
      {
        type: 'choice',
        name: 'crossed',
        label: 'Crossed',
        required: true,
        options: [
          { value: 'one', label: 'two', state: 'one' },
          { value: 'two', label: 'one', state: 'two' },
        ],
      },
    ])
    expect(recordOf({ crossed: 'two' }, crossed).values).toEqual({ crossed: 'two' })
  })
})

describe('one sentence for each fault', () => {
  test.each<[Record<string, Held>, string[]]>([
    [
      { 'mentee.name': ' ', agreed: 'yes' },
      ['value-required mentee.name: Mentee’s full name has no answer; fill it in'],
    ],
    [
      { ...name, start: '31/2/2026' },
      ['value-type start: Start date must be a real date, like 27/3/2026, and it says “31/2/2026”'],
    ],
    [
      { ...name, start: '12/13/2027' },
      [
        'value-uncertain start: Start date says “12/13/2027”, which is no date in the order that is asked for (dd/mm/yyyy); it was taken for 13 December 2027, so ask which day is meant',
      ],
    ],
    [
      { ...name, start: '3 May 2019' },
      ['value-range start: Start date must be at least 1 January 2020, and it is 3 May 2019'],
    ],
    [
      { ...name, 'meetings.length': 'an hour' },
      [
        'value-type meetings.length: Length of each meeting must be a number, like 15 (in minutes), and it says “an hour”',
      ],
    ],
    [
      { ...name, 'meetings.length': '5' },
      [
        'value-range meetings.length: Length of each meeting must be from 15 to 240 minutes, and it is 5',
      ],
    ],
    [
      { ...name, 'meetings.length': '20.5' },
      [
        'value-range meetings.length: Length of each meeting must be a whole number, and it is 20.5',
      ],
    ],
    [
      { ...name, 'mentee.email': 'me at work' },
      [
        'value-type mentee.email: E-mail address must be an e-mail address, like name@example.org, and it says “me at work”',
      ],
    ],
    [
      { ...name, aims: 'x'.repeat(21) },
      ['value-range aims: “What do you hope for?” has 21 characters; shorten it to 20'],
    ],
    [
      { ...name, code: 'AB12' },
      [
        'value-pattern code: Staff number does not have the form that is asked for: two letters and four digits',
      ],
    ],
    [
      { ...name, often: 'daily' },
      [
        'value-option often: “How often will you meet?” says “daily”, which is not one of its options; choose “Every week”, “Every month” or “Other”',
      ],
    ],
    [
      { ...name, often: ['weekly', 'monthly'] },
      [
        'value-option often: “How often will you meet?” has more than one answer, “weekly; monthly”; choose one',
      ],
    ],
    [
      { ...name, often: 'other' },
      ['value-required oftenOther: “How often will you meet?” has “Other” chosen; say what'],
    ],
    [
      { ...name, oftenOther: 'By turns' },
      [
        'value-rule oftenOther: “How often will you meet?” has a text beside “Other”, which is not chosen; choose it or clear the text',
      ],
    ],
    [
      { ...name, agreed: 'maybe' },
      [
        'value-uncertain agreed: “I agree to the rules.” was taken as ticked because it says “maybe”; compare it with the original',
      ],
    ],
    [
      { ...name, 'actions.2.due': '2026-12-01' },
      [
        'value-required actions.2.objective: Action plan, row 2, Objective has no answer; fill it in',
      ],
    ],
    [
      { ...name, often: { texts: ['weekly'], confidence: 0.8 } },
      [
        'value-uncertain often: “How often will you meet?” was read from the page as “Every week”, which is not certain; compare it with the original',
      ],
    ],
    [
      { 'mentee.name': undefined },
      [
        'field-missing mentee.name: Mentee’s full name has no box in this file any more; ask for the form again on the original',
      ],
    ],
    [
      { 'mentee.name': 'A \ud800 B' },
      [
        'value-damaged mentee.name: Mentee’s full name reads “A \ufffd B”; the program that filled it in damaged a character, so compare it with the original',
      ],
    ],
    [
      { 'mentee.name': { texts: ['Zoë'], confidence: 0.8 } },
      [
        'value-uncertain mentee.name: Mentee’s full name was read from the page as “Zoë”, which is not certain; compare it with the original',
      ],
    ],
  ])('%o', (held, messages) => {
    expect(messagesOf(held)).toEqual(messages)
  })
})

test('what cannot be read is kept as it was typed', () => {
  const { values, raw, status } = validate(filled(form, { ...name, start: 'next week' }))
  expect(values.start).toBeNull()
  expect(raw).toEqual({ start: 'next week' })
  expect(status).toBe('incomplete')
})

test('a doubtful value is marked, and its record is not complete', () => {
  const draft = validate(filled(form, { ...name, aims: { texts: ['Talk'], confidence: 0.7 } }))
  expect(draft.values.aims).toBe('Talk')
  expect(draft.confidence).toEqual({ aims: 0.7 })
  expect(draft.status).toBe('incomplete')
})

test('a place that seems blank, and may not be, is told', () => {
  const doubtful = { texts: [], confidence: 0.2 }
  const draft = validate(
    filled(form, {
      ...name,
      aims: doubtful,
      score: { texts: [], confidence: 0.95 },
      start: { texts: [], confidence: 0.5 },
      'actions.2.due': doubtful,
    }),
  )
  expect(draft.messages.map(({ message }) => message)).toEqual([
    '“What do you hope for?” seems to have no answer, but there is something in its box; compare it with the original',
    'Start date seems to have no answer, which is not certain; compare it with the original',
    'Action plan, row 2, Objective has no answer; fill it in',
    'Action plan, row 2, By when seems to have no answer, but there is something in its box; compare it with the original',
  ])
  expect(draft.confidence).toEqual({ aims: 0.2, start: 0.5, 'actions.2.due': 0.2 })
})

test('damage that was told with the reading is not told again', () => {
  const damage = {
    file: 'a.pdf',
    rule: 'value-damaged',
    severity: 'error',
    field: 'aims',
    message: 'Damaged',
  } as const
  const draft = validate(
    filled(form, { ...name, aims: '\ufffd' }, { messages: [damage], damaged: new Set(['aims']) }),
  )
  expect(draft.messages.map(({ message }) => message)).toEqual(['Damaged'])
})

test('an answer that the file itself leaves in doubt makes the record incomplete', () => {
  expect(validate(filled(form, name)).status).toBe('complete')
  const doubtful = new Set(['mentee.name'])
  expect(validate(filled(form, name, { doubtful })).status).toBe('incomplete')
})

describe('rules between answers', () => {
  const check = (rule: FormRule, held: Record<string, Held>): string[] =>
    messagesOf({ ...name, ...held }, formOf(everyField, { rules: [rule] }))

  test.each<[FormRule, Record<string, Held>, string[]]>([
    [{ field: 'end', after: 'start' }, { start: '2026-04-03', end: '2026-04-04' }, []],
    [{ field: 'end', after: 'start' }, { end: '2026-04-04' }, []],
    [
      { field: 'end', after: 'start' },
      { start: '2026-04-03', end: '2026-04-03' },
      [
        'value-rule end: End date (3 April 2026) must be after Start date (3 April 2026); find out which is right',
      ],
    ],
    [{ field: 'end', notBefore: 'start' }, { start: '2026-04-03', end: '2026-04-03' }, []],
    [
      { field: 'end', notBefore: 'start' },
      { start: '2026-04-03', end: '2026-04-02' },
      [
        'value-rule end: End date (2 April 2026) must be on or after Start date (3 April 2026); find out which is right',
      ],
    ],
    [
      { rows: 'actions', atLeast: 1 },
      {},
      ['value-rule actions: Action plan needs at least one row, and none is filled in'],
    ],
    [{ rows: 'actions', atLeast: 1 }, { 'actions.3.objective': 'Third' }, []],
    [
      { field: 'end', requiredWhen: { field: 'often', is: 'weekly' } },
      { often: 'weekly' },
      [
        'value-required end: End date has no answer and needs one, because “How often will you meet?” is “Every week”',
      ],
    ],
    [{ field: 'end', requiredWhen: { field: 'often', is: 'weekly' } }, { often: 'monthly' }, []],
    [
      { field: 'end', requiredWhen: { field: 'flags', is: 'time' } },
      { 'flags.time': 'time' },
      [
        'value-required end: End date has no answer and needs one, because What applies is “Little time”',
      ],
    ],
  ])('%o %o', (rule, held, messages) => {
    expect(check(rule, held)).toEqual(messages)
  })
})

describe('a form that came back', () => {
  const told = (...args: Parameters<typeof filled>): string[] =>
    validate(filled(...args)).messages.map(({ rule, message }) => `${rule}: ${message}`)

  test('as it was handed out is told in one sentence', () => {
    expect(told(form)).toEqual([
      'form-blank: Nothing is filled in on this form; ask for it to be completed',
    ])
    expect(validate(filled(form)).status).toBe('incomplete')
  })
  test('with nothing but a text that cannot be read is not blank', () => {
    expect(told(form, { start: 'soon' })).not.toContain('form-blank')
  })
  test('with a signature and nothing else is not blank', () => {
    expect(told(form, {}, { signatures: [typed('mentee.signature', 'Zoë')] })).toEqual([
      'value-required: Mentee’s full name has no answer; fill it in',
    ])
  })
  test('without many of its boxes is told in one sentence', () => {
    const gone = { aims: undefined, start: undefined, end: undefined, code: undefined }
    expect(told(form, { ...name, ...gone })).toEqual([
      'field-missing: 4 boxes of the form are not in this file any more, such as “What do you hope for?”, “Start date” and “End date”; ask for the form again on the original',
    ])
  })
  test('without a page is not told of the boxes on it', () => {
    const boxOn = (page: number, name: string): Widget => ({ name, page, rect: [0, 0, 9, 9] })
    const widgets = [boxOn(0, 'mentee.name'), boxOn(0, 'aims'), boxOn(1, 'start')]
    const paged = formOf(everyField, { widgets, pages: 2 })
    const gone = { aims: undefined, start: undefined }
    const missing = (label: string): string =>
      `field-missing: ${label} has no box in this file any more; ask for the form again on the original`
    const aims = missing('“What do you hope for?”')
    expect(told(paged, { ...name, ...gone })).toEqual([aims, missing('Start date')])
    expect(told(paged, { ...name, ...gone }, { missingPages: [1] })).toEqual([aims])
  })
})

describe('signatures', () => {
  const signed = formOf([{ type: 'signature', name: 'sign', label: 'Signature', required: true }])
  const rulesOf = (...args: Parameters<typeof validate>): string[] =>
    validate(...args).messages.map(({ rule }) => rule)

  test('a required one is missed', () => {
    const form = formOf([...signed.fields, ...everyField])
    expect(rulesOf(filled(form, name))).toEqual(['signature-missing'])
  })
  test.each([
    [
      { intact: true, coversWholeFile: true, by: 'Zoë' },
      "field-extra: The file has a digital signature “Signature1” by “Zoë” in none of the form's own boxes; it is valid",
    ],
    [
      { intact: false },
      "signature-broken: The digital signature “Signature1”, in none of the form's own boxes, is not valid: the file was altered after it was signed, or the signature itself is damaged; ask for it to be signed again",
    ],
    [
      {},
      "signature-unverified: The digital signature “Signature1”, in none of the form's own boxes, cannot be checked here; look at it in a PDF program",
    ],
  ])('one beside the boxes of the form is verified as well: %o', (facts, found) => {
    const signatures = [{ field: 'Signature1', kind: 'digital' as const }]
    const draft = validate(filled(form, name, { signatures }), [
      { field: 'Signature1', kind: 'digital', ...facts },
    ])
    expect(draft.messages.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([found])
    expect(draft.signatures).toEqual([{ field: 'Signature1', kind: 'digital', ...facts }])
  })
  test('a typed one is told', () => {
    const draft = validate(filled(signed, {}, { signatures: [typed('sign', 'Zoë')] }))
    expect(draft.signatures).toEqual([{ field: 'sign', kind: 'typed', by: 'Zoë' }])
    expect(draft.status).toBe('complete')
  })
  test.each([
    [{ intact: false }, ['signature-broken']],
    [{}, ['signature-unverified']],
    [{ intact: true, coversWholeFile: true }, []],
    [{ intact: true, coversWholeFile: false }, ['signature-outdated']],
    [{ intact: true, coversWholeFile: false, changedAfter: [] }, ['signature-outdated']],
    [{ intact: true, coversWholeFile: true, trusted: false }, ['signature-untrusted']],
  ])('a digital one: %o', (facts, found) => {
    const signatures = [{ field: 'sign', kind: 'digital' as const }]
    const read = filled(signed, {}, { signatures })
    expect(rulesOf(read, [{ field: 'sign', kind: 'digital', ...facts }])).toEqual(found)
  })

  test.each([
    [[], []],
    [
      ['name'],
      ['Signature is older than the answer to “Name”; make sure that the signer agrees with it'],
    ],
  ])('one that another signature came after, with changes to %o', (changedAfter, found) => {
    const two = formOf([
      { type: 'signature', name: 'sign', label: 'Signature', required: true },
      { type: 'text', name: 'name', label: 'Name', required: false },
      { type: 'signature', name: 'second', label: 'Second signature', required: true },
    ])
    const signatures = ['sign', 'second'].map((field) => ({ field, kind: 'digital' as const }))
    const draft = validate(filled(two, {}, { signatures }), [
      { field: 'sign', kind: 'digital', intact: true, coversWholeFile: false, changedAfter },
      { field: 'second', kind: 'digital', intact: true, coversWholeFile: true },
    ])
    expect(draft.messages.map(({ message }) => message)).toEqual(found)
  })
})

test('an anonymous form keeps nothing that could say whose it is', () => {
  const anonymous = formOf(everyField, { sensitive: 'anonymous' })
  const draft = validate(
    filled(anonymous, name, {
      extra: new Map([['author', ['Zoë']]]),
      signatures: [typed('mentee.signature', 'Zoë')],
      remarks: [{ page: 0, subtype: 'Text', text: 'Zoë' }],
    }),
  )
  expect(JSON.stringify(draft)).not.toContain('Zoë')
  expect(draft.messages.map(({ rule }) => rule)).toEqual(['value-identifying'])
})

describe('the id', () => {
  const id = (held: Record<string, Held>, more = {}): string =>
    validate(filled(form, { ...name, ...held }, more)).id

  test('is 32 hex digits and does not depend on how a value is written', () => {
    expect(id({ start: '3/4/26' })).toMatch(/^[0-9a-f]{32}$/)
    expect(id({ start: '3/4/26' })).toBe(id({ start: '2026-04-03' }))
    expect(id({}, { software: 'X', method: 'flattened' })).toBe(id({}))
  })
  test.each([
    [{ aims: 'Other' }, {}],
    [{ start: 'soon' }, {}],
    [{ aims: { texts: ['Talk'], confidence: 0.5 } }, {}],
    [{}, { extra: new Map([['note', ['Hello']]]) }],
    [{}, { signatures: [typed('mentee.signature', 'Zoë')] }],
  ])('is another for other content: %o %o', (held, more) => {
    expect(id(held, more)).not.toBe(id({}))
  })
})

test('names that JavaScript gives a meaning never become more than data', () => {
  const odd = formOf([{ type: 'text', name: 'valueOf.toString', label: 'Odd', required: false }])
  const extra = new Map([
    ['__proto__', ['x']],
    ['constructor', ['y']],
  ])
  const draft = validate(filled(odd, { 'valueOf.toString': 'z' }, { extra }))
  expect(JSON.parse(JSON.stringify(draft)).extra).toEqual({
    '(__proto__)': ['x'],
    constructor: ['y'],
  })
  expect(JSON.stringify(draft.values)).toBe('{"valueOf":{"toString":"z"}}')
})

describe('any mix of texts', () => {
  const pieces = [
    '',
    ' ',
    'Off',
    '/Yes',
    'yes',
    'weekly',
    'other',
    'r3',
    '12',
    '-1,5',
    '1.234,5',
    '3/4/26',
    '31.2.2026',
    '99999999999999999999',
    '\ud800',
    '\u0000',
    '__proto__',
    '=1+1',
    '٣',
    '½',
    '\n',
    'a@b',
    'x'.repeat(5000),
    '(((((((((((((((((((',
    '\u202e',
    '1e999',
    '２０２６年４月３日',
    '💥',
    'AB1234',
    '%',
    'Infinity',
    'null',
  ]
  const ajv = formats.default(new Ajv({ strict: true, allErrors: true }))
  const matches = ajv.compile(recordSchema(form))

  test('gives a record of the form’s schema, and never throws', () => {
    const next = random(20261122)
    for (let round = 0; round < 500; round += 1) {
      const held: Record<string, Held> = {}
      for (const { name } of slotsOf(everyField)) {
        const count = Math.floor(next() * 4)
        const texts = Array.from(
          { length: count },
          () => pieces[Math.floor(next() * pieces.length)] ?? '',
        )
        held[name] = next() < 0.1 ? undefined : { texts, confidence: next() < 0.2 ? next() : 1 }
      }
      const record = recordOf(held)
      expect(matches(JSON.parse(JSON.stringify(record))), JSON.stringify(matches.errors)).toBe(true)
    }
  })

  test('the schema refuses a complete record without a required answer, and unknown values', () => {
    const record = recordOf(name)
    const broken = [
      { ...record, values: { ...record.values, mentee: { name: null, email: null } } },
      { ...record, values: { ...record.values, often: 'daily' } },
      { ...record, values: { ...record.values, added: 1 } },
      { ...record, id: '../x' },
    ]
    expect(broken.map((candidate) => matches(candidate))).toEqual([false, false, false, false])
    expect(matches(record)).toBe(true)
  })
})

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
