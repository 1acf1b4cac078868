import type { Command } from 'commander'
import { explain, explainRules } from '../explain/index.ts'
import type { RuleExplained } from '../index.ts'
import { plainText } from '../terminal/plain-text.ts'
import { painter, severityColours } from '../terminal/show-messages.ts'
import { writeLine } from '../terminal/write.ts'
import type { Exit } from './exit.ts'

/** `policypack explain`: what a message means and what to do. */
export function addExplain(command: Command, _exit: Exit): void {
  command
    .argument('[rule]', 'the last word of the message; without one, all rules are listed')
    .addHelpText('after', help)
    .action(async (rule: string | undefined) => {
      if (rule === undefined) list(await explainRules())
      else show(await explain(rule))
    })
}

const help = `
Example:
  policypack explain                  lists all rules
  policypack explain front-matter     says more about one

Exit code: 0 explained, 2 there is no such rule.
`

function list(rules: readonly RuleExplained[]): void {
  const paint = painter(process.stdout)
  const width = Math.max(...rules.map(({ id }) => id.length))
  for (const [group, members] of Map.groupBy(rules, (rule) => rule.group)) {
    writeLine(paint('bold', group))
    for (const { id, severity, summary } of members)
      writeLine(
        `  ${id.padEnd(width)}  ${paint(severityColours[severity], severity.padEnd(7))}  ${summary}`,
      )
    writeLine()
  }
  writeLine('`policypack explain RULE` says more about one of them.')
}

function show({ id, text, help: address }: RuleExplained): void {
  const paint = painter(process.stdout)
  writeLine(`${paint('bold', id)}\n\n${plainText(text, columns())}\n\n${paint('dim', address)}`)
}

/** Wide enough for a sentence, and no wider than the terminal. */
function columns(): number {
  return Math.min(process.stdout.columns ?? WIDTH, WIDTH)
}

const WIDTH = 90
