import type { Document } from '../model/document.ts'
import { report } from '../model/message.ts'
import type { Project } from '../model/project.ts'
import { rules } from '../model/rules.ts'
import { didYouMean } from '../model/suggest.ts'

/** Takes away the messages of rules that the organisation has switched off; errors cannot be. */
export function switchOff(
  documents: readonly Document[],
  { config, configFile, locate }: Pick<Project, 'config' | 'configFile' | 'locate'>,
): void {
  const known = new Map(Object.entries(rules))
  const off = new Set<string>()
  for (const id of Object.keys(config.rules)) {
    const severity = known.get(id)?.severity
    if (severity === 'warning' || severity === 'info') off.add(id)
    else if (severity === 'error') {
      const reason = `Unexpected rule \`${id}\`, expected one that gives warnings; an error cannot be switched off`
      report(configFile, 'config-value', reason, locate(['rules', id]))
    } else {
      const reason = `Unexpected rule \`${id}\`${didYouMean(id, known.keys())}`
      report(configFile, 'config-unknown-key', reason, locate(['rules', id]))
    }
  }
  for (const file of [configFile, ...documents.map(({ file }) => file)]) {
    file.messages = file.messages.filter(({ ruleId }) => !ruleId || !off.has(ruleId))
  }
}
