/** Writes a line of a command's result. */
export function writeLine(text = ''): void {
  process.stdout.write(`${text}\n`)
}

/** Writes one object as a line of JSON. */
export function writeJson(value: unknown): void {
  writeLine(JSON.stringify(value))
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}
