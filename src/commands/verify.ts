import type { Command } from 'commander'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import type { PackState } from '../index.ts'
import { verifyPack } from '../pack/verify.ts'
import { printable } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'

const HELP = `
Example:
  policypack verify
  policypack verify /srv/www/policies

Exit code: 0 the pack is as it was built, 1 files are missing, changed or extra, 2 there is no manifest.
`

/** `policypack verify`: is a pack still as it was built? */
export function addVerify(command: Command, exit: Exit): void {
  command
    .argument('[folder]', 'folder of the pack', OUT_FOLDER)
    .option('--json', 'one JSON object, on standard output')
    .addHelpText('after', HELP)
    .action(async (folder: string, { json }: { json?: true }) => {
      const state = await verifyPack(folder)
      if (json) writeJson(state)
      else show(state)
      exit(state.ok ? 0 : 1)
    })
}

function show({ ok, files, draft, ...differences }: PackState): void {
  for (const kind of ['missing', 'changed', 'extra'] as const)
    for (const path of differences[kind]) writeLine(`${kind.padEnd(7)}  ${printable(path)}`)
  const { missing, changed, extra } = differences
  const pack = `${count(files, 'file')}${draft ? ' of a draft' : ''}`
  const told = `${missing.length} missing, ${changed.length} changed, ${extra.length} extra`
  writeLine(ok ? `${pack}, all as built` : `${pack}: ${told}`)
}
