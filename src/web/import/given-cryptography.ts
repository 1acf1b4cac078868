import type { Cryptography } from '../../forms/signatures/index.ts'

// Stands in for `forms/signatures/cryptography.ts` in the script of the workers. The library behind that is a script of its own, which
// is loaded before when a digital signature was found, and leaves this variable.
declare const policypackCryptography: Cryptography | undefined

let wasWanted = false

/** Whether something was to be verified for which there is no library here, so that what came of it does not count. */
export function isMissing(): boolean {
  return wasWanted
}

export const checkDigital: Cryptography['checkDigital'] = (...given) => {
  if (typeof policypackCryptography !== 'undefined')
    return policypackCryptography.checkDigital(...given)
  wasWanted = true
  throw new Error('There is no cryptography in this worker')
}
