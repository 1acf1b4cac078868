import { findBrowser } from '../browser/index.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Workshop } from './make.ts'
import { rememberingRead } from './prepare.ts'
import { openPrinter, type Printer } from './print/index.ts'
import { readAnew, readNoted } from './read-noted.ts'
import { openStamper } from './stamper.ts'

/** A workshop in which what was opened stays open until the end. */
export type SharedWorkshop = Workshop & AsyncDisposable

/** Opens a workshop for builds one after the other. */
export function openWorkshop(): SharedWorkshop {
  let browser: Promise<BrowserChoice> | undefined
  let printer: Printer | undefined
  const stamper = openStamper()
  const close = async () => {
    const closing = printer
    printer = undefined
    await closing?.[Symbol.asyncDispose]()
  }
  return {
    read: rememberingRead(readNoted),
    readAnew: rememberingRead(readAnew),
    findBrowser() {
      browser ??= findBrowser()
      return browser
    },
    openPrinter(choice, signal) {
      printer ??= openPrinter(choice, signal)
      const { start, print } = printer
      return {
        start,
        async print(...jobs) {
          try {
            return await print(...jobs)
          } catch (error) {
            // The browser may have ended, or have pages that lead elsewhere again and again.
            await close()
            throw error
          }
        },
        // It stays for the next.
        async [Symbol.asyncDispose]() {},
      }
    },
    // It stays for the next as well.
    openStamper: () => ({ ...stamper, async [Symbol.asyncDispose]() {} }),
    async [Symbol.asyncDispose]() {
      await stamper[Symbol.asyncDispose]()
      await close()
    },
  }
}
