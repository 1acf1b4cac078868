import { keepCompiled } from '../files/compile-cache.mjs'

// A worker has a memory of its own, also for what was compiled.
keepCompiled()

await import('./stamp-tasks.ts')
