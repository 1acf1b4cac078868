import type { Block, Places } from './places.ts'

/** Key terms by document, place and fact. */
export type Facts = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>

/** A fact that a document must carry. */
export interface Fact {
  readonly document: string
  readonly place: string
  readonly fact: string
  /** Words or the beginnings of words, with commas between the terms and `/` between others that say the same. */
  readonly terms: string
}

/** All facts of a table, in its order. */
export function factsIn(table: Facts): Fact[] {
  return Object.entries(table).flatMap(([document, places]) =>
    Object.entries(places).flatMap(([place, facts]) =>
      Object.entries(facts).map(([fact, terms]) => ({ document, place, fact, terms })),
    ),
  )
}

/** Whether a block of the place has all terms of the fact, in whatever order and with whatever endings. */
export function isFound(fact: Fact, places: Places): boolean {
  return carriers(fact, places).length > 0
}

/** The places without the sentence that has most terms of a fact; what a field asks is one sentence. */
export function withoutFact(fact: Fact, places: Places): Places {
  const sentences = carriers(fact, places).flat()
  const [gone] = sentences.sort((a, b) => countOf(fact, b) - countOf(fact, a))
  const blocks = places.get(fact.place) ?? []
  const left = blocks.map((block): Block => block.filter((sentence) => sentence !== gone))
  return new Map([...places, [fact.place, left]])
}

function carriers(fact: Fact, places: Places): Block[] {
  const blocks = places.get(fact.place) ?? []
  return blocks.filter((block) => countOf(fact, block.join(' ')) === termsOf(fact).length)
}

function countOf(fact: Fact, text: string): number {
  const words = normal(text)
  return termsOf(fact).filter((others) => others.some((term) => words.includes(term))).length
}

/** Each term in all its forms. */
function termsOf({ terms }: Fact): string[][] {
  return terms.split(', ').map((term) => term.split('/').map(normal))
}

/** Words without their endings, each with a space before it. */
function normal(text: string): string {
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? []
  return words.map((word) => ` ${word.replace(ENDING, '')}`).join('')
}

const WORD = /[\p{L}\p{N}]+(?:[-–'][\p{L}\p{N}]+)*/gu
const ENDING = /(?<=.{4})(?:'s|ings?|ies|ed|es|s|e|y)$/
