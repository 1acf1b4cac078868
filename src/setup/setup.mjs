// Runs before `npm start` and, with `--development`, before `npm test`: makes sure that the packages, a browser and
// the scripts of pages are here.
// Plain JavaScript for any Node from 18 on. When all is here it does nothing.

import { installBrowser } from './install-browser.mjs'
import { installPackages } from './install-packages.mjs'

const development = process.argv.includes('--development')
const isReady = installPackages({ development }) && installBrowser()
// The packages that it needs may have come only now.
if (isReady) await (await import('./bundle.mjs')).bundle()
process.exitCode = isReady ? 0 : 2
