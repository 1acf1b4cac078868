/** Of so many things each is told by itself; of more, some are named as examples in one sentence. */
export const FEW = 3

/** Examples of what is too much to list: `such as “a”, “b” and “c”`. */
export function named(all: readonly string[]): string {
  const some = [...new Set(all)].slice(0, FEW)
  return `such as ${new Intl.ListFormat('en-GB').format(some)}`
}
