import type { Organisation } from '../../model/organisation.ts'
import type { Named } from '../situation/index.ts'

/** What a mail says, and to whom. */
export interface MailContent {
  readonly to: readonly Named[]
  readonly subject: string
  /** Paragraphs between the greeting and the close. */
  readonly text: readonly string[]
}

/** A mail that a mail program opens as a draft of one's own (RFC 5322, RFC 2047), to be looked at and sent. */
export function mailOf(
  { to, subject, text }: MailContent,
  { name, contact }: Organisation,
  sender: string,
): string {
  const body = [
    // Which part of a name one is called by differs from people to people, so that all of it stands there.
    `Dear ${new Intl.ListFormat('en-GB').format(to.map((one) => one.name))},`,
    ...text,
    `Kind regards\n${sender}, ${name}${contact ? `\n${contact}` : ''}`,
  ]
  return [
    `To: ${to.flatMap(({ person }) => person?.email ?? []).join(', ')}`,
    `Subject: =?utf-8?B?${base64(subject)}?=`,
    // Outlook opens it for sending then.
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(body.join('\n\n').replaceAll('\n', '\r\n')).match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n')
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
