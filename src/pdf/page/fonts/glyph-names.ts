/**
 * The text that a glyph name stands for (Adobe Glyph List Specification, section 2), or undefined for names that say
 * nothing, such as `g17`. The list is not copied: accented letters are put together from their parts.
 */
export function textOfGlyphName(name: string): string | undefined {
  const base = name.split('.', 1)[0]!
  if (base === '') return undefined
  const parts = base.split('_').map(textOfPart)
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined
}

function textOfPart(name: string): string | undefined {
  return named.get(name) ?? textOfCode(name) ?? cyrillic(name) ?? accented(name)
}

function textOfCode(name: string): string | undefined {
  const digits = /^uni((?:[0-9A-F]{4})+)$/.exec(name)?.[1]
  if (digits)
    return String.fromCharCode(...digits.match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16)))
  const point = /^u([0-9A-F]{4,6})$/.exec(name)?.[1]
  if (!point) return undefined
  const code = Number.parseInt(point, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** `afii10017` to `afii10097`: the Russian alphabet, with Ё and ё in their places. */
function cyrillic(name: string): string | undefined {
  const number = /^afii(100\d\d)$/.exec(name)?.[1]
  if (!number) return undefined
  const place = Number(number) - 10017
  const [letter, first] = place < 48 ? [place, 0x410] : [place - 48, 0x430]
  if (letter < 0 || letter > 32) return undefined
  if (letter === 6) return first === 0x410 ? 'Ё' : 'ё'
  return String.fromCharCode(first + letter - (letter > 6 ? 1 : 0))
}

function accented(name: string): string | undefined {
  for (const [accent, mark] of accents) {
    if (!name.endsWith(accent)) continue
    const letter = name.slice(0, -accent.length)
    const base = named.get(letter) ?? accented(letter)
    const composed = base && `${base === 'ı' ? 'i' : base}${mark}`.normalize('NFC')
    return composed && [...composed].length === 1 ? composed : undefined
  }
  return undefined
}

const accents = [
  ['hungarumlaut', '\u030b'],
  ['commaaccent', '\u0327'],
  ['circumflex', '\u0302'],
  ['dotbelow', '\u0323'],
  ['dotaccent', '\u0307'],
  ['hookabove', '\u0309'],
  ['dieresis', '\u0308'],
  ['cedilla', '\u0327'],
  ['ogonek', '\u0328'],
  ['macron', '\u0304'],
  ['caron', '\u030c'],
  ['tilde', '\u0303'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['breve', '\u0306'],
  ['tonos', '\u0301'],
  ['horn', '\u031b'],
  ['dblacute', '\u030b'],
  ['ring', '\u030a'],
  ['dot', '\u0307'],
] as const

const named = new Map<string, string>()
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  named.set(letter, letter)
for (const pair of `space:\u0020 exclam:! quotedbl:" numbersign:# dollar:$ percent:% ampersand:& quotesingle:'
  parenleft:( parenright:) asterisk:* plus:+ comma:, hyphen:- period:. slash:/ zero:0 one:1 two:2 three:3 four:4
  five:5 six:6 seven:7 eight:8 nine:9 semicolon:; less:< equal:= greater:> question:? at:@ bracketleft:[
  backslash:\\ bracketright:] asciicircum:^ underscore:_ grave:\` braceleft:{ bar:| braceright:} asciitilde:~
  exclamdown:¡ cent:¢ sterling:£ currency:¤ yen:¥ brokenbar:¦ section:§ dieresis:¨ copyright:© ordfeminine:ª
  guillemotleft:« logicalnot:¬ softhyphen:\u00ad sfthyphen:\u00ad registered:® macron:¯ degree:° plusminus:±
  twosuperior:² threesuperior:³ acute:´ mu:µ paragraph:¶ periodcentered:· middot:· cedilla:¸ onesuperior:¹
  ordmasculine:º guillemotright:» onequarter:¼ onehalf:½ threequarters:¾ questiondown:¿ multiply:× divide:÷
  AE:Æ ae:æ Eth:Ð eth:ð Oslash:Ø oslash:ø Thorn:Þ thorn:þ germandbls:ß Dcroat:Đ dcroat:đ Dslash:Đ dmacron:đ Hbar:Ħ hbar:ħ dotlessi:ı
  IJ:Ĳ ij:ĳ kgreenlandic:ĸ Ldot:Ŀ ldot:ŀ Lslash:Ł lslash:ł napostrophe:ŉ Eng:Ŋ eng:ŋ OE:Œ oe:œ Tbar:Ŧ tbar:ŧ
  longs:ſ florin:ƒ Scommaaccent:Ș scommaaccent:ș Tcommaaccent:Ț tcommaaccent:ț circumflex:ˆ caron:ˇ breve:˘
  dotaccent:˙ ring:˚ ogonek:˛ tilde:˜ hungarumlaut:˝ endash:– emdash:— quoteleft:‘ quoteright:’ quotesinglbase:‚
  quotedblleft:“ quotedblright:” quotedblbase:„ dagger:† daggerdbl:‡ bullet:• ellipsis:… perthousand:‰
  guilsinglleft:‹ guilsinglright:› fraction:⁄ Euro:€ trademark:™ minus:− notequal:≠ lessequal:≤ greaterequal:≥
  infinity:∞ partialdiff:∂ summation:∑ product:∏ radical:√ approxequal:≈ lozenge:◊ arrowleft:← arrowright:→
  fi:fi fl:fl ff:ff ffi:ffi ffl:ffl nbspace:\u0020 nonbreakingspace:\u0020 estimated:℮ afii61352:№ checkmark:✓
  Alpha:Α Beta:Β Gamma:Γ Delta:Δ Epsilon:Ε Zeta:Ζ Eta:Η Theta:Θ Iota:Ι Kappa:Κ Lambda:Λ Mu:Μ Nu:Ν Xi:Ξ Omicron:Ο
  Pi:Π Rho:Ρ Sigma:Σ Tau:Τ Upsilon:Υ Phi:Φ Chi:Χ Psi:Ψ Omega:Ω alpha:α beta:β gamma:γ delta:δ epsilon:ε zeta:ζ
  eta:η theta:θ iota:ι kappa:κ lambda:λ nu:ν xi:ξ omicron:ο pi:π rho:ρ sigma1:ς sigma:σ tau:τ upsilon:υ phi:φ
  chi:χ psi:ψ omega:ω iotadieresistonos:ΐ upsilondieresistonos:ΰ a19:✓ a20:✔ a21:✕ a22:✖ a23:✗ a24:✘ a35:★
  a71:● a73:■`.split(/\s+/)) {
  const colon = pair.indexOf(':')
  named.set(pair.slice(0, colon), pair.slice(colon + 1))
}
named.set('space', ' ').set('nbspace', ' ').set('nonbreakingspace', ' ').set('colon', ':')
