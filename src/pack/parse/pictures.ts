import type { Image, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { PictureSettings } from '../../model/document.ts'

/** What stands in braces right after a picture; two braces are a placeholder. */
const SETTINGS = /^\{(?!\{)([^{}]*)\}/

/** CSS pixels in one of each unit. */
const pixels = { mm: 96 / 25.4, cm: 96 / 2.54 } as const

/**
 * Reads what authors say of a picture in braces after it: `![A staircase](stairs.png){width=60mm}`, and of one that only
 * decorates `![](leaf.svg){decorative}`.
 */
export const pictures: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, 'imageReference', (node) => {
    const reason =
      'Unexpected picture by a reference, expected its file in round brackets, such as `![…](stairs.png)`'
    report(file, 'picture', reason, node)
  })
  visit(tree, 'image', (image, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1]
    const [written = '', settings] = (isText(next) && SETTINGS.exec(next.value)) || []
    if (settings === undefined || !isText(next)) return
    next.value = next.value.slice(written.length)
    image.data = { ...image.data, picture: settingsIn(settings, image, file) }
  })
}

function settingsIn(written: string, image: Image, file: VFile): PictureSettings {
  const settings: PictureSettings = { decorative: false }
  for (const setting of written.split(/\s+/).filter(Boolean)) {
    const [name = '', value = ''] = setting.split('=')
    const width = name === 'width' ? widthIn(value.replace(/^["']|["']$/g, '')) : undefined
    if (setting === 'decorative') settings.decorative = true
    else if (width !== undefined) settings.width = width
    else if (name === 'width') {
      const reason = `Unexpected width \`${value}\` of a picture, expected one such as \`60mm\`, \`6cm\` or \`50%\``
      report(file, 'picture', reason, image)
    } else {
      const reason = `Unexpected \`${setting}\` of a picture${didYouMean(name, ['width', 'decorative'])}`
      report(file, 'picture', reason, image, 'It has `width` and `decorative` and no other.')
    }
  }
  return settings
}

/** The width as HTML has it: a percentage of the text, or CSS pixels. */
function widthIn(value: string): string | undefined {
  const [, number = '', unit] = /^(\d{1,3}(?:\.\d{1,2})?)(mm|cm|%)$/.exec(value) ?? []
  const amount = Number(number)
  if (amount === 0) return undefined
  if (unit === '%') return amount <= 100 ? value : undefined
  return unit === 'mm' || unit === 'cm' ? String(Math.round(amount * pixels[unit])) : undefined
}

function isText(node: PhrasingContent | { type: string } | undefined | false): node is Text {
  return typeof node === 'object' && node.type === 'text'
}
