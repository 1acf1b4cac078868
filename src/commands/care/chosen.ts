import type { Command } from 'commander'
import { usualFolders } from '../../configuration/organisations.ts'
import { findEntries } from '../../forms/keep/index.ts'
import { openRecords } from '../../forms/open-records.ts'
import type { RecordBook, RecordEntry } from '../../index.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { handleOf, whoIn } from './list.ts'

/** Whose records a subcommand works on; `--config` and `--to` are those of `policypack records`. */
export interface Place {
  readonly config: string
  readonly to?: string
  readonly form?: string
}

/** The options of a subcommand with those of `policypack records`. */
export function optionsOf<Options>(command: Command): Options & Place {
  return command.optsWithGlobals<Options & Place>()
}

export function folderOf({ config, to }: Place): string {
  return to ?? usualFolders(config).records
}

/** Opens the records and finds the one that is meant: by its handle, its file, or a person of whom there is one. */
export async function chooseEntry(
  place: Place,
  name: string,
): Promise<{ book: RecordBook; entry: RecordEntry }> {
  const book = await openRecords(place)
  const found = findEntries(book, name)
  const [only, ...others] = found.filter(({ likeness }) => likeness === found[0]?.likeness)
  if (!only)
    throw new OperatorError(
      `There is no record \`${name}\` in ${book.dir}; \`policypack records\` lists them`,
    )
  if (others.length === 0) return { book, entry: only.entry }
  const lines = [only, ...others].map(
    ({ entry }) =>
      `  ${handleOf(entry.record.id)}  ${entry.record.form.title}, ${entry.on}, ${whoIn(entry)}`,
  )
  throw new OperatorError(
    [
      `\`${name}\` fits several records; name one of them by what its line begins with:`,
      ...lines,
    ].join('\n'),
  )
}
