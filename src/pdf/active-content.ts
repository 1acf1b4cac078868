import type { ObjectStore } from './object-store.ts'
import { isArray, isDict, type PdfDict, type PdfObject, PdfStream } from './objects.ts'
import type { PdfFile } from './open.ts'

/** Dictionaries and arrays of a file that are looked at; a form has some thousands. */
const MOST_OBJECTS = 50_000

/** What a file may do when it is opened, clicked or filled in, by the names of actions and annotations (ISO 32000-1, tables 198 and 169). */
export type ActiveContent = keyof typeof kinds

const kinds = {
  JavaScript: 'S',
  Launch: 'S',
  SubmitForm: 'S',
  ImportData: 'S',
  URI: 'S',
  GoToR: 'S',
  GoToE: 'S',
  Rendition: 'S',
  Movie: 'S',
  Sound: 'S',
  RichMediaExecute: 'S',
  RichMedia: 'Subtype',
  Screen: 'Subtype',
  '3D': 'Subtype',
} as const satisfies Record<string, 'S' | 'Subtype'>

/** Finds what is active in a file, wherever its catalogue leads; links (URI) count only where they open by themselves. */
export function readActiveContent({ catalog, objects }: PdfFile): Set<ActiveContent> {
  const found = new Set<ActiveContent>()
  const parts: PdfObject[] = [catalog]
  const visited = new Set<PdfObject>()
  while (parts.length > 0 && visited.size < MOST_OBJECTS) {
    const object = objects.resolve(parts.pop())
    const part = object instanceof PdfStream ? object.dict : object
    if (visited.has(part) || !(isDict(part) || isArray(part))) continue
    visited.add(part)
    if (isArray(part)) {
      parts.push(...part)
      continue
    }
    for (const kind of kindsOf(objects, part)) found.add(kind)
    for (const [key, value] of part) if (!passive.has(key)) parts.push(value)
  }
  return found
}

/** Where nothing can be active, and most objects of a form are. */
const passive = new Set(['StructTreeRoot', 'Parent', 'P', 'Font', 'Metadata'])

function kindsOf(objects: ObjectStore, dict: PdfDict): ActiveContent[] {
  const named = new Set(['S', 'Subtype'].map((key) => `${key} ${objects.name(dict.get(key))}`))
  const hasScript = dict.has('JS') || dict.has('JavaScript')
  return (Object.keys(kinds) as ActiveContent[]).filter((kind) => {
    if (kind === 'URI') return opensByItself(objects, dict)
    return named.has(`${kinds[kind]} ${kind}`) || (kind === 'JavaScript' && hasScript)
  })
}

function opensByItself(objects: ObjectStore, dict: PdfDict): boolean {
  const triggered = [...(objects.dict(dict.get('AA'))?.values() ?? []), dict.get('OpenAction')]
  return triggered.some((action) => objects.name(objects.dict(action)?.get('S')) === 'URI')
}
