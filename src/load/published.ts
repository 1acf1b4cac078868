import type { VFile } from 'vfile'
import { z } from 'zod'
import { PublishedForm } from '../model/form.ts'
import { parseJson } from './json.ts'
import { reportIssues } from './schema-issues.ts'
import { readTextMaybe } from './text-file.ts'

const PublishedForms = z.array(PublishedForm)

/** Reads the list of forms that were handed out; empty before the first build. The file carries the messages. */
export async function readPublished(
  path: string,
): Promise<{ published: readonly PublishedForm[]; files: VFile[] }> {
  const file = await readTextMaybe(path, 'config-syntax')
  if (!file) return { published: [], files: [] }
  const json = parseJson(file)
  if (!json) return { published: [], files: [file] }
  const parsed = PublishedForms.safeParse(json.value)
  if (!parsed.success)
    reportIssues(file, json, parsed.error.issues, {
      expectations: {},
      keysAt: () => Object.keys(PublishedForm.shape),
    })
  return { published: parsed.data ?? [], files: [file] }
}
