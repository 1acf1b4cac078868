import { asciiBytes, indexOf } from './bytes.ts'
import type { ObjectStore } from './object-store.ts'
import { isArray, isDict, type PdfDict, type PdfObject, PdfStream, PdfString } from './objects.ts'
import type { PdfFile } from './open.ts'
import { xfaStreams } from './xfa.ts'

/** Dictionaries and arrays of a file that are looked at; a form has some thousands. */
const MOST_OBJECTS = 200_000

/** What a file may do when it is opened, clicked or filled in, by the names of actions and annotations (ISO 32000-2, tables 201 and 171). */
export type ActiveContent = keyof typeof kinds | 'XFA' | 'unsearched'

const kinds = {
  JavaScript: 'S',
  Launch: 'S',
  SubmitForm: 'S',
  ImportData: 'S',
  ResetForm: 'S',
  Hide: 'S',
  SetOCGState: 'S',
  URI: 'S',
  GoToR: 'S',
  GoToE: 'S',
  Thread: 'S',
  Rendition: 'S',
  Movie: 'S',
  Sound: 'S',
  GoTo3DView: 'S',
  RichMediaExecute: 'S',
  RichMedia: 'Subtype',
  Screen: 'Subtype',
  '3D': 'Subtype',
} as const satisfies Record<string, 'S' | 'Subtype'>

/**
 * Finds what is active in a file, wherever its catalogue leads; links (URI) count only where they
 * open by themselves, behind a field, or lead to something else than the web.
 */
export function readActiveContent(file: PdfFile): Set<ActiveContent> {
  const { objects } = file
  const found = new Set<ActiveContent>()
  for (const part of partsOf(file)) {
    if (part === 'more') found.add('unsearched')
    else for (const kind of kindsOf(objects, part)) found.add(kind)
  }
  if (xfaStreams(file).some((stream) => isXfaActive(objects, stream))) found.add('XFA')
  return found
}

/** The dictionaries of files that are embedded anywhere (ISO 32000-1, 7.11.4), also behind annotations and pages. */
export function embeddedFiles(file: PdfFile): PdfDict[] {
  return [...partsOf(file)].filter((part) => part !== 'more' && part.has('EF')) as PdfDict[]
}

/** All dictionaries that the catalogue leads to, each once, and a word where there are too many to look at. */
function* partsOf({ catalog, objects }: PdfFile): Generator<PdfDict | 'more'> {
  const parts: PdfObject[] = [catalog]
  const visited = new Set<PdfObject>()
  for (let next = parts.pop(); next !== undefined; next = parts.pop()) {
    const object = objects.resolve(next)
    const part = object instanceof PdfStream ? object.dict : object
    if (visited.has(part) || !(isDict(part) || isArray(part))) continue
    if (visited.size >= MOST_OBJECTS) return yield 'more'
    visited.add(part)
    if (isArray(part)) {
      for (const item of part) parts.push(item)
      continue
    }
    yield part
    for (const [key, value] of part) if (!passive.has(key)) parts.push(value)
  }
}

/** Where nothing can be active, and most objects of a form are. */
const passive = new Set(['StructTreeRoot', 'Parent', 'P', 'Font', 'Metadata'])

function kindsOf(objects: ObjectStore, dict: PdfDict): ActiveContent[] {
  const named = new Set(['S', 'Subtype'].map((key) => `${key} ${objects.name(dict.get(key))}`))
  const hasScript = isScript(objects.resolve(dict.get('JS'))) || isNameTree(objects, dict)
  return (Object.keys(kinds) as (keyof typeof kinds)[]).filter((kind) => {
    if (kind === 'URI') return opensByItself(objects, dict) || leadsElsewhere(objects, dict)
    return named.has(`${kinds[kind]} ${kind}`) || (kind === 'JavaScript' && hasScript)
  })
}

/** A picture may well be called `JS` in a list of pictures, and an option `JavaScript`. */
function isScript(object: PdfObject): boolean {
  return object instanceof PdfString || (object instanceof PdfStream && !object.dict.has('Subtype'))
}

function isNameTree(objects: ObjectStore, dict: PdfDict): boolean {
  const scripts = objects.resolve(dict.get('JavaScript'))
  return isDict(scripts) && (scripts.has('Names') || scripts.has('Kids'))
}

function opensByItself(objects: ObjectStore, dict: PdfDict): boolean {
  const isField = objects.name(dict.get('Subtype')) === 'Widget'
  const triggered = [
    ...(objects.dict(dict.get('AA'))?.values() ?? []),
    dict.get('OpenAction'),
    ...(isField ? [dict.get('A')] : []),
  ]
  return triggered.some((action) => objects.name(objects.dict(action)?.get('S')) === 'URI')
}

/** Whether a link leads to something else than a page of the web or an address of people, such as a file or a script. */
function leadsElsewhere(objects: ObjectStore, dict: PdfDict): boolean {
  const address = objects.name(dict.get('S')) === 'URI' && objects.text(dict.get('URI'))?.text
  return address
    ? /^\s*(?:[\\/]{2}|(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:)/i.test(address)
    : false
}

/** Whether a part of an XML form does more than hold values. */
function isXfaActive(objects: ObjectStore, stream: PdfStream): boolean {
  const { bytes } = objects.streamData(stream)
  return xfaActions.some((element) => indexOf(bytes, element) !== -1)
}

/** Elements of XFA 3.3 that run or send something, with and without a prefix. */
const xfaActions = ['script', 'submit', 'execute']
  .flatMap((name) => [`<${name}`, `:${name}`])
  .map(asciiBytes)
