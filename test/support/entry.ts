import type { RecordValue } from '../../src/model/record.ts'
import type { Entry } from '../../src/programme/situation/index.ts'

/** A record of a form as a programme takes it, of people by their numbers. */
export function entryOf(
  form: string,
  on: string,
  {
    people,
    values,
    standing = 'current',
  }: {
    readonly people: Readonly<Record<string, string>>
    readonly values: Readonly<Record<string, RecordValue>>
    readonly standing?: string
  },
): Entry {
  return {
    record: {
      ...{ $schema: '', organisation: 'Larkspur', status: 'complete' },
      id: `${form} ${on} ${Object.values(people).join(' ')}`,
      form: { id: form, version: '2.0.0', hash: '', title: form },
      ...{ values, signatures: [], messages: [] },
      source: { file: '', sha256: '', bytes: 0, method: 'page', importedAt: `${on}T09:00:00Z` },
    },
    form: undefined,
    people: Object.entries(people).map(([part, identity]) => ({ part, identity, isParty: true })),
    ...{ on, standing, open: [] },
  }
}
