/** Where a link inside the pack leads: a document, a place in it, or a place in the same document. */
export interface Reference {
  /** Id of the document; absent: the one that the link is in. */
  readonly document?: string
  /** Anchor of a heading or clause. */
  readonly anchor?: string
}

/** Reads `mentoring-policy.md#matching` and the like; undefined for addresses that lead out of the pack. */
export function parseReference(url: string): Reference | undefined {
  const match = /^(?:\.\/)?(?:([^/?#:]+)\.md)?(?:#(.*))?$/.exec(url)
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined
  return {
    ...(match[1] !== undefined && { document: match[1] }),
    ...(match[2] && { anchor: match[2] }),
  }
}
