import { join } from 'node:path'
import type { VFile } from 'vfile'
import { parseJson } from '../../files/json.ts'
import { reportIssues } from '../../files/schema-issues.ts'
import { readTextMaybe } from '../../files/text-file.ts'
import { PlaceholderCatalogue, PlaceholderInfo } from '../../model/organisation.ts'
import { askedIn } from '../text/asked-spelling.ts'
import { placeholderKey } from '../text/placeholder.ts'

/**
 * Reads `placeholders.json` of all content folders into one catalogue; an entry of an earlier folder stands in for one
 * of the same phrase in a later. It is spelled as in the locale. The files carry the messages.
 */
export async function readCatalogue(
  folders: readonly string[],
  locale: string,
): Promise<{ catalogue: PlaceholderCatalogue; files: VFile[] }> {
  const found = await Promise.all(
    folders.map((folder) => readTextMaybe(join(folder, 'placeholders.json'), 'config-syntax')),
  )
  const files = found.filter((file) => file !== undefined)
  const entries = files.flatMap((file) => Object.entries(readOne(file)))
  const catalogue = new Map<string, PlaceholderInfo>()
  for (const [phrase, info] of entries) {
    const key = placeholderKey(phrase)
    if (!catalogue.has(key)) catalogue.set(key, askedIn(locale, info))
  }
  return { catalogue: Object.fromEntries(catalogue), files }
}

function readOne(file: VFile): PlaceholderCatalogue {
  const json = parseJson(file)
  if (!json) return {}
  const parsed = PlaceholderCatalogue.safeParse(json.value)
  if (parsed.success) return parsed.data
  reportIssues(file, json, parsed.error.issues, {
    expectations: {},
    keysAt: (path) => (path.length === 1 ? Object.keys(PlaceholderInfo.shape) : []),
  })
  return {}
}
