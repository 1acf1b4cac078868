import { pathOf, textIn } from '../file/index.ts'
import { standardTypes } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** Types of elements, and texts that stand for pictures. */
export const structureRules = {
  'role-map': {
    source: '7.1',
    check: ({ structure }) =>
      structure.elements.filter(({ standard }) => standard === undefined).map(pathOf),
  },
  'role-map-standard': {
    source: '7.1',
    check: ({ structure }) => [...structure.roles.keys()].filter((type) => standardTypes.has(type)),
  },
  'figure-alternative': {
    source: '7.3',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'Figure' || standard === 'Formula')
        .filter(({ dict }) => !textIn(dict, 'Alt') && textIn(dict, 'ActualText') === undefined)
        .map(pathOf),
  },
  'note-id': {
    source: '7.9',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard, dict }) => standard === 'Note' && !textIn(dict, 'ID'))
        .map(pathOf),
  },
} satisfies Record<string, Rule>
