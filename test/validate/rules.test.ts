import { describe, expect, test } from 'vitest'
import { validate } from '../../src/forms/validate/index.ts'
import type { Field } from '../../src/model/field.ts'
import type { FormRule } from '../../src/model/form-rule.ts'
import { filled, formOf, type Held } from './support.ts'

const text = (name: string, label: string): Field => ({
  type: 'text',
  name,
  label,
  required: false,
})
const date = (name: string, label: string): Field => ({
  type: 'date',
  name,
  label,
  required: false,
})
const number = (name: string, label: string): Field => ({
  type: 'number',
  name,
  label,
  required: false,
  unit: '%',
})

const fields: Field[] = [
  text('mentee.name', 'Mentee’s full name'),
  text('mentor.name', 'Mentor’s full name'),
  text('witness.name', 'Witness'),
  date('start', 'Start'),
  date('end', 'End'),
  date('received', 'Received on'),
  date('due', 'Answer due'),
  date('met', 'When did you meet?'),
  number('planned', 'Planned capacity'),
  number('target', 'Target'),
  { type: 'checkbox', name: 'help', label: 'I want help with my workload.', required: false },
  {
    type: 'choice',
    name: 'kind',
    label: 'Kind',
    required: false,
    options: [
      { value: 'pause', label: 'A pause', state: 'pause' },
      { value: 'end', label: 'The end', state: 'end' },
    ],
  },
  {
    type: 'checks',
    name: 'difficulties',
    label: 'Difficulties',
    required: false,
    options: [
      { value: 'stress', label: 'Stress', state: 'stress' },
      { value: 'none', label: 'None of these', state: 'none' },
    ],
    alone: ['none'],
  },
  {
    type: 'rows',
    name: 'actions',
    label: 'Action plan',
    required: false,
    min: 3,
    columns: [
      { type: 'text', name: 'goal', label: 'Goal', required: false },
      { type: 'checkbox', name: 'done', label: 'Done', required: false },
    ],
  },
  { type: 'signature', name: 'sign', label: 'Signature', required: false },
]

const HOLIDAYS = ['2026-12-25', '2026-12-28', '2027-01-01']

function told(
  rules: readonly FormRule[],
  held: Record<string, Held>,
  { locale = 'en-GB', holidays = HOLIDAYS }: { locale?: string; holidays?: string[] } = {},
): string[] {
  const form = formOf(fields, { rules: [...rules], locale })
  const circumstances = { today: '2026-11-29', holidays }
  return validate(filled(form, held), [], circumstances).messages.map(
    ({ rule, field, message }) => `${rule} ${field}: ${message}`,
  )
}

/** A rule, what people wrote, and what is said. */
type Row = [rule: FormRule, held: Record<string, Held>, messages: string[]]

describe('answers that must differ', () => {
  const rule: FormRule = { distinct: ['mentee.name', 'mentor.name', 'witness.name'] }
  test.each<Row>([
    [rule, { 'mentee.name': 'Jo Smith', 'mentor.name': 'Ann Lee' }, []],
    [rule, { 'mentee.name': 'Jo Smith' }, []],
    [rule, { 'mentee.name': ' ', 'mentor.name': ' ', start: '1/1/2027' }, []],
    [
      rule,
      { 'mentee.name': 'Jo  SMITH', 'mentor.name': 'jo smith.' },
      [
        'value-rule mentor.name: Mentee’s full name and Mentor’s full name are both “jo smith.” and must differ; find out which is right',
      ],
    ],
    [
      rule,
      { 'mentee.name': 'x', 'mentor.name': 'X', 'witness.name': 'x' },
      [
        'value-rule witness.name: Mentee’s full name, Mentor’s full name and Witness are all “x” and must differ; find out which is right',
      ],
    ],
    [
      { ...rule, warn: true },
      { 'mentee.name': 'x', 'mentor.name': 'X' },
      [
        'value-unusual mentor.name: Mentee’s full name and Mentor’s full name are both “X” and should differ; make sure that this is right',
      ],
    ],
    [
      { ...rule, message: 'Nobody can mentor themselves.' },
      { 'mentee.name': 'x', 'mentor.name': 'X' },
      ['value-rule mentor.name: Mentor’s full name: Nobody can mentor themselves'],
    ],
  ])('%o %o', (rule, held, messages) => {
    expect(told([rule], held)).toEqual(messages)
  })
})

