import { ratingOptions, type Slot, visibleOptions } from '../model/slot.ts'

/** What a value of a field says to people: the label of an option, whether a box is ticked, or the text, on one line. */
export function said({ control, field }: Slot, values: readonly string[]): string {
  if (control === 'checkbox') return values.length > 0 ? '“ticked”' : '“not ticked”'
  if (values.length === 0) return 'nothing'
  const labels = new Map(
    optionsOf(field).flatMap(({ value, state, label }) => [
      [value, label],
      [state, label],
    ]),
  )
  return values.map((value) => `“${short(labels.get(value) ?? value)}”`).join(', ')
}

function optionsOf(field: Slot['field']): ReturnType<typeof visibleOptions> {
  switch (field.type) {
    case 'choice':
    case 'select':
      return visibleOptions(field)
    case 'rating':
      return ratingOptions(field)
    default:
      return []
  }
}

function short(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > longest
    ? `${characters.slice(0, longest).join('')}…`
    : characters.join('')
}

/** Characters of a text that are enough to know it by. */
const longest = 60
