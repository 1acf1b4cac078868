import type {
  Answer,
  Answers,
  DocumentSettings,
  Organisation,
  PlaceholderCatalogue,
} from '../../model/organisation.ts'

/** The answers that follow from what is said of the organisation. */
export function impliedBy({ name, shortName, contact, locale }: Organisation): Answers {
  return present({
    'organisation name': name,
    'organisation short name': shortName ?? name,
    'human resources contact': contact,
    'country of the equality questions': countryOf(locale),
  })
}

/** The countries that the equality form has questions for, by their region in a language tag. */
const countries: Readonly<Record<string, string>> = { GB: 'UK', US: 'US', AU: 'AU' }

function countryOf(locale: string): string {
  return countries[new Intl.Locale(locale).region ?? ''] ?? 'another'
}

export function impliedBySettings(settings: DocumentSettings): Answers {
  return present({
    owner: settings.owner,
    approver: settings.approver,
    'effective date': settings.effective,
    'review date': settings.review,
    'policy number': settings.number,
    'storage location': settings.storage,
  })
}

/** The answers that hold where an organisation says nothing. */
export function defaultsOf(catalogue: PlaceholderCatalogue): Answers {
  return present(
    Object.fromEntries(Object.entries(catalogue).map(([key, info]) => [key, info.default])),
  )
}

function present(answers: Readonly<Record<string, Answer | undefined>>): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) =>
      answer === undefined ? [] : [[key, answer]],
    ),
  )
}