describe('how far apart', () => {
  const length: FormRule = { field: 'end', after: 'start', least: 'six months', most: 'one year' }
  const tooShort =
    'value-rule end: End (29 June 2027) must be at least six months after Start (1 January 2027), which is 30 June 2027 or later; find out which is right'
  test.each<Row>([
    [length, { start: '1/1/2027', end: '30/6/2027' }, []],
    [length, { start: '1/1/2027', end: '1/1/2028' }, []],
    [length, { start: '1/1/2027', end: '29/6/2027' }, [tooShort]],
    [
      length,
      { start: '1/1/2027', end: '2/1/2028' },
      [
        'value-rule end: End (2 January 2028) must be at most one year after Start (1 January 2027), which is 1 January 2028 or earlier; find out which is right',
      ],
    ],
    [
      length,
      { start: '1/1/2027', end: '31/12/2026' },
      [
        'value-rule end: End (31 December 2026) must be after Start (1 January 2027); find out which is right',
      ],
    ],
    // The last day of a month that has no such day.
    [length, { start: '31/8/2027', end: '28/2/2028' }, []],
    [
      length,
      { start: '31/8/2027', end: '27/2/2028' },
      [
        'value-rule end: End (27 February 2028) must be at least six months after Start (31 August 2027), which is 28 February 2028 or later; find out which is right',
      ],
    ],
    [length, { start: '29/2/2028', end: '28/2/2029' }, []],
    [
      { ...length, least: '(insert minimum)', most: 'banana' },
      { start: '1/1/2027', end: '2/1/2027' },
      [],
    ],
    [length, { start: 'soon', end: '2/1/2027' }, [expect.stringContaining('value-type start')]],
    [
      { field: 'end', notBefore: 'start', least: '10 days', warn: true },
      { start: '1/1/2027', end: '10/1/2027' },
      [
        'value-unusual end: End (10 January 2027) should be at least 10 days after Start (1 January 2027), which is 11 January 2027 or later; make sure that this is right',
      ],
    ],
    [
      { field: 'end', notBefore: 'start', least: '1 week' },
      { start: '1/1/2027', end: '8/1/2027' },
      [],
    ],
    [
      { field: 'target', after: 'planned' },
      { planned: '95', target: '80' },
      [
        'value-rule target: Target (80%) must be more than Planned capacity (95%); find out which is right',
      ],
    ],
    [
      { field: 'planned', notAfter: 'target', most: 5 },
      { planned: '70', target: '80' },
      [
        'value-rule planned: Planned capacity (70%) must be at most 5 less than Target (80%); find out which is right',
      ],
    ],
    [{ field: 'planned', notAfter: 'target', most: 5 }, { planned: '75', target: '80' }, []],
    [
      { field: 'planned', notAfter: 'target' },
      { planned: '80.5', target: '80' },
      [
        'value-rule planned: Planned capacity (80.5%) must be at most Target (80%); find out which is right',
      ],
    ],
  ])('%o %o', (rule, held, messages) => {
    expect(told([rule], held)).toEqual(messages)
  })
})

describe('the day of the import', () => {
  test.each<Row>([
    [{ field: 'met', notAfter: 'today' }, { met: '29/11/2026' }, []],
    [
      { field: 'met', notAfter: 'today' },
      { met: '30/11/2026' },
      [
        'value-rule met: “When did you meet?” (30 November 2026) must be on or before today (29 November 2026); ask for the right date',
      ],
    ],
    [
      { field: 'met', notAfter: 'today', most: '1 year', warn: true },
      { met: '28/11/2025' },
      [
        'value-unusual met: “When did you meet?” (28 November 2025) should be at most 1 year before today (29 November 2026), which is 29 November 2025 or later; make sure that this is right',
      ],
    ],
    [{ field: 'met', notAfter: 'today', most: '1 year' }, { met: '29/11/2025' }, []],
    [{ field: 'met', after: 'today' }, { met: '30/11/2026' }, []],
    [
      { field: 'met', after: 'today' },
      { met: 'tomorrow' },
      [expect.stringContaining('value-type met')],
    ],
  ])('%o %o', (rule, held, messages) => {
    expect(told([rule], held)).toEqual(messages)
  })

  test('is not compared with where nobody says which it is', () => {
    const form = formOf(fields, { rules: [{ field: 'met', notAfter: 'today' }] })
    expect(validate(filled(form, { met: '2099-01-01' })).messages).toEqual([])
  })
})

