import { type ParseError, printParseErrorCode } from 'jsonc-parser'

const QUOTES = "‘’“”'`„«»"

/** What is wrong at a place of a JSON file, and what to do. */
export interface SyntaxFault {
  readonly offset: number
  readonly reason: string
}

type Explain = (found: string, text: string, offset: number) => string | SyntaxFault
const explanations: Record<string, Explain> = {
  InvalidSymbol: (found) =>
    QUOTES.includes(found.charAt(0))
      ? `Unexpected quotation mark \`${found.charAt(0)}\`, expected a straight double one \`"\``
      : `Unexpected \`${found}\`, expected a text in double quotes`,
  InvalidNumberFormat: (found) =>
    `Unexpected number \`${found}\`, expected digits such as \`12\` or \`1.5\`; put other texts in double quotes`,
  PropertyNameExpected: (found, text, offset) =>
    trailingComma(found, text, offset) ??
    `Unexpected \`${found}\`, expected a name in double quotes`,
  ValueExpected: (found, text, offset) =>
    trailingComma(found, text, offset) ?? `Unexpected \`${found}\`, expected a value`,
  ColonExpected: (_, text, offset) => ({
    offset: endBefore(text, offset),
    reason: 'Expected a colon `:` after the name',
  }),
  CommaExpected: (_, text, offset) => ({
    offset: endBefore(text, offset),
    reason: 'Expected a comma `,` before the next entry',
  }),
  CloseBraceExpected: (_, text, offset) => ({
    offset: endBefore(text, offset),
    reason: 'Unexpected end of file, expected a closing brace `}`',
  }),
  CloseBracketExpected: (_, text, offset) => ({
    offset: endBefore(text, offset),
    reason: 'Expected a comma `,` or a closing bracket `]`',
  }),
  EndOfFileExpected: (found) =>
    `Unexpected \`${found}\` after the last closing brace; remove what follows it`,
  InvalidCommentToken: () => 'Unexpected comment, expected none; JSON has no comments, remove it',
  UnexpectedEndOfComment: () =>
    'Unexpected comment, expected none; JSON has no comments, remove it',
  UnexpectedEndOfString: () => 'Unexpected end of line, expected a double quote `"` after the text',
  UnexpectedEndOfNumber: (found) =>
    `Unexpected number \`${found}\`, expected digits such as \`12\` or \`1.5\``,
  InvalidUnicode: (found) =>
    `Unexpected \`${found}\`, expected four hexadecimal digits after \`\\u\``,
  InvalidEscapeCharacter: () => 'Unexpected backslash in a text, expected two of them `\\\\`',
  InvalidCharacter: () =>
    'Unexpected tab or control character in a text, expected a space, or `\\t`',
}

/** Puts a fault that jsonc-parser found into words. */
export function syntaxFault(text: string, error: ParseError): SyntaxFault {
  const found = text.slice(error.offset, error.offset + error.length).split('\n')[0] ?? ''
  const explained = explanations[printParseErrorCode(error.error)]?.(found, text, error.offset)
  if (typeof explained === 'object') return explained
  const reason = found === '' ? 'Unexpected end of file, expected a value' : explained
  return { offset: error.offset, reason: reason ?? `Unexpected \`${found}\`` }
}

function trailingComma(found: string, text: string, offset: number): SyntaxFault | undefined {
  const end = endBefore(text, offset)
  if (!/^[}\]]/.test(found) || text[end - 1] !== ',') return undefined
  return {
    offset: end - 1,
    reason: `Unexpected comma before \`${found}\`, expected none after the last entry`,
  }
}

/** The offset behind the last character before `offset` that is no white space. */
function endBefore(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length
}
