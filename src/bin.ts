import { keepCompiled } from './files/compile-cache.mjs'

keepCompiled()

const { cli } = await import('./cli.ts')
process.exitCode = await cli(process.argv.slice(2))
