import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { plainText } from '../text/plain-text.ts'
import type { Check } from './check.ts'

/** Headings begin at `##`, since the title is the first, and go down by one level at a time. */
export const headingLevel: Check = ({ tree, file }) => {
  let above = 1
  visit(tree, 'heading', (heading) => {
    const { depth } = heading
    if (depth === 1 || depth > above + 1) {
      const expected = '#'.repeat(depth === 1 ? 2 : above + 1)
      const reason = `Unexpected level \`${'#'.repeat(depth)}\` of the heading \`${plainText(heading)}\`, expected \`${expected}\``
      const note = depth === 1 ? 'The title comes from the front matter.' : undefined
      report(file, 'heading-level', reason, heading, note)
    }
    above = depth
  })
}
