import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { dateHint } from '../../language/date.ts'
import { wordsFor } from '../../language/words.ts'
import type { Document } from '../../model/document.ts'
import { breakLongWords } from './break-long-words.ts'
import type { ControlTableOptions } from './document-control.ts'
import { fitScreen } from './fit-screen.ts'
import { groupQuestions } from './group-questions.ts'
import { keepSpaces } from './keep-spaces.ts'
import { labelTasks } from './label-tasks.ts'
import { pointLinks } from './links.ts'
import { markExpansions } from './mark-expansions.ts'
import { markLanguages } from './mark-languages.ts'
import { handlersFor } from './nodes/index.ts'
import { labelNotes, noteOptions } from './notes.ts'
import { placeFields } from './place-fields.ts'
import { placeTables } from './place-tables.ts'
import { schema } from './sanitize-schema.ts'
import { scopeHeads } from './scope-heads.ts'
import { setBeside } from './set-beside.ts'
import { shortColumns } from './short-columns.ts'

/** The text of a document as HTML. What the author wrote is sanitised before our own markup joins it. */
export function bodyHtml(document: Document, options: ControlTableOptions): string {
  const { presentation, locale } = options
  const { medium } = presentation
  const say = wordsFor(locale)
  const fields = new Map(document.fields.map((field) => [field.name, field]))
  const processor = unified()
    .use(remarkRehype, { handlers: handlersFor(say), ...noteOptions(say) })
    .use(rehypeSanitize, schema)
    .use(pointLinks, presentation)
    .use(labelNotes, say)
    .use(labelTasks, say)
    .use(markExpansions, presentation)
    .use(markLanguages, presentation)
    .use(scopeHeads)
    .use(placeTables, { document, ...options })
    .use(shortColumns, presentation)
    .use(groupQuestions)
    .use(placeFields, { medium, context: { fields, dateHint: dateHint(locale), say } })
    .use(fitScreen, presentation, say)
    .use(setBeside, presentation)
    .use(breakLongWords, presentation)
    .use(keepSpaces, presentation)
    .use(rehypeStringify)
  return processor.stringify(processor.runSync(document.tree))
}
