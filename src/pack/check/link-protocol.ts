import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { isAddress } from '../text/address.ts'
import type { Check } from './check.ts'

/** Links lead to the web, to e-mail or a telephone. */
export const linkProtocol: Check = ({ tree, file }) => {
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    // What is no address of any kind is no link either, which another rule says.
    if (!URL.canParse(node.url) || isAddress(node.url)) return
    const reason = `Unexpected address \`${node.url}\`, expected one that begins with \`https://\`, \`http://\`, \`mailto:\` or \`tel:\` and is written out`
    report(file, 'link-protocol', reason, node)
  })
}
