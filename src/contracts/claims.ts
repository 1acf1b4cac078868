import type { FormDefinition } from '../model/form.ts'
import { escapeXml, unescapeXml } from '../pdf/xml-entities.ts'
import { scanXml } from '../pdf/xml-scan.ts'
import type { FormName } from './form-name.ts'

/** Name of the definition among the files embedded in a form. */
export const DEFINITION_FILE = 'form-definition.json'

/** Namespace of policypack's own XMP properties. */
export const XMP_NAMESPACE = 'https://policypack.example/ns/form/1.0/'

/** Its usual prefix. */
export const XMP_PREFIX = 'policypack'

const DECLARES = 'xmlns:'
const WHOLE_HASH = /^[0-9a-f]{64}$/
/** Digits of each hash in the file identifier. */
const HALF = 16

/** The properties in our namespace, each with what it says. */
export const claimNames = {
  formId: 'Id of the form',
  formVersion: 'Version of the form',
  formHash: 'SHA-256 over the definition of the form',
  formQuestions: 'SHA-256 over the questions of the form, wherever they stand on its pages',
  packForms: 'Ids of the forms in a pack',
  archivedRecord: 'Id of the record that the file is the archived form of',
} as const

/** What the metadata of a PDF say of the form that it is, or of those in it. */
export type Claims = Readonly<Partial<Record<ClaimName, string>>>

type ClaimName = keyof typeof claimNames

export function claimsOfForm({ id, version, hash, questions }: FormDefinition): Claims {
  return { formId: id, formVersion: version, formHash: hash, formQuestions: questions }
}

export function claimsOfPack(forms: readonly FormDefinition[]): Claims {
  return { packForms: forms.map(({ id }) => id).join(' ') }
}

/** The claims as elements of XMP, for a place where the prefix stands for the namespace. */
export function writeClaims(claims: Claims): string {
  return Object.entries(claims)
    .map(([name, value]) => `<${XMP_PREFIX}:${name}>${escapeXml(value)}</${XMP_PREFIX}:${name}>\n`)
    .join('')
}

/** The claims in an XMP packet, as elements or attributes, with whatever prefix a program has written them anew. */
export function readClaims(xmp: string): Claims {
  const claims: Partial<Record<ClaimName, string>> = {}
  const prefixes = new Set<string>()
  let open: ClaimName | undefined
  let text = ''
  const nameOf = (name: string): ClaimName | undefined => claimNamed(name, prefixes)
  const add = (name: ClaimName | undefined, value: string): void => {
    if (name && value) claims[name] ??= unescapeXml(value)
  }
  for (const part of scanXml(xmp)) {
    if (typeof part === 'string') {
      if (open) text += part
      continue
    }
    for (const [name, value] of part.attributes)
      if (value === XMP_NAMESPACE && name.startsWith(DECLARES))
        prefixes.add(name.slice(DECLARES.length))
    for (const [name, value] of part.attributes) add(nameOf(name), value)
    if (part.isClosing && nameOf(part.name) === open) add(open, text.trim())
    open = part.isClosing || part.isEmpty ? undefined : nameOf(part.name)
    text = ''
  }
  return claims
}

function claimNamed(name: string, prefixes: ReadonlySet<string>): ClaimName | undefined {
  const colon = name.indexOf(':')
  const local = name.slice(colon + 1)
  return prefixes.has(name.slice(0, colon)) && isClaimName(local) ? local : undefined
}

function isClaimName(name: string): name is ClaimName {
  return Object.hasOwn(claimNames, name)
}

export function claimedName({ formHash, formQuestions }: Claims): FormName | undefined {
  if (!formHash || !WHOLE_HASH.test(formHash)) return undefined
  return {
    hash: formHash,
    ...(formQuestions && WHOLE_HASH.test(formQuestions) && { questions: formQuestions }),
  }
}

/** The first part of a form's file identifier (ISO 32000-1, 14.4), 32 digits: the first ones of either hash. */
export function fileIdentifier({ hash, questions }: FormDefinition): string {
  return hash.slice(0, HALF) + questions.slice(0, HALF)
}

/** The form that a file identifier names; in files of old, all its digits are of the hash. */
export function nameInIdentifier(identifier: string): FormName {
  return { hash: identifier.slice(0, HALF), questions: identifier.slice(HALF) }
}
