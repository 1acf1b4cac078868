/** Line and column of an offset, counted from 1. */
export function pointOf(
  text: string,
  offset: number,
): { line: number; column: number; offset: number } {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: offset - lastBreak, offset }
}
