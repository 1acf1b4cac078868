import { Argument, type Command } from 'commander'
import { moveRecords } from '../../forms/keep/index.ts'
import type { MoveTo } from '../../index.ts'
import { count, writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { folderOf, optionsOf } from './chosen.ts'

const HELP = `
Example:
  policypack records move database
  policypack records move folder

The database is that which POLICYPACK_DATABASE names. All is compared there before anything is removed here; where it is cut short,
say it again. Let nothing be imported meanwhile.
`

/** `policypack records move`: into a database and back. */
export function addMove(records: Command, exit: Exit): void {
  records
    .command('move')
    .description('move all records into the database, or back into the folder')
    .addArgument(new Argument('<where>', 'where they are to lie').choices(['database', 'folder']))
    .addHelpText('after', HELP)
    .action(async (where: MoveTo, _: unknown, command: Command) => {
      const dir = folderOf(optionsOf(command))
      const { files } = await moveRecords(dir, where)
      writeLine(`${count(files, 'file')} moved to the ${where}`)
      exit(0)
    })
}
