import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import * as z from 'zod'
import { type Json, parseJson } from '../files/json.ts'
import { readTextMaybe } from '../files/text-file.ts'
import { Organisation } from '../model/organisation.ts'

/** A configuration as it was read, for every command the same: its text, its JSON, and whose it is. */
export interface ConfigurationFile {
  /** The text, without a byte order mark; messages about it collect here. */
  readonly file: VFile
  /** Undefined when the text is no JSON. */
  readonly json: Json | undefined
  /** In the normal form; undefined when the text or the JSON has faults, or what it says of the organisation. */
  readonly organisation: Organisation | undefined
}

const WithOrganisation = z.looseObject({ organisation: Organisation })

/** Reads a configuration; undefined when there is none. Throws an `OperatorError` when it cannot be opened. */
export async function readConfigurationMaybe(path: string): Promise<ConfigurationFile | undefined> {
  const file = await readTextMaybe(resolve(path), 'config-syntax')
  return file && parseConfiguration(file)
}

/** Reads a configuration of which there is only the text so far. */
export function parseConfiguration(file: VFile): ConfigurationFile {
  const json = parseJson(file)
  // A key that stands twice, for example, leaves it open what is meant.
  const value = file.messages.length === 0 ? json?.value : undefined
  return { file, json, organisation: WithOrganisation.safeParse(value).data?.organisation }
}
