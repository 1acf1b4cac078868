/** What is kept of a page in this browser: JSON under one key. */
export class Draft<Content> {
  readonly #key: string

  constructor(key: string) {
    this.#key = `policypack ${key}`
  }

  /** What was kept; undefined where nothing was, or where the browser keeps nothing. */
  read(): Content | undefined {
    try {
      return (JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Content | null) ?? undefined
    } catch {
      return undefined
    }
  }

  /** False where the browser does not keep it. */
  keep(content: Content): boolean {
    try {
      localStorage.setItem(this.#key, JSON.stringify(content))
      return true
    } catch {
      return false
    }
  }

  remove(): void {
    try {
      localStorage.removeItem(this.#key)
    } catch {
      // Nothing was kept.
    }
  }
}
