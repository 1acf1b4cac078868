import { report } from '../../../messages/message.ts'
import type { Condition, TextCondition } from '../../../model/document.ts'
import { conditionKey } from '../../text/placeholder.ts'
import { colons, isLabel, labelOf, type ReadDirective } from './directive.ts'

/**
 * `:::when{recognised-trade-union}` … `:::`, or `:when[…]{recognised-trade-union}` in a sentence: there if the organisation has
 * answered that.
 */
export const when = condition(false)

/** `:::unless{recognised-trade-union}` … `:::`: there if it has not. */
export const unless = condition(true)

function condition(negated: boolean): ReadDirective {
  return {
    forms: ['containerDirective', 'textDirective'],
    read(directive, file) {
      const colon = colons[directive.type]
      const isInline = directive.type === 'textDirective'
      if (directive.type === 'leafDirective') return []
      const blocks =
        directive.type === 'containerDirective'
          ? directive.children.filter(({ data }) => !isLabel(data))
          : []
      const [asked, ...more] = Object.entries(directive.attributes ?? {})
      const isOdd = isInline ? !labelOf(directive) : blocks.length < directive.children.length
      if (!asked || more.length > 0 || isOdd) {
        const example = `${colon}${directive.name}${isInline ? '[…]' : ''}{recognised-trade-union}`
        report(
          file,
          'directive-syntax',
          `Unexpected \`${colon}${directive.name}\`, expected ${isInline ? 'words in square brackets and ' : ''}one name in braces, such as \`${example}\``,
          directive,
        )
        return isInline ? directive.children : blocks
      }
      const [key, value] = asked
      const test = { key: conditionKey(key), ...(value && { value }), negated }
      const place = directive.position && { position: directive.position }
      const node: Condition | TextCondition =
        directive.type === 'textDirective'
          ? { type: 'textCondition', ...test, children: directive.children, ...place }
          : { type: 'condition', ...test, children: blocks, ...place }
      return [node]
    },
  }
}
