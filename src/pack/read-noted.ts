import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { VFile } from 'vfile'
import type { Locate } from '../messages/message.ts'
import type { Document, Source } from '../model/document.ts'
import { parse } from './parse/index.ts'
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
  if (noted) return { ...noted.document, file, locate: locateIn(noted, file.path, text) }
  const document = parse({ file })
  if (document && file.messages.length === 0 && Object.keys(file.data).length === 0)
    await writeNoted(path, serialize(notedOf(document)))
  return document
}

function notedOf({ file: _, locate, ...document }: Document): Noted {
  const paths = pathsIn(document.meta)
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

function locateIn({ places }: Noted, path: string, text: string): Locate {
  let document: Document | undefined
  return (place) => {
    const key = JSON.stringify(place)
    if (places.has(key)) return places.get(key)
    // What a message asks of what is not there.
    document ??= parse({ file: new VFile({ path, value: text }) })
    return document?.locate(place)
  }
}

/** Reads a content file whatever is noted. */
export async function readAnew(source: Source): Promise<Document | undefined> {
  return parse(source)
}

function readMaybe(path: string): Noted | undefined {
  try {
    return deserialize(readFileSync(path))
  } catch {
    return undefined
  }
}