describe('working days', () => {
  const rule: FormRule = { field: 'due', after: 'received', workingDays: 'four working days' }
  const off =
    'value-rule due: Answer due (30 December 2026) must be 4 working days after Received on (23 December 2026), which is 31 December 2026; find out which is right'
  test.each<[...Row, Parameters<typeof told>[2]?]>([
    // Friday and Monday are holidays, and the weekend lies between.
    [rule, { received: '23/12/2026', due: '31/12/2026' }, []],
    [rule, { received: '23/12/2026', due: '30/12/2026' }, [off]],
    [rule, { received: '23/12/2026' }, []],
    [
      rule,
      { received: '23/12/2026', due: '31/12/2026' },
      [],
      { holidays: ['2027-01-01', '2026-12-28', '2026-12-25', '2026-12-25'] },
    ],
    // In Egypt people work on Sundays.
    [
      rule,
      { received: '2026-12-23', due: '2026-12-29' },
      [],
      { locale: 'ar-EG', holidays: ['2026-01-07'] },
    ],
    [
      rule,
      { received: '23/12/2026', due: '31/12/2026' },
      [
        'value-unusual due: Answer due (31 December 2026) should be 4 working days after Received on (23 December 2026), which is 29 December 2026 where no public holiday lies between; make sure that this is right',
      ],
      { holidays: [] },
    ],
    [
      { ...rule, workingDays: 1 },
      { received: '28/2/2028', due: '29/2/2028' },
      [],
      { holidays: ['2028-01-01'] },
    ],
    [
      { ...rule, workingDays: 'soon' },
      { received: '28/2/2028', due: '29/2/2029' },
      [expect.stringContaining('value-type due')],
    ],
  ])('%o %o', (rule, held, messages, circumstances) => {
    expect(told([rule], held, circumstances)).toEqual(messages)
  })
})

describe('rows', () => {
  const none: FormRule = { rows: 'actions', every: 'done', isNot: true }
  const rows = { 'actions.1.goal': 'One', 'actions.2.goal': 'Two', 'actions.2.done': 'yes' }
  test.each<Row>([
    [none, {}, []],
    [none, { 'actions.1.goal': 'One' }, []],
    [
      none,
      rows,
      [
        'value-rule actions: Action plan: Done must be ticked in no row, and 1 of 2 is otherwise; find out which is right',
      ],
    ],
    [
      { rows: 'actions', every: 'done', is: true, warn: true },
      rows,
      [
        'value-unusual actions: Action plan: Done should be ticked in each row, and 1 of 2 is otherwise; make sure that this is right',
      ],
    ],
    [
      { rows: 'actions', atLeast: 'two' },
      { 'actions.1.goal': 'One' },
      ['value-rule actions: Action plan needs at least 2 rows, and 1 is filled in'],
    ],
  ])('%o %o', (rule, held, messages) => {
    expect(told([rule], { start: '1/1/2027', ...held })).toEqual(messages)
  })
})

describe('what another answer asks for', () => {
  const above: FormRule = {
    field: 'help',
    requiredWhen: { field: 'planned', above: 'target' },
    warn: true,
  }
  test.each<Row>([
    [above, { planned: '80', target: '80' }, []],
    [above, { planned: '95', target: '80', help: 'yes' }, []],
    [above, { planned: '95' }, []],
    [
      above,
      { planned: '95', target: '80' },
      [
        'value-unusual help: “I want help with my workload.” is not ticked, though Planned capacity (95%) is above Target (80%); make sure that this is right',
      ],
    ],
    [
      { field: 'help', requiredWhen: { field: 'planned', above: '80%' } },
      { planned: '80.1' },
      [
        'value-required help: “I want help with my workload.” must be ticked, because Planned capacity (80.1%) is above 80%',
      ],
    ],
    [
      { field: 'end', requiredWhen: { field: 'kind', isNot: 'pause' } },
      { kind: 'end' },
      ['value-required end: End has no answer and needs one, because Kind is “The end”'],
    ],
    [{ field: 'end', requiredWhen: { field: 'kind', isNot: 'pause' } }, { kind: 'pause' }, []],
    [{ field: 'end', requiredWhen: { field: 'kind', isNot: 'pause' } }, { start: '1/1/2027' }, []],
    [
      { field: 'sign', requiredWhen: { field: 'help', isNot: true } },
      { kind: 'pause' },
      [
        'value-required sign: Signature is missing and is needed, because “I want help with my workload.” is not ticked',
      ],
    ],
  ])('%o %o', (rule, held, messages) => {
    expect(told([rule], held)).toEqual(messages)
  })
})

describe('without a rule', () => {
  test.each<[Record<string, Held>, string[]]>([
    [{ start: '1/1/1920', end: '29/11/2046' }, []],
    [
      { start: '31/12/1919', end: '30/11/2046' },
      [
        'value-unusual start: Start is 31 December 1919, which is long ago; make sure that the year is right',
        'value-unusual end: End is 30 November 2046, which is far ahead; make sure that the year is right',
      ],
    ],
    [{ 'difficulties.none': 'none' }, []],
    [
      { 'difficulties.none': 'none', 'difficulties.stress': 'stress' },
      [
        'value-rule difficulties: Difficulties has “None of these” ticked together with something else; find out which is right',
      ],
    ],
  ])('%o', (held, messages) => {
    expect(told([], held)).toEqual(messages)
  })
})
