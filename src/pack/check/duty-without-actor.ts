import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { pointInText } from '../text/point-in-text.ts'
import type { Check } from './check.ts'

/** Group 1: the rest of the sentence. */
const PASSIVE_DUTY =
  /\bmust (?:(?:also|always|not|never|then|first) )*be (?:\w+ly )?(?:\w+ed|\w+en|kept|held|made|done|sent|met|told|paid|read|put|set|shown|known|found)\b([^.;!?]*)/g

/** A duty names who has it: not `records must be kept safe`, but `HR must keep records safe` or `… must be kept by HR`. */
export const dutyWithoutActor: Check = ({ tree, file }) => {
  visit(tree, 'text', (text) => {
    for (const [words, rest = ''] of text.value.matchAll(PASSIVE_DUTY)) {
      if (/\bby\b/.test(rest)) continue
      const duty = words.slice(0, words.length - rest.length)
      const reason = `Unexpected \`${duty}\` without saying who must do it`
      report(file, 'duty-without-actor', reason, pointInText(text, duty, file))
    }
  })
}
