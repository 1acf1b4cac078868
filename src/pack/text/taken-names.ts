/** The names of the fields of a form so far. A name that begins with all of another, `mentee.name` beside `mentee`, is taken with it. */
export class TakenNames {
  readonly #own = new Set<string>()
  /** By what stands before a full stop in names, the first of these. */
  readonly #below = new Map<string, string>()

  add(name: string): void {
    this.#own.add(name)
    for (const head of headsOf(name)) if (!this.#below.has(head)) this.#below.set(head, name)
  }

  /** The taken name that stands in the way of another: the same, or one that is the beginning of the other. */
  clash(name: string): string | undefined {
    return this.#own.has(name) ? name : (this.#below.get(name) ?? this.above(name))
  }

  /** The taken name that this one begins with. */
  above(name: string): string | undefined {
    return headsOf(name).find((head) => this.#own.has(head))
  }
}

/** `a` and `a.b` of `a.b.c`. */
export function headsOf(name: string): string[] {
  const parts = name.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}
