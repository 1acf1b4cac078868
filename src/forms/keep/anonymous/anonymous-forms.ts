import { randomBytes } from 'node:crypto'
import { AnonymousForms } from '../../record/index.ts'
import { folderOf, WHOLE_LOCK } from '../layout.ts'
import { digestsIn, type KeepAnswersOptions, keepAnswers } from './keep-answers.ts'
import { type AnonymousKey, digestOf, readKey, readOrMakeKey } from './key.ts'

/** Where the anonymous forms of a run are kept, and since when. */
export interface AnonymousFormsOptions extends KeepAnswersOptions {
  /** Path of the key, which lies apart from the records. */
  readonly key: string
}

/**
 * The anonymous forms of one run, which are written when it ends. A file that comes again is known across runs by a digest under a key;
 * without the key it counts again. To finish throws an `OperatorError` with a sentence for the user when the folder cannot be written,
 * or when the file of this month is damaged.
 */
export function anonymousFormsIn(options: AnonymousFormsOptions): AnonymousForms {
  let key: Promise<AnonymousKey> | undefined
  return new AnonymousForms(async (id, gathered) => {
    key ??= keyFor(options)
    const known = await key
    return keepAnswers(options, id, gathered, known && ((sha256) => digestOf(known, id, sha256)))
  })
}

async function keyFor({ store, dryRun, key }: AnonymousFormsOptions): Promise<AnonymousKey> {
  return dryRun ? readKey(key) : store.exclusively(WHOLE_LOCK, () => readOrMakeKey(key))
}

/** Digests of the pictures of an anonymous form, and which of them were counted before; random ones where there is no key. */
export async function digestsOfSheets(
  options: AnonymousFormsOptions,
  formId: string,
  keys: readonly string[],
): Promise<{ readonly digests: readonly string[]; readonly isCounted: boolean }> {
  const folder = folderOf(formId)
  const key = await keyFor(options)
  const digests = keys.map((one) =>
    key ? digestOf(key, formId, one) : randomBytes(32).toString('hex'),
  )
  const seen = folder ? await digestsIn({ store: options.store, folder }) : new Set()
  return { digests, isCounted: digests.some((digest) => seen.has(digest)) }
}
