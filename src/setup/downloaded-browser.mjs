// A program of its own, because setup may run in a Node that is too old for the packages that this needs.

import { download, findDownloaded } from '../browser/downloaded.mjs'

if (process.argv[2] === 'download') await download()
else process.exitCode = (await findDownloaded()) ? 0 : 1
