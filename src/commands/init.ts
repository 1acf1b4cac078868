import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { cancel, intro, isCancel, log, multiselect, outro, select } from '@clack/prompts'
import type { Command } from 'commander'
import type { Answer, Question, Questionnaire } from '../index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { answersWithoutAsking, askedIn, prepareQuestions, saveAnswers } from '../pack/init.ts'
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
export function addInit(command: Command, exit: Exit): void {
  command
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
        exit(await writeWithoutAsking(prepared, options))
      else await askAndWrite(prepared, options.config)
    })
}

async function askAndWrite(asked: Questionnaire, config: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new OperatorError(
      '`policypack init` asks questions, and there is no terminal to ask on; give the answers with --answers FILE, or take the usual ones with --yes',
    )
  if (asked.questions.length === 0) {
    writeLine(`${config} answers everything. Run \`policypack build\` next.`)
    return
  }
  intro(`${count(asked.questions.length, 'question')} for ${config}`)
  const chosen = asked.isNew ? await chooseDocuments(asked, config) : { ...asked, leftOut: [] }
  const isHurried = chosen && asked.isNew ? await chooseSpeed(chosen.questions) : false
  if (chosen === undefined || isHurried === undefined) {
    cancel('Nothing was written.')
    return
  }
  const { questions, leftOut } = chosen
  writeLine(
    '│  Enter takes what stands in the line; an empty line leaves a question for another day.\n' +
      '│  < and Enter goes back, > and Enter takes the usual answers for all that is left; Ctrl-C stops.',
  )
  const given = new Map<Question, Answer>()
  const save = () => saveAnswers(config, [...entriesOf(given), ...leftOut.map(asLeftOut)])
  using _ = keepOnClosing(questions, given, save)
  const isFile = (name: string) => existsSync(join(dirname(config), name))
  const isKept = await interview(questions, given, { isHurried, isFile })
  if (!isKept) {
    cancel('Nothing was written.')
    return
  }
  await save()
  const open = questions.filter((question) => !given.has(question))
  log.success(result(config, given.size, open.length))
  outro(asTyped(nextStep(open)))
}

/** Which documents there are to be; undefined where somebody stops. */
async function chooseDocuments({ questions, documents }: Questionnaire, config: string) {
  const wanted = await multiselect({
    message: 'Which documents do you want? Enter takes all; the space bar leaves one out',
    options: documents.map(({ id, title }) => ({ value: id, label: title })),
    initialValues: documents.map(({ id }) => id),
    maxItems: 12,
  })
  if (isCancel(wanted)) return undefined
  const leftOut = documents.map(({ id }) => id).filter((id) => !wanted.includes(id))
  if (leftOut.length === 0) return { questions, leftOut }
  const prepared = await prepareQuestions({ config, without: leftOut })
  return 'questions' in prepared ? { questions: prepared.questions, leftOut } : undefined
}

/** Whether only what has no usual answer is to be asked; undefined where somebody stops. */
async function chooseSpeed(questions: readonly Question[]): Promise<boolean | undefined> {
  const quick = questions.filter(({ isQuick }) => isQuick).length
  const chosen = await select({
    message: 'How much do you want to answer now?',
    options: [
      {
        value: true,
        label: `${count(quick, 'question')}, with the usual answers to the others`,
        hint: 'each can be changed before it is written, and later',
      },
      { value: false, label: `All ${count(questions.length, 'question')}` },
    ],
  })
  return isCancel(chosen) ? undefined : chosen
}

/** Writes what was answered when the window is closed; it cannot be asked any more whether it is to be kept. */
function keepOnClosing(
  questions: readonly Question[],
  given: ReadonlyMap<Question, Answer>,
  save: () => Promise<void>,
): Disposable {
  let isClosing = false
  const onClosing = (signal: NodeJS.Signals) => {
    if (isClosing) return
    isClosing = true
    const isComplete = questions.every((question) => !question.required || given.has(question))
    const saved = isComplete && given.size > 0 ? save() : Promise.resolve()
    void saved.finally(() => process.exit(128 + constants.signals[signal]))
  }
  // A window that is gone can neither be read nor written, which may be told before the signal comes.
  const onGone = (error: Error) => {
    if (!('code' in error) || error.code !== 'EIO') throw error
    onClosing('SIGHUP')
  }
  for (const signal of CLOSING) process.on(signal, onClosing)
  process.on('uncaughtException', onGone)
  return {
    [Symbol.dispose]() {
      for (const signal of CLOSING) process.off(signal, onClosing)
      process.off('uncaughtException', onGone)
    },
  }
}

const CLOSING = ['SIGHUP', 'SIGTERM'] as const

function entriesOf(given: ReadonlyMap<Question, Answer>) {
  return Array.from(given, ([{ path }, value]) => ({ path, value }))
}

function asLeftOut(id: string) {
  return { path: ['documents', id, 'include'], value: false }
}

async function writeWithoutAsking(
  { questions, isOpen }: Questionnaire,
  { config, answers, yes }: Options,
): Promise<0 | 1> {
  const scripted = await answersWithoutAsking(questions, {
    ...(answers !== undefined && { answers }),
    defaults: yes === true,
    isOpen,
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
  const locale = entries.find(({ path }) => path.join() === 'organisation,locale')?.value
  for (const one of open) {
    const { path, question } = typeof locale === 'string' ? askedIn(locale, one) : one
    writeLine(`  ${path.join(' › ')}: ${question}`)
  }
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
function leavesGap({ path, isQuick }: Question): boolean {
  return path[0] === 'answers' && isQuick
}
