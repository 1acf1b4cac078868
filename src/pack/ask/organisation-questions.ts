import { Organisation } from '../../model/organisation.ts'
import type { Question } from './question.ts'

const { shape } = Organisation

/** What is asked of the organisation itself, in this order: the locale first, by which the others are spelled. */
const asked = [
  {
    key: 'locale',
    question: 'Which language and country are the documents for?',
    hint: 'It decides paper, dates and numbers: en-GB, en-AU, en-US, en-KE …',
    default: 'en-GB',
    required: false,
    isQuick: true,
    expected: 'a language and a country, such as `en-AU`',
  },
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
    key: 'colour',
    question: 'What is your main colour?',
    hint: 'By its name, such as navy, or as web pages write it.',
    default: '#0b5cad',
    required: false,
    expected: 'a colour such as `#0b5cad`, `#05a` or `navy`',
  },
  {
    key: 'contact',
    question: 'Whom should staff contact with a question?',
    hint: 'An e-mail address, a telephone number or a job title of human resources. It stands on every page and form.',
    example: 'people@example.org',
    required: false,
    isQuick: true,
    expected: 'an e-mail address, a telephone number or a role',
  },
  {
    key: 'logo',
    question: 'Which file has your logo?',
    hint: 'A PNG, JPEG, WebP or SVG file that lies beside the configuration, such as logo.svg. Leave it empty if you have none at hand.',
    required: false,
    type: 'file',
    expected: 'the name of a file such as `logo.svg`',
  },
] as const

/** The questions about the organisation that have no answer yet. */
export function organisationQuestions(present: ReadonlySet<string>): Question[] {
  return (
    asked
      // Who has no logo is asked once, and not each time that something else is open.
      .filter(({ key }) => !present.has(key) && !(key === 'logo' && present.has('name')))
      .map(({ key, expected, ...question }) => {
        const normal = (value: unknown) => shape[key].safeParse(value).data
        return {
          type: 'text',
          isQuick: question.required,
          ...question,
          path: ['organisation', key],
          group: 'Who you are',
          spelling: 'en-GB',
          optional: false,
          sentences: [],
          expected,
          normal,
          fault: (answer) => (normal(answer) === undefined ? expected : undefined),
        }
      })
  )
}
