/** Bounds for the content of a whole file; no honest form comes near. */
export interface ContentLimits {
  readonly pages: number
  readonly streamBytes: number
  /** Most operators that are run, those of form XObjects counted each time they are painted. */
  readonly operators: number
  /** Most characters and marks that are kept. */
  readonly painted: number
  /** Deepest nesting of form XObjects. */
  readonly nesting: number
  /** Most graphics states saved at one time. */
  readonly saved: number
}

const contentLimits: ContentLimits = {
  pages: 300,
  streamBytes: 8_000_000,
  operators: 3_000_000,
  painted: 400_000,
  nesting: 12,
  saved: 512,
}

/** How many operators were run, and how many characters and marks kept. */
export interface Spent {
  readonly operators: number
  readonly painted: number
}

/** Counts what the content of a file costs. */
export class ContentBudget {
  readonly limits: ContentLimits
  #operators = 0
  #painted = 0

  constructor(limits: ContentLimits = contentLimits) {
    this.limits = limits
  }

  /** What was spent so far. */
  get spent(): Spent {
    return { operators: this.#operators, painted: this.#painted }
  }

  /** Spends as much as something did before; false, and nothing is spent, where that is too much. */
  spendAgain({ operators, painted }: Spent): boolean {
    const isTooMuch =
      this.#operators + operators > this.limits.operators ||
      this.#painted + painted > this.limits.painted
    if (isTooMuch) return false
    this.#operators += operators
    this.#painted += painted
    return true
  }

  /** Whether one more operator may be run. */
  spendOperator(): boolean {
    return ++this.#operators <= this.limits.operators
  }

  /** Whether one more character or mark may be kept. */
  spendPainted(): boolean {
    return ++this.#painted <= this.limits.painted
  }
}
