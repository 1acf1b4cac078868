import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Locate } from '../messages/message.ts'
import { type Document, FrontMatter, type Source } from '../model/document.ts'
import { hashOf, notesFolder, reader, writeNoted } from './recall.ts'

/** What is noted of a document, with the places of all that its front matter says. */
interface Noted {
  readonly document: Omit<Document, 'file' | 'locate'>
  readonly places: ReadonlyMap<string, ReturnType<Locate>>
}

/**
 * Reads a content file as `parse` does. What the same program has read before, and had nothing to say of, it takes from notes in a
 * folder of the user's own: reading is most of the time that a check takes.
 */
export async function readNoted({ file }: Source): Promise<Document | undefined> {
  const text = String(file)
  const path = join(notesFolder(), 'parsed', hashOf([reader(), file.path, text]))
  const noted = readMaybe(path)
  if (noted) return { ...noted.document, file, locate: locateIn(noted) }
  const document = await readAnew({ file })
  if (document && file.messages.length === 0 && Object.keys(file.data).length === 0)
    await writeNoted(path, serialize(notedOf(document)))
  return document
}

function notedOf({ file: _, locate, ...document }: Document): Noted {
  // A message may ask for a key that is not there.
  const paths = [...pathsIn(document.meta), ...Object.keys(FrontMatter.shape).map((key) => [key])]
  return { document, places: new Map(paths.map((path) => [JSON.stringify(path), locate(path)])) }
}

/** The way to each value in a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys: Iterable<string | number> = Array.isArray(value) ? value.keys() : Object.keys(value)
  const inner = [...keys].flatMap((key) => pathsIn(Reflect.get(value, key), [...path, key]))
  return [path, ...inner]
}

type Path = readonly (string | number)[]

function locateIn({ places }: Noted): Locate {
  return (place) => places.get(JSON.stringify(place))
}

/** Reads a content file whatever is noted. */
export async function readAnew(source: Source): Promise<Document | undefined> {
  // It takes much that is loaded only then.
  const { parse } = await import('./parse/index.ts')
  return parse(source)
}

function readMaybe(path: string): Noted | undefined {
  try {
    return deserialize(readFileSync(path))
  } catch {
    return undefined
  }
}
