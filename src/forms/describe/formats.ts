import { latin1 } from '../../pdf/bytes.ts'
import type { PdfField, PdfFile } from '../../pdf/index.ts'
import { PdfStream, PdfString } from '../../pdf/objects.ts'

/**
 * What a field's own scripts want to be typed, by the names of Adobe's functions for it (Acrobat Forms, AFDate_FormatEx). The scripts
 * are searched for these names, and never run.
 */
export function readFormat(
  { widgets }: PdfField,
  { objects }: PdfFile,
): 'date' | 'number' | undefined {
  const scripts = widgets.flatMap(({ annotation }) => {
    const parent = objects.dict(annotation.get('Parent'))
    const actions = objects.dict(annotation.get('AA')) ?? objects.dict(parent?.get('AA'))
    return ['F', 'K'].map((key) => {
      const script = objects.resolve(objects.dict(actions?.get(key))?.get('JS'))
      if (script instanceof PdfString) return latin1(script.bytes)
      return script instanceof PdfStream ? latin1(objects.streamData(script).bytes) : ''
    })
  })
  return formats.find(([, name]) => scripts.some((script) => name.test(script)))?.[0]
}

const formats = [
  ['date', /AFDate_/],
  ['number', /AF(?:Number|Percent)_/],
] as const
