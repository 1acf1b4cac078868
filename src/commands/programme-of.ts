import { Option } from 'commander'
import { openRecords } from '../forms/open-records.ts'
import { openProgramme } from '../programme/index.ts'

/** `--people FILE`, for commands that read the list of people. */
export function peopleOption(): Option {
  return new Option('--people <file>', 'the list of people, CSV or Excel')
}

/** The records of an organisation and the programme that follows from them. */
export async function programmeOf({
  config,
  people,
}: {
  readonly config: string
  readonly people?: string | undefined
}) {
  const book = await openRecords({ config })
  const programme = await openProgramme({
    ...{ config, entries: book.entries },
    ...(people !== undefined && { people }),
  })
  return { book, programme }
}
