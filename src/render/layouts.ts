import Handlebars from 'handlebars'
import type { Templates } from '../model/project.ts'

/** Fills in a layout by its name; every value is escaped but those in triple braces. */
export type FillLayout = (name: string, values: object) => string

/** Makes the layouts ready; each can be used within another, as `{{> name}}`. A name that is not given is an error. */
export function compileLayouts({ layouts }: Pick<Templates, 'layouts'>): FillLayout {
  const handlebars = Handlebars.create()
  const compiled = new Map(
    Object.entries(layouts).map(([name, source]) => [
      name,
      handlebars.compile(source, { strict: true }),
    ]),
  )
  for (const [name, layout] of compiled) handlebars.registerPartial(name, layout)
  return (name, values) => {
    const layout = compiled.get(name)
    if (!layout) throw new Error(`There is no layout \`${name}.hbs\` among the templates`)
    return layout(values)
  }
}
