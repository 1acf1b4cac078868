import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  PEOPLE_FOLDER,
  PREFILLED_FOLDER,
  PREFILLED_LINKS,
  PROMPTS_FOLDER,
} from '../contracts/file-names.ts'
import type { PersonNamed } from '../contracts/people.ts'
import { listFolder } from '../files/folder.ts'
import { ifThere } from '../files/missing.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { sweep } from '../files/temporary.ts'
import { writeFile } from '../files/write-file.ts'
import { foldRecordKey } from '../language/fold.ts'
import { mentions, nameKey } from '../language/person-name.ts'
import { ERASED, type Rotation } from './ledger/index.ts'
import { changeRotations, dropDecisions } from './on-disk.ts'
import type { Programme } from './open-programme.ts'
import { peopleCalled, personOf } from './people/index.ts'

/** By what a person is known in the files of a programme. */
export interface KnownAs {
  /** Numbers, addresses and whatever else the list of people and forms have as ids. */
  readonly ids: ReadonlySet<string>
  /** Names and addresses as texts have them. */
  readonly texts: readonly string[]
}

/** What of a programme is erased; nothing has been done yet. */
export interface Forgetting {
  /** Pages, prompts, letters and forms that say something of the person, or of records that are erased. */
  readonly files: readonly string[]
  /** In so many accepted pairs the person is replaced by nobody. */
  readonly pairs: number
  /** The list of people has them still, which only the system that it came from can change. */
  readonly isInList: boolean
  /** Erases it. What is cut short can be done again. */
  run(): Promise<void>
}

const PAGES = ['index.html', 'programme.ics', 'programme.xlsx']
const LETTERS = /^(?:peers|mentors)-\d{4}-\d\d-\d\d$/

/**
 * Who in a programme somebody is whom records are about, and whom somebody typed; nobody where `typed` is a record.
 *
 * @example
 * ```ts
 * import { knownAs, openProgramme } from 'policypack'
 *
 * const programme = await openProgramme({ config: 'org.config.json', entries: [] })
 * console.log(knownAs(programme, 'Ada Lovelace').texts.length)
 * ```
 */
export function knownAs(
  { people, match }: Pick<Programme, 'people' | 'match'>,
  typed: string,
  inRecords: readonly PersonNamed[] = [],
): KnownAs {
  const byTyped = peopleCalled(people, typed)
  const persons = [
    ...inRecords.flatMap((named) => personOf(match(named)) ?? []),
    ...(byTyped.length === 1 && inRecords.length === 0 ? byTyped : []),
  ]
  const named = [...persons, ...inRecords]
  const ids = [
    ...persons.map(({ id }) => id),
    ...inRecords.flatMap(({ identity }) => identity ?? []),
    ...named.flatMap(({ email }) => email ?? []),
  ]
  const texts = [
    ...named.flatMap(({ name }) => name ?? []),
    ...ids.filter((id) => id.includes('@')),
  ]
  return { ids: new Set(ids), texts: [...new Set(texts)] }
}

/**
 * What the files of a programme say of a person whose records are erased: pages and prompts, which the next `policypack programme`
 * makes anew, letters, prefilled forms, accepted pairs and what was decided of names. Where only records are erased and `who` is nobody,
 * it is the pages.
 *
 * @example
 * ```ts
 * import { forgettingOf, knownAs, openProgramme } from 'policypack'
 *
 * const programme = await openProgramme({ config: 'org.config.json', entries: [] })
 * const forgetting = await forgettingOf(programme, knownAs(programme, 'Ada Lovelace'))
 * await forgetting.run()
 * console.log(`${forgetting.files.length} files are gone`)
 * ```
 */
export async function forgettingOf(
  { folder, people, rotations }: Pick<Programme, 'folder' | 'people' | 'rotations'>,
  who: KnownAs,
): Promise<Forgetting> {
  const prefilled = await prefilledOf(folder, who)
  const files = [
    ...(await pagesIn(folder)),
    ...(await lettersOf(folder, who)),
    ...prefilled.flatMap(({ files: ofForm }) => ofForm),
  ]
  return {
    files,
    pairs: rotations
      .flatMap(({ pairs }) => pairs)
      .filter((pair) => pair.people.some((id) => who.ids.has(id))).length,
    isInList: people.some(({ id }) => who.ids.has(id)),
    async run() {
      for (const place of await placesIn(folder)) await sweep(place)
      for (const file of files) await rm(file, { force: true })
      // The links last: they tell which files there are.
      for (const { links, left } of prefilled)
        await (left === undefined
          ? rm(links, { force: true })
          : writeFile(links, left, { isPrivate: true, durable: true }))
      if (who.ids.size === 0) return
      await changeRotations(folder, (all) => all.map((one) => withoutPerson(one, who)))
      await dropDecisions(folder, (typed, id) => who.ids.has(id ?? '') || isDecidedOf(typed, who))
    },
  }
}

