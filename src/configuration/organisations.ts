import { type Dirent, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import {
  ANONYMOUS_KEY_FILE,
  CONFIG_FILE,
  FORMS_FOLDER,
  OUT_FOLDER,
  PROGRAMME_FOLDER,
  RECORDS_FOLDER,
} from '../contracts/file-names.ts'
import { PUBLISHED_FORMS } from '../contracts/published-forms.ts'
import { slug } from '../language/slug.ts'
import { OperatorError } from '../messages/operator-error.ts'

/** An organisation, as far as its files tell. */
export interface OrganisationFile {
  readonly config: string
  /** Name of its folder among others, from the name of the file; absent when it is the only one. */
  readonly name?: string
}

/** What lies beside a configuration and is none. */
const notConfigs = [PUBLISHED_FORMS, 'package.json', 'package-lock.json']

/**
 * The organisations that paths lead to. A file is a configuration; a folder is one organisation where it holds
 * `org.config.json`, else one for each JSON file in it and for each `org.config.json` one folder below. Throws an
 * {@link OperatorError} when a folder holds none, or when two would have the same name.
 *
 * @example
 * ```ts
 * import { findOrganisations } from 'policypack'
 *
 * for (const { config, name } of await findOrganisations(['.'])) console.log(config, name ?? '')
 * ```
 */
export async function findOrganisations(paths: readonly string[]): Promise<OrganisationFile[]> {
  const found = await Promise.all(paths.map(configsAt))
  const configs = [...new Set(found.flat().map((path) => join(path)))]
  const [only] = configs
  const isOne =
    paths.length === 1 && (only === join(paths[0]!) || only === join(paths[0]!, CONFIG_FILE))
  if (only !== undefined && isOne) return [{ config: only }]
  const organisations = configs.map((config) => ({ config, name: nameOf(config) }))
  refuseTwins(organisations)
  return organisations
}

/** Where what belongs to an organisation lies when nobody says where. */
export interface UsualFolders {
  readonly records: string
  /** It need not be there. */
  readonly forms: string
  /** What the programme knows of people and pairs. */
  readonly programme: string
}

/**
 * The folders that belong to a configuration. Records lie beside it, in `records`; those of one of several, `fernhill.json`, in
 * `records/fernhill`, so that they never mix. Definitions lie where the build of several puts them, `out/fernhill/forms` from
 * here, or else in `out/forms` beside the configuration.
 *
 * @example
 * ```ts
 * import { usualFolders } from 'policypack'
 *
 * const { records, forms } = usualFolders('org.config.json')
 * console.log(`Records go to ${records}, definitions come from ${forms}`)
 * ```
 */
export function usualFolders(config: string): UsualFolders {
  const home = dirname(config)
  const ofSeveral = join(OUT_FOLDER, nameOf(config), FORMS_FOLDER)
  const own = (folder: string): string =>
    basename(config) === CONFIG_FILE ? join(home, folder) : join(home, folder, nameOf(config))
  return {
    records: own(RECORDS_FOLDER),
    programme: own(PROGRAMME_FOLDER),
    forms: existsSync(ofSeveral) ? ofSeveral : join(home, OUT_FOLDER, FORMS_FOLDER),
  }
}

/** The key by which files of anonymous forms are known again lies beside the configuration, apart from the records. */
export function anonymousKeyPath(config: string): string {
  return join(dirname(config), ANONYMOUS_KEY_FILE)
}

async function configsAt(path: string): Promise<string[]> {
  const status = await stat(path).catch(() => undefined)
  // A path that leads nowhere is told by the load stage, with the other faults of that organisation.
  if (!status?.isDirectory()) return [path]
  if (existsSync(join(path, CONFIG_FILE))) return [join(path, CONFIG_FILE)]
  const entries = await readdir(path, { withFileTypes: true })
  const configs = entries.filter(({ name }) => !name.startsWith('.')).flatMap(configIn)
  const present = configs.map((config) => join(path, config)).filter((config) => existsSync(config))
  if (present.length > 0) return present.sort()
  throw new OperatorError(
    `There is no configuration in the folder \`${path}\`; put one JSON file for each organisation there`,
  )
}

function configIn(entry: Dirent): string[] {
  if (entry.isDirectory()) return [join(entry.name, CONFIG_FILE)]
  return entry.name.endsWith('.json') && !notConfigs.includes(entry.name) ? [entry.name] : []
}

function nameOf(config: string): string {
  const name =
    basename(config) === CONFIG_FILE
      ? basename(dirname(resolve(config)))
      : basename(config, extname(config))
  return slug(name, 'organisation')
}

function refuseTwins(organisations: readonly Required<OrganisationFile>[]): void {
  const byName = Map.groupBy(organisations, ({ name }) => name)
  for (const [name, [first, second]] of byName)
    if (first && second)
      throw new OperatorError(
        `The configurations \`${first.config}\` and \`${second.config}\` would both be built as \`${name}\`; rename one of them`,
      )
}
