export { legibility } from './legibility.ts'
export { readOverlays } from './overlays.ts'
export { type Recovered, recover } from './recover.ts'
export type { Remark } from './remark.ts'
