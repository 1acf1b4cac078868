import { enableCompileCache } from 'node:module'

// Modules that were compiled once are not compiled again at the next start, which takes half as long then.
enableCompileCache()

const { cli } = await import('./cli.ts')
process.exitCode = await cli(process.argv.slice(2))
