import { FEW } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { Extraction, RawValue } from '../../model/extraction.ts'
import type { Voice } from './voice.ts'

/**
 * What nobody can see in a text: marks of direction, spaces without width, soft hyphens, byte order marks and fillers. The
 * joiners are left where they shape what is seen: between the letters of scripts that join, and in emoji.
 */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<![\p{M}\p{Lo}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{Lo}\p{Extended_Pictographic}\u2640\u2642])/gu

/** Takes out of the answers what nobody can see, and says where that changed something. */
export function withoutInvisible(
  values: Extraction['values'],
  labelOf: (name: string) => string,
  { say, all }: Voice,
): { values: Extraction['values']; findings: Finding[] } {
  const changed: string[] = []
  const cleaned = [...values].map(([name, value]): [string, RawValue] => {
    const texts = value.texts.map((text) => text.replace(INVISIBLE, ''))
    if (texts.every((text, index) => text === value.texts[index])) return [name, value]
    changed.push(name)
    return [name, { ...value, texts: texts.filter((text) => text !== '') }]
  })
  if (changed.length === 0) return { values, findings: [] }
  const [first = ''] = changed
  const labels = changed.map((name) => say('“{text}”', { text: labelOf(name) }))
  return {
    values: new Map(cleaned),
    findings: [
      changed.length === 1
        ? finding(
            'value-invisible',
            say('The answer to {question} has characters that nobody can see; they were left out', {
              question: labels[0] ?? '',
            }),
            first,
          )
        : finding(
            'value-invisible',
            say(
              '{count} answers have characters that nobody can see, such as {examples}; they were left out',
              { count: changed.length, examples: all([...new Set(labels)].slice(0, FEW)) },
            ),
          ),
    ],
  }
}
