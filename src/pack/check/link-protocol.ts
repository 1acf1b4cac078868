import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import type { Check } from './check.ts'

/** Links lead to the web, to e-mail or a telephone, and nothing is fetched from elsewhere to show a page. */
export const linkProtocol: Check = ({ tree, file }) => {
  visit(tree, (node) => {
    if (node.type === 'image') {
      report(
        file,
        'link-protocol',
        `Unexpected picture \`${node.url}\`, expected none in a pack`,
        node,
      )
    }
    if (node.type !== 'link' && node.type !== 'definition') return
    const protocol = URL.parse(node.url)?.protocol
    if (!protocol || allowed.has(protocol)) return
    const reason = `Unexpected address \`${node.url}\`, expected one that begins with \`https:\`, \`http:\`, \`mailto:\` or \`tel:\``
    report(file, 'link-protocol', reason, node)
  })
}

const allowed = new Set(['https:', 'http:', 'mailto:', 'tel:'])
