/** How an address of each scheme that links may have must be written. */
const patterns: Readonly<Record<string, RegExp>> = {
  'https:': /^https:\/\/[^/]/,
  'http:': /^http:\/\/[^/]/,
  'mailto:': /^mailto:[^/]/,
  'tel:': /^tel:[\w+().%;=*#-]+$/,
}

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
