import { cancel, intro, log, outro } from '@clack/prompts'
import type { Command } from 'commander'
import {
  answersWithoutAsking,
  OperatorError,
  prepareQuestions,
  type Question,
  saveAnswers,
} from '../index.ts'
import { showMessages } from '../terminal/show-messages.ts'
import { asTyped } from '../terminal/typed-command.ts'
import { count, writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'
import { interview } from './init/interview.ts'
import { configOption } from './options.ts'

const HELP = `
Example:
  policypack init
  policypack init --answers answers.json --yes

Every answer that the configuration has stays as it is; only what is open is asked. Stop at any time with Ctrl-C, keep
what you have, and go on another day.

The file for --answers looks like a configuration: {"organisation": {"name": "…"}, "answers": {"owner": "…"}}.
Exit code: 0 written, or nothing left to ask; 1 the configuration or the answers have faults; 2 wrong usage.
`

interface Options {
  readonly config: string
  readonly answers?: string
  readonly yes?: true
}

/** `policypack init`: asks for what the content needs and writes the configuration. */
export function addInit(program: Command, exit: Exit): void {
  program
    .command('init')
    .description('ask for what the documents need, and write the configuration')
    .addOption(configOption())
    .option('--answers <file>', 'take answers from a JSON file instead of asking')
    .option('-y, --yes', 'take the usual answers instead of asking')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const prepared = await prepareQuestions(options)
      if ('messages' in prepared) {
        showMessages(prepared.messages)
        exit(1)
      } else if (options.answers !== undefined || options.yes)
        exit(await writeWithoutAsking(prepared.questions, options))
      else await askAndWrite(prepared.questions, options.config)
    })
}

async function askAndWrite(questions: readonly Question[], config: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new OperatorError(
      '`policypack init` asks questions, and there is no terminal to ask on; give the answers with --answers FILE, or take the usual ones with --yes',
    )
  if (questions.length === 0) {
    writeLine(`${config} answers everything. Run \`policypack build\` next.`)
    return
  }
  intro(`${count(questions.length, 'question')} for ${config}`)
  writeLine(
    '│  Enter takes what stands in the line; an empty line leaves a question for another day.\n' +
      '│  < and Enter goes back, Ctrl-C stops.',
  )
  const given = await interview(questions)
  if (!given) {
    cancel('Nothing was written.')
    return
  }
  await saveAnswers(
    config,
    [...given].map(([{ path }, value]) => ({ path, value })),
  )
  const open = questions.filter((question) => !given.has(question))
  log.success(result(config, given.size, open.length))
  outro(asTyped(nextStep(open)))
}

async function writeWithoutAsking(
  questions: readonly Question[],
  { config, answers, yes }: Options,
): Promise<0 | 1> {
  const scripted = await answersWithoutAsking(questions, {
    ...(answers !== undefined && { answers }),
    defaults: yes === true,
  })
  if ('messages' in scripted) {
    showMessages(scripted.messages)
    return 1
  }
  const { entries, unasked } = scripted
  const answered = new Set(entries.map(({ path }) => path))
  const open = questions.filter(({ path }) => !answered.has(path))
  const missing = open.find(({ required }) => required)
  if (missing)
    throw new OperatorError(
      `${missing.question} Say it in the file for --answers, as {"organisation": {"name": "…"}}`,
    )
  await saveAnswers(config, entries)
  writeLine(result(config, entries.length, open.length))
  writeLine(nextStep(open))
  for (const { path, question } of open) writeLine(`  ${path.join(' › ')}: ${question}`)
  if (unasked.length > 0) writeLine(`Not needed, or answered already: ${unasked.join(', ')}`)
  return 0
}

function result(config: string, written: number, open: number): string {
  return `${config}: ${count(written, 'answer')} written, ${open} open`
}

function nextStep(open: readonly Question[]): string {
  return open.some(leavesGap)
    ? 'Next: `policypack init` for what is open, or `policypack build --draft`'
    : 'Next: `policypack build`'
}

/** Whether the documents have a gap where nobody answers. */
function leavesGap({ path, optional, default: usual }: Question): boolean {
  return path[0] === 'answers' && !optional && usual === undefined
}
