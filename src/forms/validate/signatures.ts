import { labelsByName } from '../../contracts/slot.ts'
import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { RawSignature } from '../../model/extraction.ts'
import type { FieldOf } from '../../model/field.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { RecordSignature, SignatureDoubt } from '../../model/record.ts'
import { answersAfter, type Gravity } from './answers-after.ts'
import type { Voice } from './voice.ts'

/** A signature as the file shows it, before anything about it is verified. */
export function claimed({ field, kind, by, at }: RawSignature): RecordSignature {
  return { field, kind, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Names the signatures that are needed and absent, broken, doubtful, or older than a change to the file. */
export function checkSignatures(
  fields: FormDefinition['fields'],
  signatures: readonly RecordSignature[],
  voice: Voice,
): Finding[] {
  return fields.flatMap((field) => {
    if (field.type !== 'signature') return []
    const signature = signatures.find((candidate) => candidate.field === field.name)
    if (!signature) return field.required ? [missing(field, voice)] : []
    const says = faultsOf(signature, { signatures, fields })
    return says.map(([rule, text]) =>
      finding(rule, `${voice.subject(field.label)} ${text}`, field.name),
    )
  })
}

/** Tells of digital signatures that stand beside the boxes of the form, as programs that sign anywhere on a page make them. */
export function checkOtherSignatures(
  fields: FormDefinition['fields'],
  signatures: readonly RecordSignature[],
): Finding[] {
  const own = new Set(fields.map(({ name }) => name))
  return signatures
    .filter(({ field }) => !own.has(field))
    .flatMap((signature) => {
      const { field, by } = signature
      const signer = by === undefined ? '' : ` by ${quoted(by)}`
      const faults = faultsOf(signature, { signatures, fields })
      if (faults.length === 0)
        return finding(
          'field-extra',
          `The file has a digital signature ${quoted(field)}${signer} in none of the form's own boxes; it is valid`,
          field,
        )
      return faults.map(([rule, text]) =>
        finding(
          rule,
          `The digital signature ${quoted(field)}${signer}, in none of the form's own boxes, ${text}`,
          field,
        ),
      )
    })
}

/** Says once for a file that nobody vouches for the names of those who signed digitally. */
export function nameFindings(signatures: readonly RecordSignature[]): Finding[] {
  const unvouched = signatures.filter(({ unchecked }) => unchecked?.includes('authority'))
  const names = [...new Set(unvouched.map(({ by }) => (by === undefined ? '' : quoted(by))))]
  const told = names.filter((name) => name !== '')
  if (told.length === 0) return []
  const who = told.length > FEW ? named(told) : new Intl.ListFormat('en-GB').format(told)
  return [
    finding(
      'signature-claimed',
      `Anybody can make a certificate in any name, so that ${who} signed is only what the file claims; give the certificate of the authority that you trust by \`--trust\` to have it checked`,
    ),
  ]
}

interface Context {
  readonly signatures: readonly RecordSignature[]
  readonly fields: FormDefinition['fields']
}

type Fault = readonly [rule: RuleId, text: string]

function missing({ name, label }: FieldOf<'signature'>, { say, subject }: Voice): Finding {
  return finding(
    'signature-missing',
    say(
      '{question} is missing; sign in the box: draw it, type the name, or use a digital signature',
      { question: subject(label) },
    ),
    name,
  )
}

function faultsOf(signature: RecordSignature, context: Context): Fault[] {
  const { kind, intact, doubts = [] } = signature
  if (kind !== 'digital') return []
  if (intact === undefined)
    return [['signature-unverified', 'cannot be checked here; look at it in a PDF program']]
  if (!intact)
    return [
      [
        'signature-broken',
        'is not valid: the file was altered after it was signed, or the signature itself is damaged; ask for it to be signed again',
      ],
    ]
  return [
    ...sharedWith(signature, context),
    ...laterFaults(signature, context),
    ...doubts.map((doubt): Fault => ['signature-doubtful', sentences[doubt]]),
    ...untrusted(signature),
  ]
}

const sentences: Readonly<Record<SignatureDoubt, string>> = {
  'weak-digest':
    'was made with a digest that can be forged (SHA-1 or MD5); ask for it to be signed with a newer program',
  'weak-key':
    'was made with a key that is too short to be safe; ask for it to be signed with another certificate',
  'not-for-signing':
    'was made with a certificate that is not for signing documents, such as one of a web site; ask the signer for another one',
  expired:
    'was made with a certificate that has run out; that it was signed in time is only what the signer claims, so ask the signer whether it is theirs',
  'not-yet-valid':
    'was made with a certificate that did not hold yet at the time the signer claims; ask the signer when it was signed',
}

/** One signature in two boxes is the signature of one of them at most. It is told of the second of them. */
function sharedWith(
  { field, sameSignatureAs = [], sameSignerAs = [] }: RecordSignature,
  { signatures, fields }: Context,
): Fault[] {
  const place = (name: string): number => signatures.findIndex((one) => one.field === name)
  const isEarlier = (name: string): boolean => place(name) < place(field)
  const boxes = fields.filter(({ type }) => type === 'signature')
  const labelOf = (name: string): string =>
    quoted(boxes.find((box) => box.name === name)?.label ?? name)
  const isBox = (name: string): boolean => boxes.some((box) => box.name === name)
  const copies = sameSignatureAs.filter(isEarlier)
  const signers = isBox(field) ? sameSignerAs.filter(isBox).filter(isEarlier) : []
  return [
    ...(copies.length > 0
      ? [
          [
            'signature-copied',
            `is the very same signature as ${list(copies.map(labelOf))}; ask each of them to sign for themselves`,
          ] satisfies Fault,
        ]
      : []),
    ...(signers.length > 0
      ? [
          [
            'signature-same-signer',
            `was made with the same certificate as ${list(signers.map(labelOf))}; make sure that both are meant to be signed by one person`,
          ] satisfies Fault,
        ]
      : []),
  ]
}

function untrusted({ trusted, doubts = [] }: RecordSignature): Fault[] {
  const isTold = doubts.some((doubt) => doubt !== 'weak-digest' && doubt !== 'weak-key')
  if (trusted !== false || isTold) return []
  return [
    [
      'signature-untrusted',
      'is not vouched for by any of the given authorities; make sure that you know the certificate',
    ],
  ]
}

/** What a signature does not speak for: each is judged by what came after it, whoever signed that. */
function laterFaults(signature: RecordSignature, { signatures, fields }: Context): Fault[] {
  const { coversWholeFile, changedAfter, redrawnAfter = [], remarkedAfter = [] } = signature
  if (coversWholeFile !== false) return []
  if (!changedAfter)
    return [
      [
        'signature-outdated',
        'is older than the last change to the file; make sure that the signer agrees with what it says now',
      ],
    ]
  const labels = labelsByName(fields)
  const answers = answersAfter(signature, fields)
  const faults = [
    ...gravities.flatMap(([gravity, rule, say]): Fault[] => {
      const names = answers.filter((answer) => answer.gravity === gravity)
      const questions = names.map(({ name }) => quoted(labels.get(name) ?? name))
      return questions.length > 0 ? [[rule, say(list([...new Set(questions)]))]] : []
    }),
    ...pageFault(
      'signature-overtaken',
      redrawnAfter,
      (pages) => `was made when ${pages} looked otherwise; ask for the form to be signed again`,
    ),
    ...pageFault(
      'signature-outdated',
      remarkedAfter,
      (pages) =>
        `was made before something was written or drawn on ${pages}; make sure that the signer agrees with it`,
    ),
  ]
  const isSealed = signatures.some(({ intact, coversWholeFile: seals }) => intact && seals)
  if (faults.length > 0 || changedAfter.length > 0 || isSealed) return faults
  return [
    [
      'signature-outdated',
      'is older than the last change to the file, which left the answers as they were',
    ],
  ]
}

/** How each gravity is told, the gravest first. */
const gravities: readonly (readonly [Gravity, RuleId, (answers: string) => string])[] = [
  [
    'overtaken',
    'signature-overtaken',
    (answers) =>
      `does not hold for the answer to ${answers}, which was another one or none when it was made; ask for the form to be signed again`,
  ],
  [
    'outdated',
    'signature-outdated',
    (answers) => `is older than the answer to ${answers}; make sure that the signer agrees with it`,
  ],
  [
    'turn',
    'signature-earlier',
    (answers) => `was made before somebody else answered ${answers} and signed`,
  ],
]

function pageFault(
  rule: RuleId,
  pages: readonly number[],
  say: (pages: string) => string,
): Fault[] {
  if (pages.length === 0) return []
  const numbers = pages.map((page) => String(page + 1))
  return [[rule, say(`page${pages.length > 1 ? 's' : ''} ${list(numbers)}`)]]
}

function list(texts: readonly string[]): string {
  if (texts.length > MOST_NAMED) return `${texts.length} places, ${named(texts)}`
  return new Intl.ListFormat('en-GB').format(texts)
}

const MOST_NAMED = 10
