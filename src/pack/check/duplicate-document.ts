import { report } from '../../messages/message.ts'
import type { Check } from './check.ts'

/** Two documents with one id would be written to the same file. */
export const duplicateDocument: Check = ({ id, file, locate }, { documents }) => {
  const first = documents.find((document) => document.id === id)
  if (!first || first.file === file) return
  const reason = `Unexpected second document \`${id}\`, which is also \`${first.file.path}\``
  const note = `Give one of them an id of its own; to replace a document that comes along, name your file \`${id}.md\`.`
  report(file, 'duplicate-document', reason, locate(['id']), note)
}
