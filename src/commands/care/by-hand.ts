import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from 'commander'
import { usualFolders } from '../../configuration/organisations.ts'
import { answersName, readAnswersFile } from '../../contracts/answers-file.ts'
import { readDefinition } from '../../contracts/definition.ts'
import { importForms } from '../../forms/import.ts'
import type { ImportResult } from '../../index.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { printable, showMessages } from '../../terminal/show-messages.ts'
import { writeLine } from '../../terminal/write.ts'
import type { Exit } from '../exit.ts'
import { optionsOf } from './chosen.ts'
import { handleOf } from './list.ts'

const HELP = `
Example:
  policypack records add mentoring-contract
  policypack records add mentoring-contract ~/Downloads/mentoring-contract.answers.json

For a form that came back on paper. The first says where its page is: key what is on the paper, and save the data there. The second
keeps what you saved as a record that says it was keyed. Keep the paper as long as the record.
Exit code: 0 done, 1 something is missing or wrong in it, 2 no such form
`

/** `policypack records add`: a form on paper, keyed on its page. */
export function addByHand(records: Command, exit: Exit): void {
  records
    .command('add')
    .description('key a completed form on paper into a record')
    .argument('<form>', 'id of the form')
    .argument(
      '[answers]',
      `the file that its page saved, such as ${answersName('mentoring-contract')}`,
    )
    .addHelpText('after', HELP)
    .action(async (form: string, answers: string | undefined, _: unknown, command: Command) => {
      const place = optionsOf(command)
      const page = pageOf(form, place.config)
      if (answers === undefined) {
        writeLine(`1. Open ${pathToFileURL(resolve(page)).href}`)
        writeLine('2. Key what is on the paper; type a name where somebody has signed')
        writeLine('3. Choose “Save the data”')
        writeLine(`4. policypack records add ${form} ~/Downloads/${answersName(form)}`)
        exit(0)
        return
      }
      await refuseOther(form, answers)
      let result: ImportResult | undefined
      const { messages, isAllWell } = await importForms({
        ...{ paths: [answers], config: place.config, keyed: true },
        ...(place.to !== undefined && { to: place.to }),
        onResult: (one) => {
          result = one
        },
      })
      showMessages([...(result?.messages ?? []), ...messages])
      if (result?.record)
        writeLine(
          `${result.record.form.title}, ${result.status}, record ${handleOf(result.record.id)}`,
        )
      exit(isAllWell ? 0 : 1)
    })
}

/** The page of a form, beside the folder of definitions. */
function pageOf(form: string, config: string): string {
  const { forms } = usualFolders(config)
  const page = join(dirname(forms), `${form}.html`)
  if (/^[a-z0-9-]+$/.test(form) && existsSync(page)) return page
  const known = existsSync(forms)
    ? readdirSync(forms).flatMap((name) => /^(.*)\.form\.json$/.exec(name)?.[1] ?? [])
    : []
  throw new OperatorError(
    known.length === 0
      ? 'There is no pack with pages of forms; run `policypack build`'
      : `There is no form \`${form}\`; there are ${known.join(', ')}`,
  )
}

async function refuseOther(form: string, path: string): Promise<void> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new OperatorError(`There is no file ${printable(path)}`, { cause })
  })
  const saved = readAnswersFile(bytes)
  if (saved === undefined || saved === 'damaged')
    throw new OperatorError(
      `${printable(path)} is not what the page of a form saves by “Save the data”; PDFs are imported by \`policypack import\``,
    )
  const id = readDefinition(saved.form)?.id
  if (id !== undefined && id !== form)
    throw new OperatorError(`${printable(path)} is a form \`${id}\`, not \`${form}\``)
}
