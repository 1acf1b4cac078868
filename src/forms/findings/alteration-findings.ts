import { fieldLabel } from '../../contracts/slot.ts'
import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, quotedWhole } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'
import { type Alteration, type AlterationKind, leavesDoubt } from '../fields/index.ts'

/** Tells of alterations, of many of a kind in one sentence. What puts an answer in doubt is told for each answer. */
export function alterationFindings(altered: readonly Alteration[]): Finding[] {
  return [...Map.groupBy(altered, ({ kind }) => kind)].flatMap(([kind, alike]) => {
    const summary = summaries[kind]
    if (alike.length <= FEW || !summary)
      return alike.map((one) => finding(ruleOf(one), sentences[kind](one), one.slot.name))
    const [first] = alike as [Alteration, ...Alteration[]]
    return [finding(ruleOf(first), summary(alike.length, named(alike.map(asked))))]
  })
}

function ruleOf(altered: Alteration): RuleId {
  if (altered.kind === 'renamed') return 'field-renamed'
  return leavesDoubt(altered) ? 'value-uncertain' : 'form-altered'
}

function asked({ slot }: Alteration): string {
  return quotedWhole(fieldLabel(slot))
}

const sentences: Record<AlterationKind, (altered: Alteration) => string> = {
  renamed: (altered) =>
    `The box for ${asked(altered)} is called ${quoted(altered.field.name)} in this file; its answer was taken by its place on the page`,
  reworded: (altered) =>
    `The question ${asked(altered)} reads ${quotedWhole(altered.field.tooltip ?? '')} in this file; check what the answer refers to`,
  relabelled: (altered) =>
    `The choices for ${asked(altered)} read otherwise in this file; check its answer against the page`,
  retyped: (altered) =>
    `The box for ${asked(altered)} is of another kind in this file (${altered.field.type} instead of ${altered.slot.control}); check its answer against the page`,
  moved: (altered) =>
    `The box for ${asked(altered)} was moved in this file; check what the answer refers to`,
}

const summaries: Partial<Record<AlterationKind, (count: number, examples: string) => string>> = {
  renamed: (count, examples) =>
    `The boxes for ${count} questions have other names in this file, ${examples}; their answers were taken by their places on the page`,
  reworded: (count, examples) =>
    `${count} questions read otherwise in this file, ${examples}; check what the answers refer to`,
  moved: (count, examples) =>
    `The boxes for ${count} questions were moved in this file, ${examples}; check what the answers refer to`,
}
