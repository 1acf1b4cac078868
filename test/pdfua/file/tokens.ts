/** An operator of a content stream with the texts of its operands. */
export interface Operator {
  readonly name: string
  readonly operands: readonly string[]
}

const TOKEN =
  /%[^\r\n]*|\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g

/** Reads a content stream, given with one character a byte. Strings keep their brackets. */
export function* operatorsOf(content: string): Generator<Operator> {
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (token.startsWith('%')) continue
    if (/^[A-Za-z'"]/.test(token) && !/^(true|false|null)$/.test(token)) {
      yield { name: token, operands }
      operands = []
    } else operands.push(token)
  }
}

/** The bytes of a string token, one character a byte. */
export function bytesOf(token: string): string {
  if (token.startsWith('<')) {
    return Buffer.from(token.replace(/[<>\s]/g, ''), 'hex').toString('latin1')
  }
  return token.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8))
    return ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as Record<string, string>)[code] ?? code
  })
}
