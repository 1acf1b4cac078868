import type { Element } from 'xast'
import { Bounds } from '../../containers/bounds.ts'
import { textOf } from '../../containers/text.ts'
import { zipEntries } from '../../containers/zip.ts'
import { Unreadable } from '../unreadable.ts'
import { attribute, elementsOf, parseXml } from './xml.ts'

/** Handbooks of some hundred pages have a tenth of it. */
const MOST_XML = 20_000_000

/** Where a part says that another lies: `rId4` → its path, or an address outside. */
export interface Relation {
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

/** The parts of a Word file (ECMA-376, part 2), read when they are asked for and within the bounds of one file. */
export interface WordPackage {
  readonly names: readonly string[]
  readonly bytes: (name: string) => Uint8Array | undefined
  readonly part: (name: string) => Element | undefined
  /** The relations of a part, by their ids. */
  readonly relations: (name: string) => ReadonlyMap<string, Relation>
  /** The part that is the document. */
  readonly main: string
}

/** Opens a Word file. Throws {@link Unreadable} where it holds no document. */
export function openPackage(bytes: Uint8Array): WordPackage {
  const bounds = new Bounds()
  const entries = new Map<string, (most?: number) => Uint8Array | undefined>()
  for (const { name, read } of zipEntries(bytes, bounds)) {
    if (!bounds.takesFile()) throw new Unreadable('it has more parts than any document')
    entries.set(name.replace(/^\//, ''), read)
  }
  const read = (name: string): Uint8Array | undefined => {
    const found = entries.get(name)?.()
    if (!bounds.isWhole) throw new Unreadable('it unpacks to more than any document')
    return found
  }
  const part = (name: string): Element | undefined => {
    const found = read(name)
    if (found && found.length > MOST_XML) throw new Unreadable('it is longer than any document')
    return found && parseXml(decode(found))
  }
  const relations = (name: string) => relationsOf(name, part)
  const [main] = [...relations('').values()]
    .filter(({ type }) => type === 'officeDocument')
    .map(({ target }) => target)
  if (!main || !entries.has(main)) throw new Unreadable('there is no text of Word in it')
  return { names: [...entries.keys()], bytes: read, part, relations, main }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return textOf(bytes).replace(/^\uFEFF/, '')
}

function relationsOf(
  name: string,
  part: (name: string) => Element | undefined,
): Map<string, Relation> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const listed = part(`${folder}_rels/${name.slice(folder.length)}.rels`)
  const all = listed ? elementsOf(listed) : []
  return new Map(
    all.map((one) => {
      const target = attribute(one, 'Target') ?? ''
      const isOutside = attribute(one, 'TargetMode') === 'External'
      const type = (attribute(one, 'Type') ?? '').replace(/^.*\//, '')
      return [
        attribute(one, 'Id') ?? '',
        { type, isOutside, target: isOutside ? target : resolved(folder, target) },
      ]
    }),
  )
}

/** A path from the folder of a part; names of parts never lead out of the file, since they are looked up and not opened. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
