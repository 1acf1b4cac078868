import { fold } from '../../../language/fold.ts'
import { doubtful, type Fault, type Voice } from '../voice.ts'
import type { Reading } from './reading.ts'

const ticked = ['yes', 'on', 'true', '1', 'x', '✓', '✔', '☑', '☒']
const off = ['', 'off', 'no', 'false', '0']

/** Reads what a box says as ticked or not. Any text but a word for off is a tick; `names` are its own words for on. */
export function readTick(
  texts: readonly string[],
  names: readonly string[],
  voice: Voice,
): Reading {
  const words = texts.map(wordOf)
  const isOff = words.every((word) => off.includes(word))
  const on = [...ticked, ...names.map(wordOf)]
  const isClear = isOff || words.every((word) => on.includes(word))
  return { value: !isOff, faults: isClear ? [] : [unclear(texts, voice)] }
}

/** A word as it is compared; some programs write the slash of a PDF name along. */
export function wordOf(text: string): string {
  return fold(text).replace(/^\//, '')
}

function unclear(texts: readonly string[], { quoted }: Voice): Fault {
  return doubtful(
    '{question} was taken as ticked because it says {text}; compare it with the original',
    { text: quoted(texts.join('; ')) },
  )
}
