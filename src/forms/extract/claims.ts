import { bytesToHex } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { hashOf } from '../../contracts/hash.ts'
import { DEFINITION_FILE, FormDefinition, XMP_NAMESPACE } from '../../model/form.ts'
import { type PdfFile, readAttachment, readAttachments, readMetadata } from '../../pdf/index.ts'

/** What a file says about which form it is. Nothing of it is believed yet. */
export interface Claims {
  readonly id: string | undefined
  readonly version: string | undefined
  /** Full hash of the definition, from the metadata. */
  readonly hash: string | undefined
  /** The first 32 digits of the hash, from the file identifier. */
  readonly shortHash: string | undefined
  /** Ids of the forms in a whole pack; empty when it is a form or something else. */
  readonly packForms: readonly string[]
  readonly embedded: Embedded
  /** The program that says it wrote the file. */
  readonly software: string | undefined
}

/** The definition inside a form: whole, altered after it was written, or not there or not to be read. */
type Embedded =
  | { readonly state: 'sound'; readonly definition: FormDefinition }
  | { readonly state: 'altered' }
  | { readonly state: 'absent' }

/** Reads what a PDF claims to be. */
export function readClaims(file: PdfFile): Claims {
  const { info, xmp = '' } = readMetadata(file)
  return {
    id: xmpProperty(xmp, 'formId'),
    version: xmpProperty(xmp, 'formVersion'),
    hash: xmpProperty(xmp, 'formHash'),
    shortHash: hex(file.ids[0]),
    packForms: xmpProperty(xmp, 'packForms')?.split(/\s+/) ?? [],
    embedded: readEmbedded(file),
    software: softwareOf(info),
  }
}

/** A property of our namespace, as an element or as an attribute, with whatever prefix it is written. */
function xmpProperty(xmp: string, name: string): string | undefined {
  const declared = xmp.match(new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["']${XMP_NAMESPACE}["']`))
  if (!declared?.[1]) return undefined
  const property = `${declared[1].replaceAll('.', '\\.')}:${name}`
  const found =
    xmp.match(new RegExp(`<${property}(?:\\s[^>]*)?>\\s*([^<]*?)\\s*</${property}>`)) ??
    xmp.match(new RegExp(`\\s${property}\\s*=\\s*["']([^"']*)["']`))
  return found?.[1] || undefined
}

function readEmbedded(file: PdfFile): Embedded {
  const attachment = readAttachments(file).find(({ name }) => name === DEFINITION_FILE)
  if (!attachment) return { state: 'absent' }
  const { bytes, isDamaged } = readAttachment(file, attachment)
  if (isDamaged) return { state: 'absent' }
  const definition = Json.pipe(FormDefinition).safeParse(new TextDecoder().decode(bytes))
  return definition.success && hashOf(definition.data) === definition.data.hash
    ? { state: 'sound', definition: definition.data }
    : { state: 'altered' }
}

const Json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue('Expected JSON')
    return z.NEVER
  }
})

function softwareOf(info: ReadonlyMap<string, string>): string | undefined {
  const named = [info.get('Creator'), info.get('Producer')].filter((name) => name?.trim())
  return [...new Set(named)].join(', ') || undefined
}

function hex(bytes: Uint8Array | undefined): string | undefined {
  return bytes?.length === 16 ? bytesToHex(bytes) : undefined
}
