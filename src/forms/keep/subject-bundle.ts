import { strToU8, zipSync } from 'fflate'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { answersIn } from '../../contracts/answered.ts'
import type { PersonNamed } from '../../contracts/people.ts'
import { dateInWords } from '../../language/date.ts'
import { slug } from '../../language/slug.ts'
import { isPdfMethod } from '../record/index.ts'
import type { RecordEntry } from './book.ts'

/** A record for the person whom it is about, with its files. */
export interface SubjectRecord {
  readonly entry: RecordEntry
  /** The file that it was read from, as it came; absent where it is gone. */
  readonly original?: Uint8Array | undefined
  /** The completed form as a PDF to keep; absent where none could be made. */
  readonly pdf?: Uint8Array | undefined
}

/** For whom a bundle is, by whom and of which day. */
export interface SubjectBundleOptions {
  /** As they are known in the records. */
  readonly person: string
  readonly organisation: string
  /** ISO 8601. */
  readonly on: string
}

/**
 * All that records say of a person, as one ZIP to give to them: a page to read, each form as a PDF, the data as JSON, and the
 * files as they came. The same records give the same bytes.
 */
export function subjectBundle(
  records: readonly SubjectRecord[],
  { person, organisation, on }: SubjectBundleOptions,
): Uint8Array {
  const named = records.map((one, index) => ({ ...one, name: nameOf(one.entry, index) }))
  const files: Record<string, Uint8Array> = {
    'index.html': strToU8(pageOf(named, { person, organisation, on })),
    'records.json': strToU8(
      `${JSON.stringify(
        records.map(({ entry }) => entry.record),
        null,
        2,
      )}\n`,
    ),
  }
  for (const { name, entry, original, pdf } of named) {
    const ending = isPdfMethod(entry.record.source.method) ? 'pdf' : 'answers.json'
    if (pdf) files[`forms/${name}.pdf`] = pdf
    if (original) files[`originals/${name}.${ending}`] = original
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) })
}

/**
 * Whether a person may see all of a record that names them: the form is about them, and it does not tell them less than others.
 * What somebody wrote about them in confidence is left to a person to decide.
 */
export function mayHaveAll({ form, people }: RecordEntry, isPerson: (one: PersonNamed) => boolean) {
  const parts = people.filter((one) => one.isParty && isPerson(one)).map(({ part }) => part)
  return parts.some((part) => {
    const word = new RegExp(`\\b${part.slice(0, 6)}`, 'i')
    const about = (form?.recipients ?? []).filter(({ who }) => word.test(who))
    return about.length === 0 || about.some(({ sees }) => /^everything\b/.test(sees))
  })
}

type Named = SubjectRecord & { readonly name: string }

function nameOf({ record, on }: RecordEntry, index: number): string {
  return `${String(index + 1).padStart(3, '0')}-${slug(record.form.title, 'form')}-${on}`
}

function pageOf(
  records: readonly Named[],
  { person, organisation, on }: SubjectBundleOptions,
): string {
  const title = `What ${organisation} holds of ${person}`
  return `<!doctype html>\n${unified()
    .use(rehypeStringify)
    .stringify({
      type: 'root',
      children: [
        h('html', { lang: 'en' }, [
          h('head', [
            h('meta', { charset: 'utf-8' }),
            h('meta', { name: 'viewport', content: 'width=device-width' }),
            h('title', title),
            h('style', STYLE),
          ]),
          h('body', [
            h('main', [
              h('h1', title),
              h('p', `${records.length} completed forms, as of ${dateInWords(on)}.`),
              ...records.map(sectionOf),
            ]),
          ]),
        ]),
      ],
    })}\n`
}

function sectionOf({ entry, name, pdf, original }: Named) {
  const { record, form, standing } = entry
  const answers = form ? answersIn(form, record.values) : []
  const given = answers.filter(({ value }) => value !== null && value !== false)
  const notes = [
    dateInWords(entry.on),
    ...(standing === 'current' ? [] : [standing]),
    ...(form?.retention === undefined ? [] : [form.retention]),
  ]
  return h('section', [
    h('h2', record.form.title),
    h('p', notes.join(' · ')),
    form
      ? h(
          'dl',
          given.flatMap(({ label, value }) => [
            h('dt', label),
            h('dd', value === true ? 'Yes' : String(value)),
          ]),
        )
      : h('pre', JSON.stringify(record.values, null, 2)),
    h('p', [
      ...(pdf ? [h('a', { href: `forms/${name}.pdf` }, 'The form as a PDF'), ' '] : []),
      original ? 'The file as it came is in the folder originals.' : '',
    ]),
  ])
}

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
main{max-width:45rem;margin:2rem auto;padding:0 1rem}
section{border-top:1px solid;margin-top:2rem;break-inside:avoid-page}
dt{font-weight:600;margin-top:.5rem}dd{margin:0;white-space:pre-wrap}`
