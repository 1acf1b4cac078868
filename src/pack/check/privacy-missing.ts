import { report } from '../../messages/message.ts'
import type { Check } from './check.ts'
import { identifies } from './identifies.ts'

/** A form that asks for personal data says why, by what right, and what becomes of it. */
export const privacyMissing: Check = ({ meta, fields, file, locate }) => {
  const asked = fields.find(identifies)
  if (!asked || meta.privacy || meta.sensitive === 'anonymous') return
  report(
    file,
    'privacy-missing',
    `Missing \`privacy\` in a form that asks for personal data, such as \`${asked.label}\``,
    locate(['kind']),
    'Say why it is asked for and by what right: `privacy: {purpose: …, basis: …}`.',
  )
}
