/** Which form a file is: by what it claims, by the foot of its pages, or by its fields; and why it is none that can be read. */
export { attachedForms, strangeAttachments } from './attached-forms.ts'
export { candidatesByPages } from './by-pages.ts'
export { type Claims, readClaims } from './claims.ts'
export { foreignForm } from './foreign.ts'
export { confirmByFoot } from './forms-at-foot.ts'
export { type Identified, identify } from './identify.ts'
export { unknownForm } from './unknown-form.ts'
export { wholePack } from './whole-pack.ts'
