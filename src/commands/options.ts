import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { OperatorError } from '../index.ts'

/** `--config FILE`, the same in all commands for one organisation. */
export function configOption(): Option {
  return new Option('-c, --config <file>', 'the configuration').default('org.config.json')
}

/**
 * Refuses a configuration that was named and is not there, for commands that do without one where nobody names it. Throws
 * an `OperatorError`.
 */
export function refuseMissingConfig(command: Command): void {
  if (command.getOptionValueSource('config') !== 'cli') return
  const path = String(command.getOptionValue('config'))
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status)
    throw new OperatorError(
      `There is no configuration \`${path}\`; check the path given by \`--config\``,
    )
  if (!status.isFile())
    throw new OperatorError(
      `\`${path}\` is a folder; name the configuration in it, such as \`${join(path, 'org.config.json')}\``,
    )
}

/** `--config PATH…`, for commands that work on several organisations one after the other. */
export function configsOption(): Option {
  return new Option(
    '-c, --config <path...>',
    'the configuration; several files, or a folder of them, for several organisations',
  ).default(['org.config.json'], 'org.config.json')
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
