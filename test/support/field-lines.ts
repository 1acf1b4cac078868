import { projectPdf, type WidgetProjection } from './pdf-projection.ts'

/** The fields of a form as another program finds them, page by page in the order of the file, one a line. */
export async function fieldLines(id: string, pdf: Uint8Array): Promise<string> {
  const { pages } = await projectPdf(pdf)
  const lines = pages.flatMap(({ widgets }, index) => [
    `${id}, page ${index + 1}`,
    ...widgets.map((widget, order) => `  ${order + 1} ${fieldLine(widget)}`),
  ])
  return `${lines.join('\n')}\n`
}

function fieldLine({ name, type, state, required, maxLength, options, tooltip }: WidgetProjection) {
  const parts = [
    state === undefined ? name : `${name} = ${state}`,
    type,
    ...(required ? ['required'] : []),
    ...(maxLength ? [`at most ${maxLength}`] : []),
    ...(options ? [options.join(' / ')] : []),
    JSON.stringify(tooltip),
  ]
  return parts.join(', ')
}
