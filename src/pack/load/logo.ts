import { dirname } from 'node:path'
import type { VFile } from 'vfile'
import type { LoadedConfig } from '../../configuration/config.ts'
import { report } from '../../messages/message.ts'
import type { Asset } from '../../model/project.ts'
import { readPictureFile } from './picture-file.ts'

/** A logo stands on every page; larger ones are photographs by mistake. */
const words = { what: 'logo', beside: 'the configuration', maxBytes: 2_000_000 }

/** Reads the logo that the configuration names; faults become messages at its name. */
export async function readLogo(
  { config, json }: LoadedConfig,
  configPath: string,
  file: VFile,
): Promise<Asset | undefined> {
  const { logo } = config.organisation
  if (logo === undefined) return undefined
  const found = await readPictureFile(dirname(configPath), logo, words)
  if (typeof found !== 'string') return { path: `assets/logo.${found.type}`, bytes: found.bytes }
  report(file, 'config-value', found, json.locateValue(['organisation', 'logo']))
  return undefined
}
