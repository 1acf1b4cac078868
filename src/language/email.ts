/** RFC 5321, 4.5.3.1, in characters. */
const LONGEST = 254
const LONGEST_LOCAL = 64
const LONGEST_LABEL = 63
const MAILTO = /^mailto:\s*/i
// RFC 5322, 3.2.3, and letters of any script (RFC 6532); quotes and comments, which nobody types on purpose, are left out.
const ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u
const LABEL = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u
const TOP_LEVEL = /^(?!\p{N}+$)[\p{L}\p{M}\p{N}-]{2,}$/u

export interface EmailReading {
  readonly address: string
  /** The text began with `mailto:`, as a link that was copied does. */
  readonly hadScheme: boolean
}

/**
 * Reads an e-mail address: one that could be given out by a provider, at a domain of the internet with letters of any
 * script. Gives `undefined` when the text is none; whether mail arrives there only mail itself can tell.
 */
export function readEmail(text: string): EmailReading | undefined {
  const trimmed = text.trim()
  const address = trimmed.replace(MAILTO, '')
  if (address.length > LONGEST) return undefined
  const [local = '', domain = '', ...more] = address.split('@')
  if (more.length > 0 || !isLocal(local) || !isDomain(domain)) return undefined
  return { address, hadScheme: address !== trimmed }
}

function isLocal(local: string): boolean {
  return local.length <= LONGEST_LOCAL && local.split('.').every((atom) => ATOM.test(atom))
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return labels.length > 1 && labels.every(isLabel) && TOP_LEVEL.test(labels.at(-1) ?? '')
}

function isLabel(label: string): boolean {
  return label.length <= LONGEST_LABEL && LABEL.test(label) && !label.endsWith('-')
}
