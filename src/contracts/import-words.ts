import type { Word } from '../language/words/english.ts'
import { type Say, wordsFor } from '../language/words.ts'
import type { AnonymousCount, ImportStatus } from '../model/record.ts'

const english = wordsFor('en')

/** What it means that a file ended in one way. */
export const endings: Readonly<Record<ImportStatus, Word>> = {
  accepted: 'a record was kept',
  superseding:
    'a record was kept that replaces an earlier one of the same case; it may be incomplete as well',
  unconfirmed:
    'a record was kept, and you have to find out whether it replaces an earlier one of the same case',
  untrusted:
    'a form that is not among yours was kept apart, until you have found out where it comes from',
  private: 'a form that is not for you, of which nothing was kept',
  'to-key': 'a form on paper, which a person has to key; the import says where',
  incomplete: 'a record was kept, and some answers are missing or cannot be right',
  duplicate: 'the same content was imported before; another file of it is kept beside the first',
  rejected: 'no record could be made; the message says why',
}

/** What is told of anonymous forms in place of a line for each file. */
export const ANONYMOUS_ENDING: Word =
  'Anonymous forms are counted when all files are read; no line tells which file was which.'

/** The numbers of the anonymous forms of one kind. */
export function numbersTold(
  { counted, repeated, refused, toKey = 0 }: AnonymousCount,
  say: Say = english,
): string {
  return [
    say('{count} counted', { count: counted }),
    ...(repeated > 0 ? [say('{count} counted before', { count: repeated })] : []),
    ...(toKey > 0 ? [say('{count} to key', { count: toKey })] : []),
    ...(refused > 0 ? [say('{count} that cannot be read', { count: refused })] : []),
  ].join(', ')
}

/** How many files ended in each way; empty where there were none. */
export function totalsTold(
  counts: Readonly<Record<ImportStatus, number>>,
  anonymous: readonly AnonymousCount[],
  say: Say = english,
): string {
  const ofAnonymous = anonymous.map(
    ({ counted, repeated, refused, toKey = 0 }) => counted + repeated + refused + toKey,
  )
  const all = { ...counts, anonymous: ofAnonymous.reduce((sum, number) => sum + number, 0) }
  const parts = entries(all).filter(([, number]) => number > 0)
  return parts.map(([status, number]) => `${number} ${say(status)}`).join(', ')
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
