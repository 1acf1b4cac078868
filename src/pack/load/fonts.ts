import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { packageFolder } from '../../files/package-folder.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { shownPath } from '../../files/shown-path.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Asset } from '../../model/project.ts'

/** Names of files and folders below another, such as `@scope/package/files/a.woff2`: nothing in them leads up or is hidden. */
const BELOW = String.raw`(?:/(?!\.)[\w.-]+)+$`

/** Large families have some dozens of files; so many are opened at once. */
const MAX_FILES = 200

/**
 * `fonts.json`: which files go along with the pages, from packages of policypack's or, with `./`, from beside this file or, where
 * there is none, from policypack's own templates.
 */
const FontList = z
  .array(
    z.strictObject({
      from: z.string().regex(new RegExp(String.raw`^(?:\.|(?:@[\w-]+/)?[\w-]+)${BELOW}`)),
      to: z.string().regex(new RegExp(`^assets${BELOW}`)),
      whenUsed: z.boolean().optional(),
    }),
  )
  .max(MAX_FILES)

/** The endings of names that each kind of file may have in a pack. */
const endings = { font: /\.(?:woff2?|ttf|otf)$/i, text: /\.txt$/i } as const

/** What the files of fonts begin with, in Latin-1: WOFF 1 and 2, OpenType with either kind of outlines. */
const beginnings = ['wOF2', 'wOFF', 'OTTO', 'true', '\0\x01\0\0']

/** A licence is some pages long. */
const MAX_LICENCE_BYTES = 100_000

const packages = createRequire(import.meta.url)

/** The fonts that a list names, with their licences. Throws an {@link OperatorError} for any other file. */
export async function readFonts(list: { path: string; bytes: Uint8Array }): Promise<Asset[]> {
  const { data } = FontList.safeParse(parseJsonMaybe(new TextDecoder().decode(list.bytes)))
  if (!data)
    throw new OperatorError(
      `${shownPath(list.path)} must be a list of objects with \`from\`, a file of the package of a font or \`./\` and a file of this folder, and \`to\`, a path in \`assets/\`; correct it or remove it`,
    )
  return Promise.all(
    data.map(async ({ from, to, whenUsed }) => {
      const bytes = await readOne(from, dirname(list.path))
      if (!bytes)
        throw new OperatorError(
          `The file \`${from}\` that ${shownPath(list.path)} names is not there; put it into this folder and write \`./\` and its name, or correct the list`,
        )
      const kind = kindOf(bytes)
      if (!kind || !endings[kind].test(to))
        throw new OperatorError(
          `The file \`${from}\` that ${shownPath(list.path)} names as \`${to}\` is neither a font (\`.woff2\`, \`.woff\`, \`.ttf\`, \`.otf\`) nor the text of a licence (\`.txt\`); correct the list`,
        )
      return { path: to, bytes, ...(whenUsed && { whenUsed }) }
    }),
  )
}

/** From the folder of the list, or from the packages that policypack brings along; never from those of a project. */
async function readOne(from: string, folder: string): Promise<Uint8Array | undefined> {
  if (from.startsWith('./')) {
    const own = join(packageFolder, 'templates')
    const beside = await readBytesMaybe(join(folder, from), { within: folder })
    return beside ?? readBytesMaybe(join(own, from), { within: own })
  }
  const path = resolveMaybe(from)
  return path === undefined ? undefined : readBytesMaybe(path)
}

function resolveMaybe(name: string): string | undefined {
  try {
    return packages.resolve(name)
  } catch {
    return undefined
  }
}

/** By the content, whatever the file is called. */
function kindOf(bytes: Uint8Array): keyof typeof endings | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (beginnings.includes(beginning)) return 'font'
  return bytes.length <= MAX_LICENCE_BYTES && isLicence(bytes) ? 'text' : undefined
}

function isLicence(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString()
  return Buffer.from(text).equals(bytes) && /licen[cs]e|copyright/i.test(text)
}
