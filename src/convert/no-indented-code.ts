import type { Processor } from 'unified'

/**
 * Switches off code by indentation. Text pasted from a word processor begins lines with tabs, and as code its
 * placeholders would stay as they are.
 */
export function noIndentedCode(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ disable: { null: ['codeIndented'] } })
}
