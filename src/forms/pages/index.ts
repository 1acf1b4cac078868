/** What the pages of a file show: where the form lies on them, and what was written, ticked and laid over its boxes. */
export { type FilePages, pagesOf } from './file-pages.ts'
export { type Legibility, legibility } from './legibility.ts'
export { isLaidOutAs, matchPages } from './match-pages.ts'
export { readOverlays } from './overlays.ts'
export { asInFile, placeForm } from './placed-form.ts'
export { isAt, isSameRect } from './printed-place.ts'
export { type Recovered, recover } from './recover.ts'
export { withOverlays, writtenOnPages } from './written-on-pages.ts'
