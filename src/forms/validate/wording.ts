import { quoted } from '../../messages/quoted.ts'

/** A question as the subject of a sentence: in quotes where it is a sentence itself. */
export function subject(label: string): string {
  return /[?.!:…]$/.test(label) || label.length > 60 ? quoted(label) : label
}
