// Runs before `npm start` and, with `--development`, before `npm test`: makes sure that the packages and a browser are here.
// Plain JavaScript for any Node from 18 on. When all is here it does nothing.

import { installBrowser } from './install-browser.mjs'
import { installPackages } from './install-packages.mjs'

const development = process.argv.includes('--development')
process.exitCode = installPackages({ development }) && installBrowser() ? 0 : 2
