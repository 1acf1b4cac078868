import { expect, test } from 'vitest'
import { respellingFor } from '../../src/language/spelling.ts'

test.each([
  ['en-US', 'Organisations recognised it.', 'Organizations recognized it.'],
  ['en-US', 'OUR PROGRAMME, its programmes', 'OUR PROGRAM, its programs'],
  ['en-US', 'The counsellor’s enquiries', 'The counselor’s inquiries'],
  [
    'en-US',
    'a judgement on labour, behaviours and favouring',
    'a judgment on labor, behaviors and favoring',
  ],
  ['en-US', 'practise at a centre; centred practice', 'practice at a center; centered practice'],
  ['en-US', 'a licence to fulfil and fulfilment', 'a license to fulfill and fulfillment'],
  ['en-US', 'enrol, enrolled, enrolment', 'enroll, enrolled, enrollment'],
  ['en-US', 'analyse an analysis, an analyst', 'analyze an analysis, an analyst'],
  ['en-US', 'reorganising the disorganised', 'reorganizing the disorganized'],
  ['en-US', 'a specialist, an organism, criticism, four hours, your advice', undefined],
  ['en-US', 'see https://labour.example.org/programme or programme@example.org', undefined],
  ['en-US', 'peer-coaching-programme-guide.md', undefined],
  ['en-PH', 'organisation', 'organization'],
  ['en-CA', 'a programme of organised labour', 'a program of organized labour'],
  ['en-CA', 'enrol and fulfil', 'enrol and fulfill'],
  ['en-AU', 'a programme of organised labour', 'a program of organised labour'],
  ['en-GB', 'a programme of organised labour', undefined],
  ['en-IE', 'a programme of organised labour', undefined],
  ['en-NZ', 'a programme of organised labour', undefined],
  ['fr-CA', 'programme', undefined],
])('in %s writes %j', (locale, text, expected = text) => {
  expect(respellingFor(locale)(text)).toBe(expected)
})
