import { report } from '../../../messages/message.ts'
import type { Condition } from '../../../model/document.ts'
import { conditionKey } from '../../text/placeholder.ts'
import { isLabel, type ReadDirective } from './directive.ts'

/** `:::when{recognised-trade-union}` … `:::`: there if the organisation has answered that. */
export const when = condition(false)

/** `:::unless{recognised-trade-union}` … `:::`: there if it has not. */
export const unless = condition(true)

function condition(negated: boolean): ReadDirective {
  return {
    forms: ['containerDirective'],
    read(directive, file) {
      if (directive.type !== 'containerDirective') return []
      const children = directive.children.filter(({ data }) => !isLabel(data))
      const [asked, ...more] = Object.entries(directive.attributes ?? {})
      if (!asked || more.length > 0 || children.length < directive.children.length) {
        const example = `:::${directive.name}{recognised-trade-union}`
        report(
          file,
          'directive-syntax',
          `Unexpected \`:::${directive.name}\`, expected one name in braces, such as \`${example}\``,
          directive,
        )
        return children
      }
      const [key, value] = asked
      const node: Condition = {
        type: 'condition',
        key: conditionKey(key),
        ...(value && { value }),
        negated,
        children,
        ...(directive.position && { position: directive.position }),
      }
      return [node]
    },
  }
}
