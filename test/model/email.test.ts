import { expect, test } from 'vitest'
import { readEmail } from '../../src/language/email.ts'

test.each([
  'zoe@example.org',
  ' zoe@example.org ',
  'zoe.o’neil@example.org'.replace('’', "'"),
  'zoe+hr@mail.example.co.uk',
  'ZOE_1@Example.ORG',
  'zoë@beispiel.example',
  'zoe@bücher.example',
  'ольга@почта.рф',
  'zoe@xn--bcher-kva.example',
  'zoe@1.example',
  'a@b.co',
])('an address: %s', (text) => {
  expect(readEmail(text)).toEqual({ address: text.trim(), hadScheme: false })
})

test.each(['mailto:zoe@example.org', 'MailTo: zoe@example.org'])('out of a link: %s', (text) => {
  expect(readEmail(text)).toEqual({ address: 'zoe@example.org', hadScheme: true })
})

test.each([
  '',
  'zoe',
  'zoe@',
  '@example.org',
  'zoe@example',
  'zoe@x',
  'zoe.@x',
  'zoe.@example.org',
  '.zoe@example.org',
  'zo..e@example.org',
  'zoe@@example.org',
  'zoe@x.org@y.org',
  'zoe @example.org',
  'zoe@example .org',
  'zoe@example.org.',
  'zoe@.example.org',
  'zoe@example..org',
  'zoe@-example.org',
  'zoe@example-.org',
  'zoe@exam_ple.org',
  'zoe@example.o',
  'zoe@127.0.0.1',
  'zoe@[127.0.0.1]',
  'zoe(at work)@example.org',
  '"zoe smith"@example.org',
  'Zoe <zoe@example.org>',
  'zoe@example.org, ola@example.org',
  'zoe@example.org; ola@example.org',
  'zoe@example.org?subject=x',
  'zoe’s@example.org',
  'zoe@exam\u200bple.org',
  'mailto:mailto:zoe@example.org',
  'http://zoe@example.org',
  `${'z'.repeat(65)}@example.org`,
  `zoe@${'a'.repeat(64)}.org`,
  `zoe@${'a.'.repeat(130)}org`,
])('no address: %s', (text) => {
  expect(readEmail(text)).toBeUndefined()
})
