import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { TakenNames } from '../text/taken-names.ts'
import type { Check } from './check.ts'

/** Each field has a name of its own, and none has a name that is the beginning of another's: `mentee`, `mentee.name`. */
export const fieldDuplicate: Check = ({ tree, file }) => {
  const taken = new TakenNames()
  visit(tree, 'field', (node) => {
    const { field } = node
    const own = [field.name, ...('other' in field && field.other ? [field.other] : [])]
    for (const name of own) {
      const clash = taken.clash(name)
      if (clash === name) {
        report(file, 'field-duplicate', `Unexpected second field \`${name}\``, node)
      } else if (clash) {
        const reason = `Unexpected field name \`${name}\` beside \`${clash}\`, expected no name that begins with all of another`
        report(file, 'field-duplicate', reason, node)
      }
      taken.add(name)
    }
  })
}
