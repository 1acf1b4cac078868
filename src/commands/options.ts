import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Option } from 'commander'
import { CONFIG_FILE } from '../contracts/file-names.ts'
import { OperatorError } from '../messages/operator-error.ts'

/**
 * `--config FILE`, the same in all commands for one organisation; a folder stands for the `org.config.json` in it. Where the
 * command does without one when nobody names it, one that is named must be there.
 */
export function configOption({ mustExist = false } = {}): Option {
  return new Option('-c, --config <file>', 'the configuration')
    .default(CONFIG_FILE)
    .argParser((path) => configAt(path, mustExist))
}

function configAt(path: string, mustExist: boolean): string {
  if (!isFolder(path)) {
    if (!mustExist || existsSync(path)) return path
    throw new OperatorError(
      `There is no configuration \`${path}\`; check the path given by \`--config\``,
    )
  }
  const config = join(path, CONFIG_FILE)
  if (existsSync(config)) return config
  throw new OperatorError(
    `There is no \`${CONFIG_FILE}\` in the folder \`${path}\`; name the configuration of one organisation`,
  )
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** `--to FOLDER`, for commands that look at records. */
export function recordsOption(): Option {
  return new Option(
    '-t, --to <folder>',
    'where the records are kept (default: records, beside the configuration; of fernhill.json, records/fernhill)',
  )
}

/** `--config PATH…`, for commands that work on several organisations one after the other. */
export function configsOption(): Option {
  return new Option(
    '-c, --config <path...>',
    'the configuration; several files, or a folder of them, for several organisations',
  ).default([CONFIG_FILE], CONFIG_FILE)
}

/** `--all`, for commands that tell each problem once. */
export function allOption(): Option {
  return new Option('--all', 'every place that has a problem, not one line for each problem')
}

/**
 * The time that `SOURCE_DATE_EPOCH` gives (https://reproducible-builds.org/specs/source-date-epoch), to be passed on as
 * the `date` of a build. Throws an `OperatorError` when it is no number of seconds.
 */
export function sourceDate(): { date?: Date } {
  const text = process.env.SOURCE_DATE_EPOCH
  if (!text) return {}
  const date = new Date(/^\d+$/.test(text) ? Number(text) * 1000 : Number.NaN)
  if (Number.isNaN(date.getTime()))
    throw new OperatorError(
      `SOURCE_DATE_EPOCH is \`${text}\`, expected seconds since 1970 such as 1796083200; correct it or remove it`,
    )
  return { date }
}

/** `--on DATE`: the day that a command takes for today, so that its result can be repeated. */
export function onOption(): Option {
  return new Option('--on <day>', 'take this day for today, such as 2026-11-29')
    .default(today(), 'today')
    .argParser((text) => {
      if (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text)) return text
      throw new OperatorError(`\`--on ${text}\` is no day; write it as 2026-11-29`)
    })
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}

export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
