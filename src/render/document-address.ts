import type { Medium } from './fields/view.ts'

/** Address of a document as seen from another: its page, or on paper its PDF as a whole. */
export function documentAddress(id: string, medium: Medium, anchor?: string): string {
  return medium === 'print' ? `${id}.pdf` : `${id}.html${anchor ? `#${anchor}` : ''}`
}
