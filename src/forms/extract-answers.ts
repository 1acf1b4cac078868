import type { AnswersFile } from '../contracts/answers-file.ts'
import { readDefinition } from '../contracts/definition.ts'
import { slotsOf } from '../contracts/slot.ts'
import { type Finding, finding } from '../messages/finding.ts'
import type { Message } from '../messages/message.ts'
import type { Extraction, KnownForms, RawSignature, Unreadable } from '../model/extraction.ts'
import { normaliseText } from '../pdf/index.ts'
import { addedFindings } from './findings/index.ts'
import { type Claims, foreignForm, identify, unknownForm } from './identify/index.ts'

/** How to read the answers that a web page saved. */
interface ExtractAnswersOptions {
  readonly file: string
  readonly known: KnownForms
  readonly anyOrganisation?: boolean
}

/** Reads the answers that the web page of a form saved, as if they stood in the fields of its PDF. */
export function extractAnswers(
  saved: AnswersFile | 'damaged',
  { file, known, anyOrganisation = false }: ExtractAnswersOptions,
): Extraction | Unreadable {
  const refused = (why: Finding): Unreadable => ({
    status: 'unreadable',
    messages: [{ file, ...why }],
  })
  if (saved === 'damaged') return refused(damagedFinding)
  const claims = claimsOf(saved)
  const identified = identify(claims, namesIn(claims), known)
  if (!identified) return refused(unknownForm(claims))
  const foreign = anyOrganisation ? undefined : foreignForm(identified, known)
  if (foreign) return refused(foreign)
  const { form, trust, findings } = identified
  const extra = extraIn(saved, form.fields)
  const remarks: Extraction['remarks'] = []
  return {
    status: 'read',
    form,
    trust,
    method: 'page',
    values: new Map(
      slotsOf(form.fields).map(({ name }) => [
        name,
        { texts: textsOf(saved.answers, name), confidence: 1 },
      ]),
    ),
    extra,
    signatures: signaturesIn(saved, form.fields),
    remarks,
    missingPages: [],
    damaged: new Set(),
    doubtful: new Set(),
    ...(saved.saved !== undefined && { modified: saved.saved }),
    messages: about(file, findings),
    added: about(file, addedFindings({ form, extra, remarks })),
  }
}

function about(file: string, findings: readonly Finding[]): Message[] {
  return findings.map((found) => ({ file, ...found }))
}

const damagedFinding = finding(
  'file-damaged',
  'The file begins like the answers that the page of a form saves, and the rest of it is not; ask for it to be saved and sent again',
)

function claimsOf({ form, saved }: AnswersFile): Claims {
  const definition = readDefinition(form)
  return {
    id: definition?.id,
    version: definition?.version,
    names: definition ? [definition] : [],
    packForms: [],
    archivedRecord: undefined,
    embedded: definition ? { state: 'sound', definition } : { state: 'altered' },
    software: undefined,
    modified: saved,
  }
}

/** The names of all fields of the form that the file says it is of. */
function namesIn({ embedded }: Claims): Set<string> {
  const fields = embedded.state === 'sound' ? embedded.definition.fields : []
  return new Set(slotsOf(fields).map(({ name }) => name))
}

type Fields = Extraction['form']['fields']

function textsOf(answers: AnswersFile['answers'], name: string): string[] {
  const text = Object.hasOwn(answers, name) ? normaliseText(answers[name] ?? '') : ''
  return text === '' ? [] : [text]
}

function extraIn({ answers, signatures }: AnswersFile, fields: Fields): Extraction['extra'] {
  const own = new Set(slotsOf(fields).map(({ name }) => name))
  const names = [...Object.keys(answers), ...Object.keys(signatures)]
  const others = names.filter((name) => !own.has(name)).slice(0, MOST_EXTRA)
  return new Map(others.map((name) => [name, textsOf(answers, name)]))
}

/** So many fields that a form does not have are told, which is more than anybody adds to one. */
const MOST_EXTRA = 1000

function signaturesIn({ signatures }: AnswersFile, fields: Fields): RawSignature[] {
  return fields.flatMap(({ type, name: field }): RawSignature[] => {
    const signature =
      type === 'signature' && Object.hasOwn(signatures, field) ? signatures[field] : undefined
    if (signature === undefined) return []
    if (typeof signature !== 'string')
      return signature.strokes.flat().length > 0 ? [{ field, kind: 'drawn' }] : []
    const by = normaliseText(signature).trim()
    return by === '' ? [] : [{ field, kind: 'typed', by }]
  })
}
