import { asTyped } from './typed-command.ts'

/** Writes a line of a command's result. */
export function writeLine(text = ''): void {
  process.stdout.write(`${asTyped(text)}\n`)
}

/** Writes one object as a line of JSON. */
export function writeJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}
