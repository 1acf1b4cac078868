// All that needs the library for certificates and CMS objects, which is loaded when a digital signature is found.

export { certificatesIn } from './certificates.ts'
export { checkDigital } from './digital-signature.ts'
