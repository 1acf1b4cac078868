import { named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { ActiveContent } from '../../pdf/index.ts'

/**
 * Warns of what a file may do when somebody opens it, and says what to open in its place; links are left alone.
 *
 * @param cleaned name of the copy from which all that was taken out
 */
export function activeFindings(
  found: ReadonlySet<ActiveContent>,
  attached: readonly string[],
  { sensitive }: Pick<FormDefinition, 'sensitive'>,
  cleaned?: string,
): Finding[] {
  // A name of a file may say who filled in an anonymous form.
  const names = sensitive === 'anonymous' ? '' : `, ${named(attached)}`
  const all = [
    ...new Set([...found].map((kind) => words[kind])),
    ...(attached.length > 0 ? [`attached files${names}`] : []),
  ]
  if (all.length === 0) return []
  const list = new Intl.ListFormat('en-GB').format(all)
  const instead = cleaned
    ? `Open neither this file nor its original among the records, but the copy without all that, originals/${cleaned} beside the record`
    : 'Do not open this file: where another message sends you to its page, ask for a copy that was printed to PDF'
  return [
    finding(
      'active-content',
      `The file brings ${list}, which your forms do not; nothing of it ran here. ${instead}`,
    ),
  ]
}

const words: Record<ActiveContent, string> = {
  JavaScript: 'a script (JavaScript)',
  Launch: 'a command that starts a program',
  SubmitForm: 'a button or command that sends the answers elsewhere',
  ImportData: 'a command that fetches answers from elsewhere',
  ResetForm: 'a command that empties answers',
  Hide: 'a command that changes what is shown',
  SetOCGState: 'a command that changes what is shown',
  URI: 'a command that opens a web address or file',
  GoToR: 'a command that opens another file',
  GoToE: 'a command that opens another file',
  Thread: 'a command that opens another file',
  Rendition: 'film or sound',
  Movie: 'film or sound',
  Sound: 'film or sound',
  RichMediaExecute: 'film or sound',
  RichMedia: 'film or sound',
  Screen: 'film or sound',
  GoTo3DView: 'a model that moves',
  '3D': 'a model that moves',
  XFA: 'a second form with a script (XFA)',
  unsearched: 'more parts than were looked through',
}
