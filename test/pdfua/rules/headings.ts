import { pathOf } from '../file/index.ts'
import type { Rule } from '../rule.ts'

/** The levels of headings. */
export const headingRules = {
  'heading-order': {
    source: '7.4.2',
    *check({ structure }) {
      let last = 0
      for (const element of structure.elements) {
        const level = Number(/^H([1-6])$/.exec(element.standard ?? '')?.[1] ?? 0)
        if (level > last + 1) yield pathOf(element)
        if (level > 0) last = level
      }
    },
  },
} satisfies Record<string, Rule>
