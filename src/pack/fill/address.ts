import { report } from '../../messages/message.ts'
import { addressOf, dialled, isAddress, isTelephone, SCHEME } from '../text/address.ts'
import { PLACEHOLDER_PATTERN } from '../text/placeholder.ts'
import type { Resolved } from './resolve.ts'

/**
 * The answers in an address, encoded so that they are one part of it and change neither its scheme nor its path. An answer at
 * the beginning may be an address itself, of the web or of e-mail; one after `https://` the host with what follows, one after `mailto:`
 * a mailbox, and one after `tel:` a number as people write it. Undefined where the organisation has none of what the address needs.
 */
export function encodedFor(address: string, resolved: readonly Resolved[]): string[] | undefined {
  const matches = [...address.matchAll(PLACEHOLDER_PATTERN)]
  if (resolved.some(({ resolution }) => resolution.kind === 'nothing')) return undefined
  return resolved.map((one, index) => {
    const match = matches[index]
    const before = address.slice(0, match?.index)
    if (one.resolution.kind !== 'text') return standInAfter(before)
    const after = address.slice(before.length + (match?.[0].length ?? 0))
    return encoded(one.resolution.text, { before, after }, one)
  })
}

/** What stands in the place of an answer that is open or wrong, so that nothing else is said of the address. */
function standInAfter(before: string): string {
  // A link has to lead somewhere, so it leads to the page itself.
  if (before === '') return '#'
  if (/^https?:\/\/$/i.test(before)) return 'example.invalid'
  if (/^mailto:$/i.test(before)) return 'nobody@example.invalid'
  return /^tel:$/i.test(before) ? '0' : ''
}

/** The text of an address on both sides of an answer. */
interface Sides {
  readonly before: string
  readonly after: string
}

function encoded(text: string, sides: Sides, one: Resolved): string {
  const { before, after } = sides
  const isEnd = /^(?:[/?#]|$)/.test(after)
  const bare = text.replace(SCHEME, '')
  if (before === '') return withoutSlash(wholeAddress(text, one, before), after)
  if (/^https?:\/\/$/i.test(before) && isEnd) return withoutSlash(hostOf(bare, one, before), after)
  if (/^mailto:$/i.test(before) && isEnd) return mailboxOf(bare, one, before)
  if (/^tel:$/i.test(before) && after === '' && isTelephone(bare))
    return dialled(bare).slice('tel:'.length)
  return part(before.endsWith('@') ? bare.replace(/\/$/, '') : text, before, one)
}

function withoutSlash(address: string, after: string): string {
  return after.startsWith('/') ? address.replace(/\/$/, '') : address
}

function wholeAddress(text: string, one: Resolved, before: string): string {
  const address = addressOf(/^www\./i.test(text) ? `https://${text}` : text)
  if (address) return address
  return misfit(
    'link-protocol',
    `Unexpected address \`${text}\` for \`${one.occurrence.raw}\`, expected one that begins with \`https://\`, \`http://\` or \`mailto:\``,
    one,
    before,
  )
}

function hostOf(text: string, one: Resolved, before: string): string {
  if (isAddress(`https://${text}`)) return text
  return misfit(
    'answer-type',
    `Unexpected answer \`${text}\` for \`${one.occurrence.raw}\`, expected the address of a website, such as \`www.example.org\``,
    one,
    before,
  )
}

function mailboxOf(text: string, one: Resolved, before: string): string {
  if (addressOf(text)?.startsWith('mailto:')) return encodeURIComponent(text).replaceAll('%40', '@')
  return misfit(
    'answer-type',
    `Unexpected answer \`${text}\` for \`${one.occurrence.raw}\`, expected an e-mail address, such as \`people@example.org\``,
    one,
    before,
  )
}

function part(text: string, before: string, one: Resolved): string {
  if (/^\.{1,2}$/.test(text)) {
    const reason = `Unexpected answer \`${text}\` for \`${one.occurrence.raw}\`, expected one that can be part of an address`
    return misfit('answer-type', reason, one, before)
  }
  const encoded = encodeURIComponent(text)
  return before.startsWith('mailto:') ? encoded.replaceAll('%40', '@') : encoded
}

/** Says what is wrong with an answer, and gives what stands in its place. */
function misfit(
  rule: 'link-protocol' | 'answer-type',
  reason: string,
  { draft, occurrence }: Resolved,
  before: string,
): string {
  report(draft.file, rule, reason, occurrence.point)
  return standInAfter(before)
}
