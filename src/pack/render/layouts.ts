import Handlebars, { type HelperOptions, type TemplateDelegate } from 'handlebars'
import type { VFile } from 'vfile'
import type { Word } from '../../language/words/english.ts'
import type { Say } from '../../language/words.ts'
import type { Templates } from '../../model/project.ts'
import { reportLayout } from './report-layout.ts'

/** A layout may stand within itself, to draw a list in a list, but not without end. */
const MAX_DEPTH = 50

/** Fills in a layout by its name; every value is escaped but those in triple braces. */
export type FillLayout = (name: string, values: object) => string

/**
 * Makes the layouts ready; each can be used within another, as `{{> name}}`. A layout that cannot be filled in, for one
 * because it uses a name that is not given, gets a message of the rule `template` and gives an empty text. `{{say "Contents"}}` are the
 * pages' own words, in the language of the pack.
 */
export function compileLayouts({ layouts }: Pick<Templates, 'layouts'>, say: Say): FillLayout {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('say', (word: Word, { hash }: HelperOptions) => say(word, hash))
  const names = Object.keys(layouts)
  const compiled = new Map(
    Object.entries(layouts).map(([name, file]) => [
      name,
      forgiving(handlebars.compile(String(file), { strict: true }), file, names),
    ]),
  )
  for (const [name, layout] of compiled) handlebars.registerPartial(name, layout)
  return (name, values) => {
    const layout = compiled.get(name)
    if (!layout) throw new Error(`There is no layout \`${name}.hbs\` among the templates`)
    return layout(values)
  }
}

/** Many pages use one layout, so that its first fault is told and the layout is left out from then on. */
function forgiving(layout: TemplateDelegate, file: VFile, names: readonly string[]) {
  let isFaulty = false
  let depth = 0
  const fillIn: TemplateDelegate = (values, options) => {
    if (isFaulty) return ''
    depth++
    try {
      if (depth > MAX_DEPTH)
        throw new RangeError(`Layouts within each other more than ${MAX_DEPTH} times`)
      return layout(values, options)
    } catch (error) {
      isFaulty = true
      reportLayout(file, error, names)
      return ''
    } finally {
      depth--
    }
  }
  return fillIn
}
