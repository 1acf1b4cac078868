import { findOrganisations } from '../configuration/organisations.ts'
import type { Message, OrganisationFile } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { painter, printable, showHowToLearnMore } from '../terminal/show-messages.ts'
import { count, writeJson, writeLine } from '../terminal/write.ts'

interface Ended {
  readonly ok: boolean
  readonly messages: readonly Message[]
  /** One sentence. */
  readonly summary: string
}

/** An organisation among those of a run. */
export interface Turn extends OrganisationFile {
  /** How many went before, and how many there are. */
  readonly done: number
  readonly all: number
}

/** The same, with its name where there are several, and what stood in the way on this machine. */
interface EndedFor extends Ended {
  readonly name?: string
  readonly isBroken?: true
}

/**
 * Runs a command for each organisation, one after the other, and shows how it ended as soon as it has; true when all went well. With
 * several, what stands in the way of one on this machine ends its run only.
 */
export async function eachOrganisation(
  paths: readonly string[],
  { json = false }: { readonly json: boolean | undefined },
  run: (organisation: Turn) => Promise<Ended>,
): Promise<boolean> {
  const organisations = await findOrganisations(paths)
  const all = organisations.length
  const width = Math.max(...organisations.map(({ name = '' }) => name.length))
  const told: Message[] = []
  let good = 0
  for (const [done, organisation] of organisations.entries()) {
    const { name } = organisation
    const running = run({ ...organisation, done, all })
    const ended: EndedFor =
      name === undefined ? await running : { name, ...(await running.catch(asEnded)) }
    if (ended.ok) good += 1
    told.push(...ended.messages)
    if (json) writeBroken(ended)
    else writeLine(lineOf(ended, width))
  }
  if (!json) {
    if (organisations.some(({ name }) => name !== undefined))
      writeLine(`${good} of ${count(all, 'organisation')}`)
    showHowToLearnMore(told)
  }
  return good === all
}

function asEnded(error: unknown): Omit<EndedFor, 'name'> {
  if (error instanceof OperatorError)
    return { ok: false, messages: [], summary: error.message, isBroken: true }
  throw error
}

function lineOf({ name, ok, summary }: EndedFor, width: number): string {
  if (name === undefined) return summary
  const paint = painter(process.stdout)
  const state = ok ? paint('green', 'ok    ') : paint('red', 'failed')
  return `${state}  ${name.padEnd(width)}  ${printable(summary)}`
}

/** Writes a line of JSON for a run that ended before it could say anything. */
function writeBroken({ name, ok, summary, isBroken }: EndedFor): void {
  if (isBroken) writeJson({ kind: 'summary', organisation: name, ok, error: summary })
}
