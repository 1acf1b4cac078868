import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { readBytesMaybe } from '../files/regular-file.ts'
import { OperatorError } from '../messages/operator-error.ts'

const LONGEST_MS = 120_000

const places: readonly string[] = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
]

/** LibreOffice runs no macro, and fetches nothing that a document names. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${setting('MacroSecurityLevel', '3')}
${setting('DisableMacrosExecution', 'true')}
${setting('DisableActiveContent', 'true')}
${setting('BlockUntrustedRefererLinks', 'true')}
</oor:items>
`

function setting(name: string, value: string): string {
  return `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`
}

/**
 * A document that only other programs read, as a Word file. LibreOffice makes it, with settings of its own and in a folder that is
 * gone afterwards. Throws an {@link OperatorError} where it is not installed, or cannot read the document.
 */
export async function asWordFile(bytes: Uint8Array, ending: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-office-'))
  try {
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS)
    const file = join(folder, `document.${ending}`)
    await writeFile(file, bytes)
    await run([
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      ...['--headless', '--norestore', '--convert-to', 'docx', '--outdir', join(folder, 'made')],
      file,
    ])
    const made = await readBytesMaybe(join(folder, 'made', 'document.docx'))
    if (!made) throw new OperatorError(`LibreOffice cannot read this .${ending} file; ${SAVE_AS}`)
    return made
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const SAVE_AS =
  'open it in the program that it comes from, save it as a Word file (.docx), and adopt that'

async function run(args: readonly string[]): Promise<void> {
  const program = places.find((place) => existsSync(place)) ?? 'soffice'
  try {
    await promisify(execFile)(program, [...args], { timeout: LONGEST_MS, killSignal: 'SIGKILL' })
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new OperatorError(
      isMissing
        ? `Only LibreOffice reads this kind of file here, and it is not installed; install it, or ${SAVE_AS}`
        : `LibreOffice could not convert the file within ${LONGEST_MS / 1000} seconds, or stopped; ${SAVE_AS}`,
      { cause },
    )
  }
}
