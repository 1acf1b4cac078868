import type { RawValue } from '../../model/extraction.ts'
import { confidence } from './confidence.ts'

/** The value of a group of buttons with one more of them; only one can be meant, so that two are a doubt. */
export function groupValue(before: RawValue | undefined, value: RawValue): RawValue {
  if (!before) return value
  const texts = [...before.texts, ...value.texts]
  const least = Math.min(before.confidence, value.confidence)
  return { texts, confidence: texts.length > 1 ? Math.min(least, confidence.doubtful) : least }
}

/** The same value, not more than doubtful. */
export function doubted(value: RawValue): RawValue {
  return { ...value, confidence: Math.min(value.confidence, confidence.doubtful) }
}
