import { ratingOptions, type Slot, visibleOptions } from '../../contracts/slot.ts'
import { fold } from '../../language/fold.ts'
import type { Option } from '../../model/field.ts'
import type { PdfField } from '../../pdf/index.ts'

export function optionNamed({ field }: Slot, text: string): Option | undefined {
  const folded = fold(text)
  return optionsOf(field).find(({ value, state, label }) =>
    [state, value, label].some((name) => fold(name) === folded),
  )
}

/** A value in the words of the form, where the file has other words for it but shows the same label. */
export function valueInForm(slot: Slot, { options }: PdfField, value: string): string {
  if (optionNamed(slot, value)) return value
  const label = options.find((option) => option.value === value)?.label
  return label !== undefined && optionNamed(slot, label) ? label : value
}

/** Whether people who chose a value in the file saw another label than the form has for it. */
export function hasOtherLabels(slot: Slot, { options }: PdfField): boolean {
  return options.some(({ value, label }) => {
    const meant = optionNamed(slot, value)
    return meant !== undefined && meant !== optionNamed(slot, label)
  })
}

function optionsOf(field: Slot['field']): readonly Option[] {
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
