import { readTaggedFile } from './file/index.ts'
import { annotationRules } from './rules/annotations.ts'
import { archiveRules } from './rules/archive.ts'
import { contentRules } from './rules/content.ts'
import { documentRules } from './rules/document.ts'
import { fieldRules } from './rules/fields.ts'
import { fontRules } from './rules/fonts.ts'
import { headingRules } from './rules/headings.ts'
import { listRules } from './rules/lists.ts'
import { parentTreeRules } from './rules/parent-tree.ts'
import { pdf2Rules } from './rules/pdf-2.ts'
import { structureRules } from './rules/structure.ts'
import { tableRules } from './rules/tables.ts'
import { tooltipRules } from './rules/tooltips.ts'

/** All rules of the checker, by their names. */
export const rules = {
  ...documentRules,
  ...structureRules,
  ...headingRules,
  ...listRules,
  ...tableRules,
  ...contentRules,
  ...parentTreeRules,
  ...annotationRules,
  ...fieldRules,
  ...tooltipRules,
  ...fontRules,
  ...archiveRules,
  ...pdf2Rules,
}

/** A place where a file does not meet a rule. */
export interface Finding {
  readonly rule: keyof typeof rules
  readonly source: string
  readonly at: string
}

/**
 * Checks a PDF against the conditions of PDF/UA-1 and PDF/A-3a that a program can tell, as far as the files of a pack
 * can fail them. No finding is no proof: releases are judged by veraPDF.
 */
export async function checkPdf(bytes: Uint8Array): Promise<Finding[]> {
  const file = await readTaggedFile(bytes)
  const names = Object.keys(rules) as (keyof typeof rules)[]
  return names.flatMap((rule) => {
    const { source, check } = rules[rule]
    return [...check(file)].map((at) => ({ rule, source, at }))
  })
}
