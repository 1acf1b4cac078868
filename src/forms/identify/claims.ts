import { bytesToHex } from '@noble/hashes/utils.js'
import {
  claimedName,
  DEFINITION_FILE,
  nameInIdentifier,
  readClaims as readXmpClaims,
} from '../../contracts/claims.ts'
import { readDefinition } from '../../contracts/definition.ts'
import type { FormName } from '../../contracts/form-name.ts'
import { parseJsonMaybe } from '../../contracts/json.ts'
import type { FormDefinition } from '../../model/form.ts'
import {
  isoTime,
  type PdfFile,
  readAttachment,
  readAttachments,
  readMetadata,
} from '../../pdf/index.ts'

const DAY_MS = 86_400_000
/** Definitions that are held at one time, each with so many characters at most. */
const MOST_HELD = 40
const LONGEST_HELD = 200_000
/** Of XMP, part 1, 8.4; its prefix is always this one. */
const XMP_MODIFIED = 'xmp:ModifyDate'

/** What a file says about which form it is. Nothing of it is believed yet. */
export interface Claims {
  readonly id: string | undefined
  readonly version: string | undefined
  /** The form as the metadata and the file identifier name it by its hashes. */
  readonly names: readonly FormName[]
  /** Ids of the forms in a whole pack; empty when it is a form or something else. */
  readonly packForms: readonly string[]
  /** Id of the record that the file is an archived copy of. */
  readonly archivedRecord: string | undefined
  readonly embedded: Embedded
  /** The program that says it wrote the file. */
  readonly software: string | undefined
  /** When the file says that it was last changed since it was handed out, ISO 8601. */
  readonly modified: string | undefined
}

/** The definition inside a form: whole, altered after it was written, or not there or not to be read. */
type Embedded =
  | { readonly state: 'sound'; readonly definition: FormDefinition }
  | { readonly state: 'altered' }
  | { readonly state: 'absent' }

export function readClaims(file: PdfFile): Claims {
  const { info, xmp = '' } = readMetadata(file)
  const claimed = readXmpClaims(xmp)
  const identifier = hex(file.ids[0])
  return {
    id: claimed.formId,
    version: claimed.formVersion,
    names: [claimedName(claimed), identifier && nameInIdentifier(identifier)].filter(
      (name) => typeof name === 'object',
    ),
    packForms: claimed.packForms?.split(/\s+/) ?? [],
    archivedRecord: claimed.archivedRecord,
    embedded: readEmbedded(file),
    software: softwareOf(info),
    modified: modifiedOf(info, xmp),
  }
}

function readEmbedded(file: PdfFile): Embedded {
  const attachment = readAttachments(file).find(({ name }) => name === DEFINITION_FILE)
  if (!attachment) return { state: 'absent' }
  const { bytes, isDamaged } = readAttachment(file, attachment)
  if (isDamaged) return { state: 'absent' }
  return embeddedIn(new TextDecoder().decode(bytes))
}

/** Completed forms hold the definition of their blank form, letter for letter. */
function embeddedIn(text: string): Embedded {
  const known = embedded.get(text)
  if (known) return known
  const definition = readDefinition(parseJsonMaybe(text))
  const read: Embedded = definition ? { state: 'sound', definition } : { state: 'altered' }
  if (text.length <= LONGEST_HELD) embedded.set(text, read)
  if (embedded.size > MOST_HELD) embedded.delete(embedded.keys().next().value!)
  return read
}

const embedded = new Map<string, Embedded>()

function softwareOf(info: ReadonlyMap<string, string>): string | undefined {
  const named = [info.get('Creator'), info.get('Producer')].filter((name) => name?.trim())
  return [...new Set(named)].join(', ') || undefined
}

/** A program that fills in a form without saying so leaves the dates of the build, which begin a day. */
function modifiedOf(info: ReadonlyMap<string, string>, xmp: string): string | undefined {
  const created = isoTime(info.get('CreationDate'))
  const times = [isoTime(info.get('ModDate')), modifiedInXmp(xmp), created].filter(
    (time) => time !== undefined && isOfFiller(time, created),
  )
  return times.toSorted((a = '', b = '') => Date.parse(a) - Date.parse(b)).at(-1)
}

function isOfFiller(time: string, created: string | undefined): boolean {
  const instant = Date.parse(time)
  if (Number.isNaN(instant)) return false
  return instant % DAY_MS !== 0 || (created !== undefined && instant !== Date.parse(created))
}

function modifiedInXmp(xmp: string): string | undefined {
  const start = xmp.indexOf(XMP_MODIFIED)
  if (start < 0) return undefined
  const after = xmp.slice(start + XMP_MODIFIED.length, start + XMP_MODIFIED.length + 40)
  return /^[=>"'\s]{1,5}(\d{4}-\d\d-\d\dT[\d:]{5,8}(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d))/.exec(
    after,
  )?.[1]
}

function hex(bytes: Uint8Array | undefined): string | undefined {
  return bytes?.length === 16 ? bytesToHex(bytes) : undefined
}
