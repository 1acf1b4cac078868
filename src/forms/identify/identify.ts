import { type FormName, namesLayout, namesQuestions } from '../../contracts/form-name.ts'
import { slotsOf } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, shortened } from '../../messages/quoted.ts'
import type { KnownForms, Trust } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { Claims } from './claims.ts'

/** Share of a form's fields that a file without any other mark must have. */
const LIKENESS = 0.9

export interface Identified {
  readonly form: FormDefinition
  readonly trust: Trust
  /** The questions are those of the form, and the boxes are elsewhere than its definition says. */
  readonly isLaidOutOtherwise?: true
  /** The questions are known, and no form that was handed out had its boxes at these places. */
  readonly isUnlisted?: true
  /** Known by nothing but the names of its fields. */
  readonly isGuess?: true
  readonly findings: readonly Finding[]
}

/**
 * Finds the definition of a completed form: by the hash in its metadata; the one inside the file where it was published, or
 * where only its layout is new; by the hash of the questions; by id and version; the one inside the file all the same, with a
 * warning; and last by the names of its fields. Undefined when it is no form that is known here.
 */
export function identify(
  claims: Claims,
  fieldNames: ReadonlySet<string>,
  known: KnownForms,
): Identified | undefined {
  const found =
    byHash(claims, known) ??
    byKnownInside(claims, known) ??
    byQuestions(claims, known) ??
    byIdAndVersion(claims, fieldNames, known) ??
    byEmbedded(claims) ??
    byNames(fieldNames, known)
  if (!found) return undefined
  return { ...found, findings: [...found.findings, ...embeddedFindings(claims, found)] }
}

function byHash({ names }: Claims, { definitions }: KnownForms): Identified | undefined {
  const form = names
    .map((name) => definitions.find((one) => namesLayout(name, one)))
    .find((one) => one !== undefined)
  return form && { form, trust: 'local', findings: [] }
}

/** The definition inside the file, where the organisation handed out the form, in this layout or another. */
function byKnownInside({ embedded }: Claims, known: KnownForms): Identified | undefined {
  if (embedded.state !== 'sound') return undefined
  const { definition: form } = embedded
  const trust = trustIn(form, known)
  return trust && { form, trust, ...listing(form, known), findings: otherVersion(form, known) }
}

/**
 * How far a definition that came with a file is known: all of it, or its questions, so that it decides no more than where
 * their boxes are. Undefined when its questions are not known.
 */
export function trustIn(
  form: FormDefinition,
  { definitions, publishedHashes }: KnownForms,
): Trust | undefined {
  if (publishedHashes.has(form.hash)) return 'published'
  if (!hasAllPlaces(form)) return undefined
  if (definitions.some(({ questions }) => questions === form.questions)) return 'local'
  return publishedHashes.has(form.questions) ? 'published' : undefined
}

/** Whether the very layout is among the forms that are known here. */
export function listing(
  { hash }: FormName,
  { definitions, publishedHashes }: KnownForms,
): Pick<Identified, 'isUnlisted'> {
  const hashes = [...publishedHashes, ...definitions.map((form) => form.hash)]
  return hashes.some((known) => known.startsWith(hash)) ? {} : { isUnlisted: true }
}

/** Whether there is a place for each answer, so that a box which was moved stands out. */
function hasAllPlaces({ fields, widgets }: FormDefinition): boolean {
  const places = new Set(widgets.map(({ name, state }) => `${name} ${state}`))
  return slotsOf(fields).every(({ name, state }) => places.has(`${name} ${state}`))
}

/** The form with the questions that a file without a definition names; it may be in a layout that is not known here. */
function byQuestions({ names, embedded }: Claims, known: KnownForms): Identified | undefined {
  if (embedded.state !== 'absent') return undefined
  for (const name of names) {
    const form = known.definitions.find((one) => namesQuestions(name, one))
    if (form)
      return {
        ...{ form, trust: 'local', isLaidOutOtherwise: true },
        ...listing(name, known),
        findings: [],
      }
  }
  return undefined
}

/** The form of this id and version, where the file has all its fields. Other organisations have forms of the same ids. */
function byIdAndVersion(
  { id, version, embedded }: Claims,
  fieldNames: ReadonlySet<string>,
  known: KnownForms,
): Identified | undefined {
  const form = known.definitions.find((one) => one.id === id && one.version === version)
  if (!form || likeness(form, fieldNames) < 1) return undefined
  if (embedded.state === 'sound' && embedded.definition.organisation !== form.organisation)
    return undefined
  return { form, trust: 'local', findings: embedded.state === 'absent' ? [otherText(form)] : [] }
}

function otherText({ title, version }: FormDefinition): Finding {
  return finding(
    'form-altered',
    `The form calls itself version ${version} of ${quoted(title)} and is not the one that is known here; make sure that its questions are the same`,
  )
}

function byEmbedded({ embedded }: Claims): Identified | undefined {
  return embedded.state === 'sound' ? byUntrusted(embedded.definition) : undefined
}

/** By a definition that is not ours: it says what is asked, and not whose record it replaces or whether it is anonymous. */
export function byUntrusted({ sensitive: _, ...form }: FormDefinition): Identified {
  return {
    form: { ...form, recordKey: [] },
    trust: 'embedded',
    findings: [
      finding(
        'form-untrusted',
        `This copy of ${quoted(form.title)} (version ${shortened(form.version)}) is not among the forms that you published; it was read by the definition inside the file and is kept apart, in the folder \`untrusted\` of the records, until you have found out where it comes from`,
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
        `The file does not say which form it is; its fields are those of ${quoted(form.title)} (version ${shortened(form.version)})`,
      ),
    ],
  }
}

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
      `The form is version ${form.version} of ${quoted(form.title)}; the present one is ${present.version}`,
    ),
  ]
}

function embeddedFindings({ embedded }: Claims, { form }: Identified): Finding[] {
  const isOther = embedded.state === 'sound' && embedded.definition.hash !== form.hash
  if (embedded.state !== 'altered' && !isOther) return []
  return [
    finding(
      'form-tampered',
      `The definition inside the file is not the one that it was published with; the one of ${quoted(form.title)} that is known here was used`,
    ),
  ]
}
