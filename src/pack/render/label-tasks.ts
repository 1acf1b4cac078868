import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { taskLabel } from '../../contracts/tasks.ts'
import type { Say } from '../../language/words.ts'

/** Says of the boxes in an author's list of tasks what they show; its only input elements are these. */
export function labelTasks(say: Say) {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'input') properties.ariaLabel = taskLabel(Boolean(properties.checked), say)
    })
  }
}
