/**
 * How certain a value is that was read from a page. Nothing read there is certain (1), because a page does not say what
 * belongs together; `clear` ones were right in all trials, and the others are for a person to look at.
 */
export const confidence = {
  /** All characters lie in the box and have a known meaning, or a box is plainly marked or empty. */
  clear: 0.95,
  /** As clear, but where lines were broken by typing and where by the width of the box is a conclusion. */
  wrapped: 0.9,
  /** Something may be missing, mixed up or meant otherwise; see `Doubt`. */
  doubtful: 0.5,
  /** There is something in the box that cannot be read, such as handwriting. */
  unreadable: 0.2,
} as const
