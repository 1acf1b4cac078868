import { parse } from 'node:path'
import type { Command } from 'commander'
import { eject, ejectables } from '../pack/eject.ts'
import { writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack eject                      lists what there is
  policypack eject mentoring-policy     copies content/mentoring-policy.md
  policypack eject print.css            copies templates/print.css

The copy lies in content/ or templates/ beside the configuration. A file that is there already is never overwritten.
Exit code: 0 copied, 2 there is no such document or template, or the file is there already.
`

/** `policypack eject`: a document or template of policypack, to be edited. */
export function addEject(command: Command, _exit: Exit): void {
  command
    .argument('[id...]', 'ids of documents, or names of templates; without any, all are listed')
    .addOption(configOption())
    .addHelpText('after', HELP)
    .action(async (ids: readonly string[], { config }: { config: string }) => {
      if (ids.length === 0) await list()
      for (const id of ids) {
        const copy = await eject(id, { config })
        writeLine(`Copied to ${copy}; from now on a build takes this file`)
      }
    })
}

async function list(): Promise<void> {
  for (const { folder, file } of await ejectables()) {
    const { name, ext } = parse(file)
    writeLine(`${folder.padEnd(9)}  ${ext === '.md' ? name : file}`)
  }
}
