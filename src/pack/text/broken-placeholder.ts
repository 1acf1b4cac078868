import type { VFile } from 'vfile'
import { type Place, report } from '../../messages/message.ts'
import type { RuleId } from '../../messages/rules.ts'

/** Reports what begins like a placeholder and cannot be read as one, and notes on the file that this is told. */
export function reportBroken(
  file: VFile,
  rule: Extract<RuleId, 'placeholder-unclosed' | 'placeholder-spans-formatting'>,
  reason: string,
  place: Place,
  note?: string,
): void {
  report(file, rule, reason, place, note)
  file.data.hasBrokenPlaceholder = true
}
