import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, shelvesIn } from '../../src/forms/keep/index.ts'
import { Keeper } from '../../src/forms/record/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { DraftRecord, ImportResult } from '../../src/model/record.ts'

export type KeepOptions = Parameters<Keeper['keep']>[2] & {
  readonly dir: string
  readonly now: Date
  readonly dryRun?: boolean
}

/** Keeps one record, in a run of its own. */
export function keep(
  draft: DraftRecord,
  original: ReturnType<typeof originalOf>,
  options: KeepOptions,
): Promise<ImportResult> {
  const { dir, now, dryRun } = options
  return new Keeper({ shelves: shelvesIn(openStore(dir), dryRun), now }).keep(
    draft,
    original,
    options,
  )
}

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policypack-keep-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every file below a folder by its path, with its text. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = files
    .sort()
    .map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')])
  return Object.fromEntries(await Promise.all(texts))
}

export const form: Pick<FormDefinition, 'id' | 'recordKey'> = {
  id: 'mentoring-contract',
  recordKey: ['mentee.name'],
}

/** A record of a mentee's contract; another text in `aims` is other content of the same case. */
export function draftOf(mentee: string, aims: string | null = null): DraftRecord {
  return {
    $schema: 'mentoring-contract.record.schema.json',
    id: sha256(`${mentee} ${aims}`).slice(0, 32),
    form: { id: form.id, version: '1.0.0', hash: sha256('form'), title: 'Mentoring contract' },
    organisation: 'Blue Gum Tea Rooms',
    status: 'complete',
    values: { mentee: { name: mentee }, aims },
    signatures: [],
    messages: [],
    raw: {},
    confidence: {},
    earlierId: sha256(`earlier ${mentee} ${aims}`).slice(0, 32),
  }
}

export function originalOf(file: string, text = file) {
  return { file, bytes: new TextEncoder().encode(text), sha256: sha256(text) }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
