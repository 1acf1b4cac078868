/** Does things of the same key one after the other, in the order in which they were asked for, and others at once. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const result = before.then(work)
    const turn = result
      .catch(() => {})
      .then(() => {
        if (this.#last.get(key) === turn) this.#last.delete(key)
      })
    this.#last.set(key, turn)
    return result
  }
}
