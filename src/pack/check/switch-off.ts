import { report } from '../../messages/message.ts'
import { rules, type Severity } from '../../messages/rules.ts'
import type { Document } from '../../model/document.ts'
import type { Project } from '../../model/project.ts'

/** Takes away the messages of rules that the organisation has switched off; errors cannot be. */
export function switchOff(
  documents: readonly Document[],
  { config, configFile, locate }: Pick<Project, 'config' | 'configFile' | 'locate'>,
): void {
  const severities = new Map<string, Severity>(
    Object.entries(rules).map(([id, { severity }]) => [id, severity]),
  )
  const off = new Set(Object.keys(config.rules))
  for (const id of off) {
    if (severities.get(id) !== 'error') continue
    off.delete(id)
    const reason = `Unexpected rule \`${id}\`, expected one that gives warnings; an error cannot be switched off`
    report(configFile, 'config-value', reason, locate(['rules', id]))
  }
  for (const file of [configFile, ...documents.map(({ file }) => file)]) {
    file.messages = file.messages.filter(({ ruleId }) => !ruleId || !off.has(ruleId))
  }
}
