import { Organisation } from '../../model/organisation.ts'
import type { Question } from './question.ts'

const { shape } = Organisation

/** What is asked of the organisation itself, in this order. */
const asked = [
  {
    key: 'name',
    question: 'What is the full name of your organisation?',
    hint: 'As it should stand in the documents.',
    required: true,
    expected: 'a name',
  },
  {
    key: 'shortName',
    question: 'Is there a short name for page headers?',
    hint: 'The full name is used when there is none.',
    required: false,
    expected: 'a name',
  },
  {
    key: 'locale',
    question: 'Which language and country are the documents for?',
    hint: 'It decides paper, dates and numbers: en-GB, en-AU, en-US, en-KE …',
    default: 'en-GB',
    required: false,
    expected: 'a language and a country, such as `en-AU`',
  },
  {
    key: 'colour',
    question: 'What is your main colour?',
    hint: 'By its name, such as navy, or as web pages write it.',
    default: '#0b5cad',
    required: false,
    expected: 'a colour such as `#0b5cad`, `#05a` or `navy`',
  },
] as const

/** The questions about the organisation that have no answer yet. */
export function organisationQuestions(present: ReadonlySet<string>): Question[] {
  return asked
    .filter(({ key }) => !present.has(key))
    .map(({ key, expected, ...question }) => {
      const normal = (value: unknown) => shape[key].safeParse(value).data
      return {
        ...question,
        path: ['organisation', key],
        group: 'Your organisation',
        type: 'text',
        optional: false,
        sentences: [],
        expected,
        normal,
        fault: (answer) => (normal(answer) === undefined ? expected : undefined),
      }
    })
}
