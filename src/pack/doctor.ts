import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { findBrowser } from '../browser/index.ts'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import { codeOf } from '../files/missing.ts'
import { hasErrors, type Message, messagesOf } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { isNewEnough, OLDEST_NODE, packagedNode } from '../setup/node.mjs'
import { load } from './load/index.ts'

/** One thing that policypack needs, and whether it is here. */
export interface Requirement {
  readonly name: string
  readonly ok: boolean
  /** What was found, or what is missing. */
  readonly found: string
  /** The command or step that mends it. */
  readonly remedy?: string
}

/**
 * Looks whether everything is here that a build needs.
 *
 * @example
 * ```ts
 * import { examine } from 'policypack'
 *
 * const findings = await examine({ config: 'org.config.json' })
 * for (const { name, ok, found, remedy } of findings) console.log(ok, name, found, remedy ?? '')
 * ```
 */
export async function examine(options: { config: string; out?: string }): Promise<Requirement[]> {
  const out = options.out ?? join(dirname(options.config), OUT_FOLDER)
  return [
    examineNode(),
    await examineBrowser(),
    ...(await examineProject(options.config)),
    await examineFolder(out),
  ]
}

function examineNode(): Requirement {
  const { execPath, versions } = process
  const ok = isNewEnough(versions.node)
  const origin =
    execPath === packagedNode() ? 'which came with policypack' : 'the one of this machine'
  return {
    name: 'Node.js',
    ok,
    found: `${versions.node}, ${origin} (${execPath})`,
    ...(!ok && { remedy: `install ${OLDEST_NODE} or later from https://nodejs.org` }),
  }
}

async function examineBrowser(): Promise<Requirement> {
  const name = 'Browser'
  try {
    const { version, executablePath } = await findBrowser()
    return { name, ok: true, found: `${version} (${executablePath})` }
  } catch (error) {
    return missing(name, error)
  }
}

async function examineProject(config: string): Promise<Requirement[]> {
  const name = 'Configuration'
  try {
    const project = await load({ config })
    if ('messages' in project)
      return [faulty(name, project.messages, project.isMissing && 'policypack init')]
    const { configFile, sources, templates } = project
    const messages = messagesOf(configFile)
    return [
      hasErrors(messages) ? faulty(name, messages) : { name, ok: true, found: config },
      { name: 'Content', ok: true, found: `${sources.length} documents` },
      { name: 'Fonts', ok: true, found: `${templates.assets.length} files` },
    ]
  } catch (error) {
    return [missing('Content and fonts', error)]
  }
}

function faulty(
  name: string,
  messages: readonly Message[],
  remedy = 'policypack check',
): Requirement {
  const first = messages.find(({ severity }) => severity === 'error')
  return { name, ok: false, found: first?.message ?? 'It has faults', remedy }
}

/** A folder that is not there yet is made in the nearest one that is. */
async function examineFolder(folder: string): Promise<Requirement> {
  const name = 'Output folder'
  for (let path = resolve(folder); ; path = dirname(path)) {
    const code = await access(path, constants.W_OK).then(() => undefined, codeOf)
    if (code === undefined) return { name, ok: true, found: folder }
    if (code === 'ENOENT' && dirname(path) !== path) continue
    const remedy = 'ask for the right to write there, or name another folder with --out'
    return { name, ok: false, found: `${path} cannot be written (${code})`, remedy }
  }
}

/** The sentence of an operator's error names the remedy itself. */
function missing(name: string, error: unknown): Requirement {
  if (error instanceof OperatorError) return { name, ok: false, found: error.message }
  throw error
}
