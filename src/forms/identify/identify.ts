import { slotsOf } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { KnownForms, Trust } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { Claims } from './claims.ts'

/** The definition by which a file is read. */
export interface Identified {
  readonly form: FormDefinition
  readonly trust: Trust
  /** Known by nothing but the names of its fields. */
  readonly isGuess?: true
  readonly findings: readonly Finding[]
}

/**
 * Finds the definition of a completed form: by the hash in its metadata; the one inside the file where it was published; by id
 * and version; the one inside the file all the same, with a warning; and last by the names of its fields. Undefined when it is
 * no form that is known here.
 */
export function identify(
  claims: Claims,
  fieldNames: ReadonlySet<string>,
  known: KnownForms,
): Identified | undefined {
  const found =
    byHash(claims, known) ??
    byPublished(claims, known) ??
    byIdAndVersion(claims, fieldNames, known) ??
    byEmbedded(claims) ??
    byNames(fieldNames, known)
  if (!found) return undefined
  return { ...found, findings: [...found.findings, ...embeddedFindings(claims, found)] }
}

function byHash(claims: Claims, known: KnownForms): Identified | undefined {
  const { definitions } = known
  const { hash, shortHash } = claims
  const form =
    definitions.find((one) => one.hash === hash) ??
    definitions.find((one) => shortHash !== undefined && one.hash.startsWith(shortHash))
  return form && { form, trust: 'local', findings: [] }
}

/** The definition inside the file, where the organisation handed it out. */
function byPublished({ embedded }: Claims, known: KnownForms): Identified | undefined {
  if (embedded.state !== 'sound' || !known.publishedHashes.has(embedded.definition.hash))
    return undefined
  const { definition: form } = embedded
  return { form, trust: 'published', findings: otherVersion(form, known) }
}

/** The form of this id and version, where the file has all its fields. Other organisations have forms of the same ids. */
function byIdAndVersion(
  { id, version, hash, embedded }: Claims,
  fieldNames: ReadonlySet<string>,
  known: KnownForms,
): Identified | undefined {
  const form = known.definitions.find((one) => one.id === id && one.version === version)
  if (!form || likeness(form, fieldNames) < 1) return undefined
  if (embedded.state === 'sound' && embedded.definition.organisation !== form.organisation)
    return undefined
  const isOther = hash !== undefined && embedded.state === 'absent'
  return { form, trust: 'local', findings: isOther ? [otherText(form)] : [] }
}

function otherText({ title, version }: FormDefinition): Finding {
  return finding(
    'form-altered',
    `The form calls itself version ${version} of “${title}” and is not the one that is known here; make sure that its questions are the same`,
  )
}

function byEmbedded({ embedded }: Claims): Identified | undefined {
  if (embedded.state !== 'sound') return undefined
  const { definition: form } = embedded
  return {
    form,
    trust: 'embedded',
    findings: [
      finding(
        'form-untrusted',
        `This copy of “${form.title}” (version ${form.version}) is not among the forms that you published; it was read by the definition inside the file`,
      ),
    ],
  }
}

/** The definition whose fields the file has, when there is just one such. */
function byNames(fieldNames: ReadonlySet<string>, known: KnownForms): Identified | undefined {
  const alike = known.definitions.filter((form) => likeness(form, fieldNames) >= LIKENESS)
  const [form] = alike
  if (!form || alike.length > 1) return undefined
  return {
    form,
    trust: 'local',
    isGuess: true,
    findings: [
      finding(
        'form-guessed',
        `The file does not say which form it is; its fields are those of “${form.title}” (version ${form.version})`,
      ),
    ],
  }
}

/** Share of a form's fields that a file without any other mark must have. */
const LIKENESS = 0.9

/** Which share of the form's fields the file has, from 0 to 1. */
function likeness(form: FormDefinition, fieldNames: ReadonlySet<string>): number {
  const names = new Set(slotsOf(form.fields).map(({ name }) => name))
  return names.size === 0
    ? 0
    : [...names].filter((name) => fieldNames.has(name)).length / names.size
}

function otherVersion(form: FormDefinition, known: KnownForms): Finding[] {
  const present = known.definitions.find(({ id }) => id === form.id)
  if (!present || present.version === form.version) return []
  return [
    finding(
      'form-other-version',
      `The form is version ${form.version} of “${form.title}”; the present one is ${present.version}`,
    ),
  ]
}

function embeddedFindings({ embedded }: Claims, { form }: Identified): Finding[] {
  const isOther = embedded.state === 'sound' && embedded.definition.hash !== form.hash
  if (embedded.state !== 'altered' && !isOther) return []
  return [
    finding(
      'form-tampered',
      `The definition inside the file is not the one that it was published with; the one of “${form.title}” that is known here was used`,
    ),
  ]
}
