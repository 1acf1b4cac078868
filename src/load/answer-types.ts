import type { VFile } from 'vfile'
import { answerFault } from '../model/answer-kind.ts'
import { report } from '../model/message.ts'
import type { Answers, PlaceholderCatalogue } from '../model/organisation.ts'
import { placeholderKey } from '../model/placeholder.ts'
import type { LoadedConfig } from './config.ts'

/** Reports answers that are certainly not what the catalogue asks for, such as a day that does not exist. */
export function reportAnswerTypes(
  file: VFile,
  { config, json }: LoadedConfig,
  catalogue: PlaceholderCatalogue,
): void {
  const check = (answers: Answers, path: readonly string[]) => {
    for (const [phrase, answer] of Object.entries(answers)) {
      const info = catalogue[placeholderKey(phrase)]
      const expected = info && answerFault(info.type, answer)
      if (expected)
        report(
          file,
          'answer-type',
          `Unexpected answer \`${JSON.stringify(answer)}\`, expected ${expected}`,
          json.locateValue([...path, phrase]),
        )
    }
  }
  check(config.answers, ['answers'])
  for (const [id, { answers = {}, headings = {} }] of Object.entries(config.documents)) {
    check(answers, ['documents', id, 'answers'])
    for (const [heading, inner] of Object.entries(headings))
      check(inner, ['documents', id, 'headings', heading])
  }
}
