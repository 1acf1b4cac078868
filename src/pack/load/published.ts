import type { VFile } from 'vfile'
import { z } from 'zod'
import { parseJson } from '../../files/json.ts'
import { reportIssues } from '../../files/schema-issues.ts'
import { readTextMaybe } from '../../files/text-file.ts'
import { PublishedForm } from '../../model/form.ts'

const PublishedForms = z.array(PublishedForm)

/** Reads the list of forms that were handed out, to which a build adds; its file, none at first, carries the messages. */
export async function readPublished(path: string): Promise<VFile[]> {
  const file = await readTextMaybe(path, 'config-syntax')
  if (!file) return []
  const json = parseJson(file)
  if (!json) return [file]
  const parsed = PublishedForms.safeParse(json.value)
  if (!parsed.success)
    reportIssues(file, json, parsed.error.issues, {
      expectations: {},
      keysAt: () => Object.keys(PublishedForm.shape),
    })
  return [file]
}