/** The folders of a programme, in which what was ended may have left half of a file. */
async function placesIn(folder: string): Promise<string[]> {
  const inside = (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? []
  const folders = inside.filter((one) => one.isDirectory())
  return [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))]
}

/** Those that are there. */
async function pagesIn(folder: string): Promise<string[]> {
  const found = (await listFolder(folder)).filter((name) => PAGES.includes(name))
  for (const place of [PROMPTS_FOLDER, PEOPLE_FOLDER])
    found.push(...(await listFolder(join(folder, place))).map((name) => join(place, name)))
  return found.map((name) => join(folder, name))
}

/** Letters that name somebody, with the calendar of the same pair. */
async function lettersOf(folder: string, { texts }: KnownAs): Promise<string[]> {
  const found: string[] = []
  const names = (await ifThere(readdir(folder))) ?? []
  for (const place of names.filter((name) => LETTERS.test(name)))
    for (const name of await listFolder(join(folder, place))) {
      const path = join(folder, place, name)
      const text = lettering((await readBytesMaybe(path))?.toString() ?? '')
      if (texts.some((one) => mentions(text, one))) found.push(path)
    }
  return found
}

/** What a mail or a calendar of ours says: its body is in base64, and long lines are folded. */
function lettering(text: string): string {
  const [head = '', ...body] = text.replaceAll('\r\n ', '').split('\r\n\r\n')
  return [head, Buffer.from(body.join(''), 'base64').toString()].join('\n')
}

/** The forms that were prefilled for somebody, with what is left of the table of links; undefined where nothing is. */
async function prefilledOf(folder: string, who: KnownAs) {
  const found: { links: string; files: string[]; left: string | undefined }[] = []
  const home = join(folder, PREFILLED_FOLDER)
  for (const form of (await ifThere(readdir(home))) ?? []) {
    const links = join(home, form, PREFILLED_LINKS)
    const text = (await readBytesMaybe(links))?.toString() ?? ''
    const [heading = '', ...rows] = text.split('\r\n').filter(Boolean)
    const theirs = rows.filter((row) => isLinkOf(row, who))
    if (theirs.length === 0) continue
    const left = rows.filter((row) => !theirs.includes(row))
    found.push({
      links,
      files: theirs.flatMap((row) => {
        const [file] = /[^/\\,"]+\.pdf/.exec(row) ?? []
        return file === undefined ? [] : join(home, form, file)
      }),
      left:
        left.length === 0 ? undefined : [heading, ...left].map((line) => `${line}\r\n`).join(''),
    })
  }
  return found
}

/** Whether one of the answers in a link, which is the last cell of a row, is what somebody is known by. */
function isLinkOf(row: string, { texts, ids }: KnownAs): boolean {
  const answers = new URLSearchParams(row.slice(row.lastIndexOf('#') + 1))
  const known = new Set([...texts, ...ids].map(nameKey))
  return [...answers.values()].some((answer) => known.has(nameKey(answer)))
}

/** The partners of somebody keep that they had a partner; a pair of nobody is gone. */
function withoutPerson(rotation: Rotation, { ids }: KnownAs): Rotation {
  return {
    ...rotation,
    pairs: rotation.pairs
      .map((pair) => ({ ...pair, people: pair.people.map((id) => (ids.has(id) ? ERASED : id)) }))
      .filter(({ people }) => people.some((id) => id !== ERASED)),
    without: rotation.without.filter((id) => !ids.has(id)),
  }
}

/** A decision is remembered under the name, and the number or the address. */
function isDecidedOf(typed: string, { texts, ids }: KnownAs): boolean {
  const known = new Set([...texts, ...ids].map(foldRecordKey))
  return typed.split(' · ').some((part) => known.has(part))
}
