/** A place to write on, as a text draws it. */
export const BLANK = '________'
