import { embeddedFiles } from './active-content.ts'
import type { ObjectStore, StreamData } from './object-store.ts'
import { isDict, type PdfDict, PdfName, type PdfObject, PdfStream } from './objects.ts'
import type { PdfFile } from './open.ts'

export interface PdfAttachment {
  /** As the file says; never a safe path. */
  readonly name: string
  readonly description: string | undefined
  /** /AFRelationship, such as `Data`. */
  readonly relationship: string | undefined
  readonly mimeType: string | undefined
  readonly stream: PdfStream
}

/** Lists the embedded files: those associated with the document, and those of its name tree. */
export function readAttachments(file: PdfFile): PdfAttachment[] {
  const { catalog, objects } = file
  const specifications = new Set<PdfDict>()
  for (const item of objects.array(catalog.get('AF')) ?? []) {
    const dict = objects.resolve(item)
    if (isDict(dict)) specifications.add(dict)
  }
  const names = objects.dict(catalog.get('Names'))
  for (const dict of nameTreeValues(objects, names?.get('EmbeddedFiles'))) specifications.add(dict)
  const attachments = [...specifications].map((dict) => describe(objects, dict))
  return attachments.filter((attachment) => attachment !== undefined)
}

/** Lists all embedded files, also those that hang on pages and annotations alone. */
export function readAllAttachments(file: PdfFile): PdfAttachment[] {
  const listed = readAttachments(file)
  const streams = new Set(listed.map(({ stream }) => stream))
  const others = embeddedFiles(file)
    .map((dict) => describe(file.objects, dict))
    .filter((attachment) => attachment !== undefined && !streams.has(attachment.stream))
  return [...listed, ...(others as PdfAttachment[])].slice(0, file.objects.limits.attachments)
}

/** Unpacks an embedded file. */
export function readAttachment(file: PdfFile, attachment: PdfAttachment): StreamData {
  return file.objects.streamData(attachment.stream)
}

function describe(objects: ObjectStore, dict: PdfDict): PdfAttachment | undefined {
  const files = objects.dict(dict.get('EF'))
  const stream = fileKeys
    .map((key) => objects.resolve(files?.get(key)))
    .find((object) => object instanceof PdfStream)
  if (!stream) return undefined
  const names = fileKeys.map((key) => objects.text(dict.get(key))?.text)
  return {
    name: names.find((name) => name !== undefined) ?? '',
    description: objects.text(dict.get('Desc'))?.text,
    relationship: objects.name(dict.get('AFRelationship')),
    mimeType: nameText(objects.resolve(stream.dict.get('Subtype'))),
    stream,
  }
}

/** The dictionaries of a name tree (ISO 32000-1, 7.9.6), as far as the limit goes. */
function nameTreeValues(objects: ObjectStore, root: PdfObject | undefined): PdfDict[] {
  const values: PdfDict[] = []
  const visited = new Set<PdfDict>()
  const stack: PdfObject[] = [root ?? null]
  while (stack.length > 0) {
    const node = objects.resolve(stack.pop())
    if (!isDict(node) || visited.has(node)) continue
    visited.add(node)
    const names = objects.array(node.get('Names')) ?? []
    for (let i = 1; i < names.length; i += 2) {
      const value = objects.resolve(names[i])
      if (!isDict(value)) continue
      if (values.length >= objects.limits.attachments) {
        objects.report({ kind: 'limit-reached', limit: 'attachments' })
        return values
      }
      values.push(value)
    }
    for (const kid of objects.array(node.get('Kids')) ?? []) stack.push(kid)
  }
  return values
}

function nameText(object: PdfObject): string | undefined {
  return object instanceof PdfName ? object.text : undefined
}

const fileKeys = ['UF', 'F', 'DOS', 'Mac', 'Unix']
