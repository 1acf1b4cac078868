/** Most sentences of English have one of these words for every ten. */
const ENGLISH =
  /(?<!\p{L})(?:the|of|and|to|is|are|be|for|with|that|this|by|or|will|you|your|our|we|not|must|from|has|have|it|their)(?!\p{L})/giu

/** False for texts of some length that are in another language. */
export function isEnglish(source: string): boolean {
  const words = source.match(/\p{L}+/gu)?.length ?? 0
  return words < 40 || (source.match(ENGLISH)?.length ?? 0) * 20 > words
}
