import { expect, test } from 'vitest'
import { renderReviews } from '../../src/pack/render/reviews.ts'
import { isAddress } from '../../src/pack/text/address.ts'

test.each([
  'http:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https:\\\\evil.example',
  'https://\\evil.example',
  'https://good.example\\@evil.example',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' https://evil.example',
  'ht\ttps://evil.example',
  'https://ev\u200bil.example',
  'https://evil.example/\u202egpj.exe',
  'HTTPS://evil.example',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://evil.example/x',
  'https://good.example@evil.example',
  'https://good.example:x@evil.example',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://good.example%2Fevil/',
  'https://ｅvil.example',
  'mailto:',
  'mailto://evil.example',
  'tel:1\n2',
  'tel://evil',
])('no address: %j', (text) => expect(isAddress(text)).toBe(false))

test.each([
  'https://example.org',
  'https://example.org/',
  'https://Example.org:8443/a%20b?c=d&e#f',
  'http://localhost:4173/a',
  'https://münchen.example/straße',
  'https://xn--mnchen-3ya.example',
  'https://192.0.2.7/a',
  'https://[2001:db8::1]/',
  'mailto:hr@example.org?subject=A%20word',
  'tel:+61(2)9999-0000',
])('an address: %s', (text) => expect(isAddress(text)).toBe(true))

test.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\x1e', '\0'])(
  'an answer with %j begins no line of a calendar',
  (end) => {
    const title = `A${end}ATTACH:https://evil.example`
    const meta = { title, version: '1.0.0', owner: title, review: '2027-01-01', changes: [] }
    const document = { id: 'a', meta } as unknown as Parameters<typeof renderReviews>[0][number]
    const organisation = { name: title, locale: 'en-GB', colour: '#000' }
    const calendar = renderReviews([document], { organisation })
    // Lines are folded with a space that is no part of them.
    const lines = calendar.replace(/\r\n /g, '').split(/[\p{Cc}\p{Zl}\p{Zp}]+/u)
    expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([])
  },
)
