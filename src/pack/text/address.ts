import * as z from 'zod'

/** How an address of each scheme that links may have must be written. */
const patterns: Readonly<Record<string, RegExp>> = {
  'https:': /^https:\/\/[^/]/,
  'http:': /^http:\/\/[^/]/,
  'mailto:': /^mailto:[^/]/,
  'tel:': /^tel:[\w+().%;=*#-]+$/,
}

/** What stands before the host or the mailbox of an address. */
export const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/i

/** What browsers leave out or read as something else: white space, what nobody can see, and backslashes. */
const DECEPTIVE = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u

/** A host in letters that are not only Latin ones; the system writes it otherwise (Punycode). */
const OTHER_LETTERS = /^(?=.*\P{ASCII})[\p{L}\p{M}\p{N}.-]+$/u

/**
 * True for an address of the web, of e-mail or of a telephone that leads where everybody reads that it does: it is written out,
 * names its host as it is, and hides nothing in front of it.
 */
export function isAddress(text: string): boolean {
  const url = URL.parse(text)
  if (!url || DECEPTIVE.test(text) || !patterns[url.protocol]?.test(text)) return false
  return !/^http/.test(url.protocol) || namesItsHost(text, url)
}

/** A user name before the host would be read as the host, and another way to write a number as a name. */
function namesItsHost(text: string, { hostname }: URL): boolean {
  const [, written = ''] = /^https?:\/\/([^/?#]*)/.exec(text.toLowerCase()) ?? []
  const host = written.replace(/:\d{1,5}$/, '')
  return host === hostname || (OTHER_LETTERS.test(host) && host.normalize('NFKC') === host)
}

/** The address that a text is, of the web or of e-mail; undefined for all else. */
export function addressOf(text: string): string | undefined {
  if (z.email().safeParse(text).success) return `mailto:${text}`
  return isAddress(text) && !text.startsWith('tel:') ? URL.parse(text)?.href : undefined
}

/** A piece of a text, and where it leads when it is an address. */
export interface LinkedPiece {
  readonly text: string
  readonly url?: string
}

/** What may be an address among other words: of the web, of e-mail, or a telephone number after the word for it. */
const CANDIDATE =
  /(?<web>(?:https?:\/\/|www\.)[^\s<>]+)|(?<mail>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)|(?<=\b(?:tel(?:ephone)?|phone)\b[.:]{0,2}\s?)(?<phone>\+?\d[\d ().-]{4,}\d)/gi

/** What stands after an address and is no part of it. */
const AFTER = /[.,;:!?'"’”]+$/

/** A telephone number and nothing else. */
const TELEPHONE = /^(?:\+?\d|\(\d)[\d\s().-]{3,}\d$/

/** True for a text that is a telephone number where one is asked for. */
export function isTelephone(text: string): boolean {
  return TELEPHONE.test(text.trim())
}

/**
 * Cuts a text where addresses of the web, of e-mail and of telephones begin and end. A number is that of a telephone after
 * the word for it, or where one is asked for.
 */
export function linkedPieces(text: string, isTelephoneAskedFor = false): LinkedPiece[] {
  if (isTelephoneAskedFor && isTelephone(text)) return [{ text, url: dialled(text) }]
  const pieces: LinkedPiece[] = []
  let end = 0
  for (const { groups, index } of text.matchAll(CANDIDATE)) {
    const found = foundIn(groups ?? {})
    if (!found) continue
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push(found)
    end = index + found.text.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

/** True for a text that begins with an address, which no capital may change. */
export function beginsWithAddress(text: string): boolean {
  return linkedPieces(text)[0]?.url !== undefined
}

function foundIn({
  web,
  mail,
  phone,
}: Record<string, string | undefined>): Required<LinkedPiece> | undefined {
  const text = web ? withoutEnd(web) : (mail ?? phone ?? '').replace(AFTER, '')
  const url = phone ? dialled(text) : addressOf(written(text))
  return url === undefined ? undefined : { text, url }
}

/** `+44 (0)20 7946 0000` as it is dialled. */
export function dialled(number: string): string {
  return `tel:${number.replace('(0)', '').replace(/[^\d+]/g, '')}`
}

function written(text: string): string {
  return /^www\./i.test(text) ? `https://${text}` : text
}

/** An address ends before the marks of the sentence, and before a bracket that was opened before it. */
function withoutEnd(address: string): string {
  const text = address.replace(AFTER, '')
  const isOpen = /[)\]}]$/.test(text) && !/[([{]/.test(text)
  return isOpen ? withoutEnd(text.slice(0, -1)) : text
}
