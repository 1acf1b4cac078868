import { report } from '../../messages/message.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { Document } from '../../model/document.ts'
import type { DocumentSettings } from '../../model/organisation.ts'
import type { Pack } from './check.ts'

/** Reports a value of the front matter at its place: in the configuration, where that replaces it, or in the document. */
export function reportSetting(
  rule: RuleId,
  reason: string,
  key: keyof DocumentSettings,
  { id, file, locate }: Document,
  pack: Pick<Pack, 'config' | 'configFile' | 'locate'>,
): void {
  if (pack.config.documents[id]?.[key] === undefined) report(file, rule, reason, locate([key]))
  else report(pack.configFile, rule, reason, pack.locate(['documents', id, key]))
}
