/** Random numbers from 0 to below 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Damages a file at one to four places. */
export function mutate(pdf: Uint8Array, random: () => number): Uint8Array {
  let damaged = pdf
  const times = 1 + Math.floor(random() * 4)
  for (let i = 0; i < times; i++) {
    const kind = mutations[Math.floor(random() * mutations.length)]
    if (kind) damaged = kind(damaged, Math.floor(random() * damaged.length), random)
  }
  return damaged
}

type Mutation = (pdf: Uint8Array, at: number, random: () => number) => Uint8Array

const flipBit: Mutation = (pdf, at, random) =>
  pdf.map((byte, index) => (index === at ? byte ^ (1 << Math.floor(random() * 8)) : byte))
const changeByte: Mutation = (pdf, at, random) =>
  pdf.map((byte, index) => (index === at ? Math.floor(random() * 256) : byte))
const remove: Mutation = (pdf, at, random) => splice(pdf, at, Math.floor(random() * 60), [])
const insert: Mutation = (pdf, at, random) =>
  splice(
    pdf,
    at,
    0,
    Array.from({ length: Math.floor(random() * 20) }, () => Math.floor(random() * 256)),
  )
const repeat: Mutation = (pdf, at, random) =>
  splice(pdf, at, 0, pdf.subarray(at, at + Math.floor(random() * 200)))
const insertSyntax: Mutation = (pdf, at, random) => {
  const token = tokens[Math.floor(random() * tokens.length)] ?? ''
  return splice(pdf, at, token.length, Buffer.from(token))
}
const changeDigit: Mutation = (pdf, at, random) => {
  const digit = pdf.findIndex((byte, index) => index >= at && byte >= 0x30 && byte <= 0x39)
  return digit === -1 ? pdf : splice(pdf, digit, 1, [0x30 + Math.floor(random() * 10)])
}
const cut: Mutation = (pdf, at) => pdf.subarray(0, at)

const mutations = [
  flipBit,
  changeByte,
  remove,
  insert,
  repeat,
  insertSyntax,
  changeDigit,
  changeDigit,
  cut,
]
const tokens = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '/',
  'obj',
  'endobj',
  'stream',
  'xref',
  'null',
  '1 0 R',
  'trailer',
  '%',
  '<',
  '>',
  '-',
  '99999999999',
]

function splice(
  pdf: Uint8Array,
  at: number,
  removed: number,
  added: ArrayLike<number>,
): Uint8Array {
  const spliced = new Uint8Array(at + added.length + Math.max(0, pdf.length - at - removed))
  spliced.set(pdf.subarray(0, at))
  spliced.set(Array.from(added), at)
  spliced.set(pdf.subarray(at + removed), at + added.length)
  return spliced
}
