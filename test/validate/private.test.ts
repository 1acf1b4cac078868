import { describe, expect, test } from 'vitest'
import { validate, wholePrivate } from '../../src/forms/validate/index.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import type { Field } from '../../src/model/field.ts'
import type { Private } from '../../src/model/form.ts'
import { filled, formOf, type Held } from './support.ts'

const fields: Field[] = [
  { type: 'text', name: 'name', label: 'Your name', required: true },
  {
    type: 'choice',
    name: 'sharing',
    label: 'Sharing',
    required: false,
    options: [
      { value: 'shared', label: 'With HR', state: 'shared' },
      { value: 'none', label: 'With nobody', state: 'none' },
    ],
  },
  { type: 'checkbox', name: 'agrees', label: 'I agree', required: false },
  { type: 'text', name: 'why', label: 'Why?', required: true },
  {
    type: 'rows',
    name: 'goals',
    label: 'Goals',
    required: true,
    min: 2,
    columns: [
      { type: 'text', name: 'goal', label: 'Goal', required: false },
      { type: 'date', name: 'due', label: 'By when', required: false },
    ],
  },
]

function read(
  hidden: Private,
  held: Record<string, Held>,
  more: Partial<Extraction> = {},
): Extraction {
  const recipients = [{ who: 'the mentee', sees: 'everything' }]
  return filled(formOf(fields, { private: hidden, recipients }), { name: 'Zoë', ...held }, more)
}

const unless = { field: 'sharing', is: 'shared' } as const

describe('a form that is private as a whole', () => {
  test('is not kept, and says for whom it is', () => {
    expect(wholePrivate(read(true, {}))).toEqual({
      rule: 'form-private',
      severity: 'warning',
      message:
        '“Test form” is private to the mentee, so nothing of it was kept; please delete the file, and tell who sent it that they need not',
    })
  })

  test.each<[string, Record<string, Held>, Partial<Extraction>, boolean]>([
    ['shared', { sharing: 'shared' }, {}, true],
    ['shared by its label', { sharing: 'with hr' }, {}, true],
    ['with nobody', { sharing: 'none' }, {}, false],
    ['not answered', {}, {}, false],
    ['without the box', { sharing: undefined }, {}, false],
    ['two answers', { sharing: ['shared', 'none'] }, {}, false],
    ['no such option', { sharing: 'maybe HR' }, {}, false],
    ['read from a page', { sharing: { texts: ['shared'], confidence: 0.6 } }, {}, false],
    ['told to be doubtful', { sharing: 'shared' }, { doubtful: new Set(['sharing']) }, false],
    ['damaged', { sharing: 'shared' }, { damaged: new Set(['sharing']) }, false],
    ['doubt about another answer', { sharing: 'shared' }, { doubtful: new Set(['why']) }, true],
  ])('unless it is shared: %s', (_, held, more, isKept) => {
    expect(wholePrivate(read({ unless }, held, more)) === undefined).toBe(isKept)
  })

  test('says which answer would have shared it', () => {
    expect(wholePrivate(read({ unless }, {}))?.message).toBe(
      '“Test form” is private unless “Sharing” is “With HR”, which is not certain here, so nothing of it was kept; please delete the file, and tell who sent it that they need not',
    )
  })
})

describe('answers that are private', () => {
  const hidden: Private = {
    fields: ['goals', 'why'],
    unless: [unless, { field: 'agrees', is: true }],
  }
  const secret = { why: 'SECRET', 'goals.2.goal': 'SECRET', 'goals.2.due': 'SECRET 3/4' }

  test('are withheld with all that was said of them and what was written beside them', () => {
    const about = (field: string | undefined) => ({
      file: 'a.pdf',
      rule: 'value-cut-off' as const,
      severity: 'warning' as const,
      ...(field !== undefined && { field }),
      message: 'SECRET',
    })
    const draft = validate(
      read(
        hidden,
        { ...secret, sharing: 'shared' },
        {
          extra: new Map([['more', ['SECRET']]]),
          remarks: [{ page: 0, subtype: 'FreeText', text: 'SECRET' }],
          messages: [about('goals.2.goal'), about('why')],
          added: [about(undefined)],
        },
      ),
    )
    expect(JSON.stringify(draft)).not.toContain('SECRET')
    expect(draft).toMatchObject({
      status: 'complete',
      withheld: ['why', 'goals'],
      values: { name: 'Zoë', why: null, goals: [] },
    })
    expect(draft.messages.map(({ message }) => message)).toEqual([
      '“Why?” and “Goals” are private unless “Sharing” is “With HR” and “I agree” is ticked, which is not certain here, so neither their answers nor the file were kept; please delete it',
    ])
  })

  test('are kept where all agree', () => {
    const draft = validate(read(hidden, { ...secret, sharing: 'shared', agrees: 'yes' }))
    expect(draft.withheld).toBeUndefined()
    expect(draft.values).toMatchObject({ why: 'SECRET' })
  })

  test('are not told of where there are none', () => {
    const draft = validate(read({ fields: ['goals'] }, { why: 'Because' }))
    expect(draft.withheld).toBeUndefined()
    expect(draft.messages.map(({ message }) => message)).toEqual([
      'Goals has no entry; fill in at least one row',
    ])
  })

  test('leave no word of a form on which nothing else stands', () => {
    const draft = validate(read(hidden, { ...secret, name: '' }))
    expect(draft.messages.map(({ rule }) => rule)).toEqual(['form-private', 'value-required'])
  })
})

test('what is not kept breaks no rule', () => {
  const form = formOf(fields, {
    private: { fields: ['goals'], unless },
    recipients: [{ who: 'the mentee', sees: 'everything' }],
    rules: [{ rows: 'goals', atLeast: 1 }],
  })
  const record = validate(filled(form, { name: 'Zoë', why: 'To learn', 'goals.1.goal': 'Speak' }))
  expect(record.messages.map(({ rule }) => rule)).toEqual(['form-private'])
  expect(record).toMatchObject({ status: 'complete', withheld: ['goals'] })
})
