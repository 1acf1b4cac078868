import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { workbookOf } from '../forms/record/index.ts'
import { printReport } from '../pack/print-report.ts'
import { lackOfPeople, programmeOverview, saveProgramme } from '../programme/index.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { count, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { configOption, onOption } from './options.ts'
import { peopleOption, programmeOf } from './programme-of.ts'

const HELP = `
Example:
  policypack programme                     the pages of today, in the folder programme
  policypack programme --on 2026-11-30     as they are on that day
  policypack programme --no-pdf            without the PDF for management, which needs a browser

programme/index.html says what needs a person today, who is due or late and what comes; beside it lie a mail for each prompt,
programme.ics for a calendar and programme.xlsx. The files management.* have no names and no figure of fewer than five people.
All are for your eyes only until you pass them on; only management.* are meant for that.
Exit code: 0 done, 1 something in the list of people is wrong, 2 wrong usage, no browser, or a file that cannot be written
`

interface Options {
  readonly config: string
  readonly people?: string
  readonly on: string
  readonly pdf: boolean
}

/** `policypack programme`: the pages from which a programme is run. */
export function addProgramme(command: Command, exit: Exit): void {
  command
    .addOption(configOption({ mustExist: true }))
    .addOption(peopleOption())
    .addOption(onOption())
    .addOption(new Option('--no-pdf', 'without the PDF for management'))
    .addHelpText('after', HELP)
    .action(async ({ config, people, on, pdf }: Options) => {
      const { book, programme } = await programmeOf({ config, people })
      showMessages(programme.messages)
      const { files, report, sheets, reportSheets, counts } = await programmeOverview({
        ...{ config, programme, book, on },
      })
      const { organisation, folder } = programme
      const made = new Map<string, string | Uint8Array>([
        ...files,
        ['programme.xlsx', workbookOf(sheets)],
        ['management.xlsx', workbookOf(reportSheets)],
        ...(pdf
          ? [['management.pdf', await printReport({ ...report, organisation, on })] as const]
          : []),
      ])
      await saveProgramme(folder, made)
      const lack = lackOfPeople(programme)
      if (lack !== undefined) writeLine(lack)
      writeLine(
        `${counts.now === 1 ? '1 matter needs' : `${counts.now} matters need`} a person, ${count(counts.due, 'prompt')} due. Open ${join(folder, 'index.html')}`,
      )
      exit(programme.messages.length > 0 ? 1 : 0)
    })
}
