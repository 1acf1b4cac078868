import { dateOrInterval, plainDate } from '../../language/plain-date.ts'
import type {
  Answers,
  Config,
  DocumentSettings,
  PlaceholderCatalogue,
} from '../../model/organisation.ts'
import { normalAnswer } from '../text/answer-kind.ts'
import { placeholderKey } from '../text/placeholder.ts'

/**
 * The configuration with answers in the form in which they are kept, such as days in ISO 8601, however they were written;
 * what is of another kind stays, for the rules to report.
 */
export function inNormalForm(config: Config, catalogue: PlaceholderCatalogue): Config {
  const { locale } = config.organisation
  const infos = new Map(Object.entries(catalogue).map(([key, info]) => [placeholderKey(key), info]))

  const normal = (answers: Answers): Answers =>
    mapValues(answers, (answer, phrase) => {
      const info = infos.get(placeholderKey(phrase))
      return info ? normalAnswer(info, answer, locale) : answer
    })
  const normalSettings = (settings: DocumentSettings): DocumentSettings => {
    const { effective, review, changes, answers, headings } = settings
    return {
      ...settings,
      ...(effective !== undefined && { effective: plainDate(effective, locale) ?? effective }),
      ...(review !== undefined && { review: dateOrInterval(review, locale) ?? review }),
      ...(changes && {
        changes: changes.map((change) => ({
          ...change,
          date: plainDate(change.date, locale) ?? change.date,
        })),
      }),
      ...(answers && { answers: normal(answers) }),
      ...(headings && { headings: mapValues(headings, normal) }),
    }
  }
  return {
    ...config,
    answers: normal(config.answers),
    documents: mapValues(config.documents, normalSettings),
  }
}

function mapValues<Value>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]))
}
