/** A way to draw a blank that is rare, and the usual one; undefined leaves a place as it is. */
export type Way = readonly [RegExp, (match: RegExpExecArray) => string | undefined]

export const GAP = '____________'
/** Room for more than a line. */
export const LINES = `${GAP}\n${GAP}\n${GAP}`
export const DATE = '__/__/____'
