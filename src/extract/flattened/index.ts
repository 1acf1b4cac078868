export { confidence } from './confidence.ts'
export { type Overlaid, readOverlays } from './overlays.ts'
export { type Recovered, recover } from './recover.ts'
