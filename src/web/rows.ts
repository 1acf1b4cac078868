import type { FieldOf } from '../model/field.ts'
import type { Control } from './controls.ts'
import { button, element, show } from './elements.ts'
import { say } from './say.ts'

/** Shows of a table the rows that are needed, and adds or removes one, up to those that the PDF has. */
export function growingRows(
  field: FieldOf<'rows'>,
  controls: ReadonlyMap<string, Control>,
  { least, onChange }: { readonly least: number; readonly onChange: () => void },
): { update(): void } | undefined {
  const rows = Array.from({ length: field.min }, (_, index) =>
    field.columns.flatMap(({ name }) => controls.get(`${field.name}.${index + 1}.${name}`) ?? []),
  )
  const lines = rows.map(([first]) => first?.elements[0]?.closest('tr'))
  const table = lines[0]?.closest('table')
  if (!table) return undefined
  let shown = Math.min(field.min, Math.max(1, least))
  const note = element('span', { class: 'hint', role: 'status' })
  const add = button(say('Add a row'), () => {
    shown++
    paint()
    const [first] = rows[shown - 1] ?? []
    if (first?.elements[0]) show(first.elements[0])
  })
  table.tHead?.rows[0]?.append(
    element('th', { scope: 'col' }, element('span', { class: 'visually-hidden' }, say('Remove'))),
  )
  table.querySelector('colgroup')?.append(element('col', { class: 'remove' }))
  lines.forEach((line, index) => {
    for (const [at, cell] of [...(line?.cells ?? [])].entries())
      if (at > 0) cell.dataset.label = field.columns[at - 1]?.label ?? ''
    const remove = button(say('Remove'), () => removeRow(index))
    remove.setAttribute(
      'aria-label',
      say('Remove row {row} of {table}', { row: index + 1, table: field.label }),
    )
    line?.append(element('td', { class: 'remove' }, remove))
  })
  ;(table.closest('.scroll') ?? table).after(element('p', { class: 'add-row' }, add, ' ', note))

  /** What is below moves up. */
  function removeRow(index: number): void {
    for (let row = index; row < shown; row++)
      rows[row]?.forEach((control, column) => {
        control.write(rows[row + 1]?.[column]?.read() ?? '')
      })
    if (shown > 1) shown--
    paint()
    onChange()
    const [next] = rows[Math.min(index, shown - 1)] ?? []
    if (next?.elements[0]) show(next.elements[0])
  }

  function paint(): void {
    lines.forEach((line, index) => {
      if (line) line.hidden = index >= shown
    })
    add.hidden = shown === field.min
    note.textContent =
      shown === field.min
        ? say('The form has room for {count} rows.', { count: field.min })
        : say('{shown} of {count} rows', { shown, count: field.min })
  }

  function update(): void {
    const last = rows.findLastIndex((row) => row.some((control) => control.read() !== ''))
    shown = Math.max(shown, last + 1)
    paint()
  }

  update()
  return { update }
}
