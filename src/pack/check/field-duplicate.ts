import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import type { Check } from './check.ts'

/** Each field has a name of its own, and none has a name that is the beginning of another's: `mentee`, `mentee.name`. */
export const fieldDuplicate: Check = ({ tree, file }) => {
  const names = new Set<string>()
  visit(tree, 'field', (node) => {
    const { field } = node
    const own = [field.name, ...('other' in field && field.other ? [field.other] : [])]
    for (const name of own) {
      const clash = [...names].find(
        (other) => other.startsWith(`${name}.`) || name.startsWith(`${other}.`),
      )
      if (names.has(name)) {
        report(file, 'field-duplicate', `Unexpected second field \`${name}\``, node)
      } else if (clash) {
        const reason = `Unexpected field name \`${name}\` beside \`${clash}\`, expected no name that begins with all of another`
        report(file, 'field-duplicate', reason, node)
      }
      names.add(name)
    }
  })
}
