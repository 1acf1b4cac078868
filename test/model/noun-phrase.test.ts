import { expect, test } from 'vitest'
import {
  type NameKind,
  possessive,
  prepositionOf,
  readName,
  withArticle,
} from '../../src/language/noun-phrase.ts'

test.each<[NameKind, string, string]>([
  ['body', 'HR', 'HR'],
  ['body', 'Human Resources', 'Human Resources'],
  ['body', 'People team', 'the People team'],
  ['body', 'The People & Culture Team', 'the People & Culture Team'],
  ['body', 'people and culture', 'people and culture'],
  ['body', 'Fair Work Ombudsman', 'the Fair Work Ombudsman'],
  ['body', 'Union of Lantern and Craft Workers', 'the Union of Lantern and Craft Workers'],
  ['body', 'Crew Services at extension 204', 'Crew Services at extension 204'],
  ['body', 'Board of Directors', 'the Board of Directors'],
  ['body', 'trustees', 'the trustees'],
  ['body', 'Our HR department', 'our HR department'],
  ['body', 'HR or the CEO', 'HR or the CEO'],
  ['body', 'Head of People and Culture', 'the Head of People and Culture'],
  ['body', 'Office Manager and bookkeeper', 'the Office Manager and bookkeeper'],
  ['body', 'Łukasz Żółć', 'Łukasz Żółć'],
  ['body', '人事部', '人事部'],
  ['law', 'Data Protection Act 2018', 'the Data Protection Act 2018'],
  ['law', 'the Privacy Act 1988', 'the Privacy Act 1988'],
  ['law', 'state privacy law', 'state privacy law'],
  ['law', 'UK GDPR', 'the UK GDPR'],
  ['law', 'POPIA', 'POPIA'],
  ['place', 'The Policies folder', 'the Policies folder'],
  ['place', 'SharePoint', 'SharePoint'],
])('%s %s', (kind, text, expected) => {
  expect(withArticle(readName(text, kind))).toBe(expected)
})

test('owns something', () => {
  const owners = ['Human Resources', 'the People team', 'Priya Nair']
  expect(owners.map((owner) => possessive(readName(owner, 'body')))).toEqual([
    'Human Resources’',
    'the People team’s',
    'Priya Nair’s',
  ])
})

test('is in, on or at a place', () => {
  const places = [
    'HR office',
    'shared drive',
    'the policy library on the intranet',
    'https://a.example',
  ]
  expect(places.map((place) => prepositionOf(readName(place, 'place')))).toEqual([
    'in',
    'on',
    'in',
    'at',
  ])
})
