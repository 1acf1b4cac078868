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
 * Runs a command for each organisation, one after the other, and shows how it ended; true when all went well. With
 * several, what stands in the way of one on this machine ends its run only.
 */
export async function eachOrganisation(
  paths: readonly string[],
  { json = false }: { readonly json: boolean | undefined },
  run: (organisation: Turn) => Promise<Ended>,
): Promise<boolean> {
  const ended = await runEach(paths, run)
  if (json) writeBroken(ended)
  else showEnded(ended)
  return ended.every(({ ok }) => ok)
}

async function runEach(
  paths: readonly string[],
  run: (organisation: Turn) => Promise<Ended>,
): Promise<EndedFor[]> {
  const ended: EndedFor[] = []
  const organisations = await findOrganisations(paths)
  for (const [done, organisation] of organisations.entries()) {
    const { name } = organisation
    const turn = { ...organisation, done, all: organisations.length }
    if (name === undefined) return [await run(turn)]
    ended.push({ name, ...(await run(turn).catch(asEnded)) })
  }
  return ended
}

function asEnded(error: unknown): Omit<EndedFor, 'name'> {
  if (error instanceof OperatorError)
    return { ok: false, messages: [], summary: error.message, isBroken: true }
  throw error
}

/** Shows how the run ended; of several organisations each, and how many went well. */
function showEnded(ended: readonly EndedFor[]): void {
  const width = Math.max(...ended.map(({ name = '' }) => name.length))
  for (const one of ended) writeLine(lineOf(one, width))
  const good = ended.filter(({ ok }) => ok).length
  if (ended.some(({ name }) => name !== undefined))
    writeLine(`${good} of ${count(ended.length, 'organisation')}`)
  showHowToLearnMore(ended.flatMap(({ messages }) => messages))
}

function lineOf({ name, ok, summary }: EndedFor, width: number): string {
  if (name === undefined) return summary
  const paint = painter(process.stdout)
  const state = ok ? paint('green', 'ok    ') : paint('red', 'failed')
  return `${state}  ${name.padEnd(width)}  ${printable(summary)}`
}

/** Writes a line of JSON for each run that ended before it could say anything. */
function writeBroken(ended: readonly EndedFor[]): void {
  for (const { name, ok, summary, isBroken } of ended)
    if (isBroken) writeJson({ kind: 'summary', organisation: name, ok, error: summary })
}
