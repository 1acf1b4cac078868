import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import type { Check } from './check.ts'

/** A picture says in words what it shows, or that it only decorates. */
export const picture: Check = ({ tree, file }) => {
  visit(tree, 'image', (image) => {
    const isDecorative = image.data?.picture?.decorative === true
    const isDescribed = Boolean(image.alt?.trim())
    if (isDecorative !== isDescribed) return
    const reason = isDecorative
      ? 'Unexpected alternative text of a picture that is `decorative`, expected one or the other'
      : 'Missing alternative text of a picture, expected what it shows in the square brackets, such as `![The three steps of a complaint](steps.png)`'
    report(
      file,
      'picture',
      reason,
      image,
      'A picture that says nothing is written as `![](leaf.svg){decorative}`; a screen reader passes it over.',
    )
  })
}
