import { report } from '../../messages/message.ts'
import { addressOf } from '../text/address.ts'
import { PLACEHOLDER_PATTERN } from '../text/placeholder.ts'
import type { Resolved } from './resolve.ts'

/**
 * The answers in an address, encoded so that they are one part of it and change neither its scheme nor its path. Only an
 * answer at the beginning of the address may be an address itself, and then of the web or of e-mail.
 */
export function encodedFor(address: string, resolved: readonly Resolved[]): string[] {
  const matches = [...address.matchAll(PLACEHOLDER_PATTERN)]
  return resolved.map((one, index) => {
    // A link has to lead somewhere, so an open placeholder leads to the page itself.
    if (one.resolution.kind !== 'text') return index === 0 && matches[0]?.index === 0 ? '#' : ''
    const { text } = one.resolution
    const match = matches[index]
    if (match?.index !== 0) return part(text, address, one)
    const whole = wholeAddress(text, one)
    return address.startsWith('/', match[0].length) ? whole.replace(/\/$/, '') : whole
  })
}

function wholeAddress(text: string, { draft, occurrence }: Resolved): string {
  const address = addressOf(text)
  if (address) return address
  const reason = `Unexpected address \`${text}\` for \`${occurrence.raw}\`, expected one that begins with \`https://\`, \`http://\` or \`mailto:\``
  report(draft.file, 'link-protocol', reason, occurrence.point)
  return '#'
}

function part(text: string, address: string, { draft, occurrence }: Resolved): string {
  if (/^\.{1,2}$/.test(text)) {
    const reason = `Unexpected answer \`${text}\` for \`${occurrence.raw}\`, expected one that can be part of an address`
    report(draft.file, 'answer-type', reason, occurrence.point)
    return ''
  }
  const encoded = encodeURIComponent(text)
  return address.startsWith('mailto:') ? encoded.replaceAll('%40', '@') : encoded
}
