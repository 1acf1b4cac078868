import { expect, test } from 'vitest'
import { contentTypeOf } from '../../src/files/content-type.ts'

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/screen.css', 'text/css; charset=utf-8'],
  ['manifest.json', 'application/json; charset=utf-8'],
  ['assets/fonts/OFL.txt', 'text/plain; charset=utf-8'],
  ['reviews.ics', 'text/calendar; charset=utf-8'],
  ['pack.pdf', 'application/pdf'],
  ['pack.zip', 'application/zip'],
  ['assets/fonts/serif.woff2', 'font/woff2'],
  ['assets/logo.svg', 'image/svg+xml'],
  ['assets/logo.png', 'image/png'],
  ['assets/logo.jpg', 'image/jpeg'],
  ['assets/LOGO.JPEG', 'image/jpeg'],
  ['http://policypack.invalid/mentoring-policy.html', 'text/html; charset=utf-8'],
  ['assets/LICENSE', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(contentTypeOf(path)).toBe(type)
})
