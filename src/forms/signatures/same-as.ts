import type { RecordSignature } from '../../model/record.ts'

export interface Checked {
  readonly told: RecordSignature
  /** Where the file ended when it was signed. */
  readonly end?: number
  /** The CMS object, in hex. */
  readonly contents?: string
  /** The public key that it was made with, in hex. */
  readonly key?: string
}

/** Names the fields that hold the same signature as one, and those that were signed by other signatures with the same key. */
export function sameAs(
  one: Checked,
  all: readonly Checked[],
): Pick<RecordSignature, 'sameSignatureAs' | 'sameSignerAs'> {
  const others = all.filter((other) => other !== one)
  const copies = others.filter(({ contents }) => contents !== undefined && isSame(contents, one))
  const namesakes = others.filter(
    (other) => other.key !== undefined && other.key === one.key && !copies.includes(other),
  )
  return {
    ...(copies.length > 0 && { sameSignatureAs: copies.map(({ told }) => told.field) }),
    ...(namesakes.length > 0 && { sameSignerAs: namesakes.map(({ told }) => told.field) }),
  }
}

/** A string of zeros is no signature, and zeros may stand behind one. */
function isSame(contents: string, { contents: own = '' }: Checked): boolean {
  const bare = contents.replace(/0+$/, '')
  return bare !== '' && bare === own.replace(/0+$/, '')
}
