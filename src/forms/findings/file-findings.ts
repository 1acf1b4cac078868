import { type Finding, finding } from '../../messages/finding.ts'
import { type FormFields, findRevisionEnds, type PdfFile } from '../../pdf/index.ts'

type FileProblem = PdfFile['problems'][number]
type FormProblem = FormFields['problems'][number]
type Kind = Exclude<(FileProblem | FormProblem)['kind'], 'joined-files'>

/**
 * What a fault means for the answers. `harmless`: it concerns none of them. `mended`: the file could be put together
 * again, and whatever was lost of a single answer is told with that answer. `doubtful`: an answer may be missing or may
 * be an older one without any other sign of it, so that the record is not complete.
 */
type Weight = 'harmless' | 'mended' | 'doubtful'

/** Says in HR's words what is wrong with a file as a whole: one sentence for each weight that its faults have, and for other PDFs in it. */
export function fileFindings(
  file: Pick<PdfFile, 'problems' | 'raw'>,
  { problems }: Pick<FormFields, 'problems'>,
): Finding[] {
  const all = [...file.problems, ...problems].map(({ kind }) => kind)
  const byWeight = weigh(file, all)
  const told = (['doubtful', 'mended', 'harmless'] satisfies Weight[]).flatMap((weight) => {
    const faults = byWeight.get(weight)?.map((kind) => words[kind])
    return faults ? [sentences[weight]([...new Set(faults)].join(' and '))] : []
  })
  return all.includes('joined-files') ? [joined, ...told] : told
}

/** Whether a file is so damaged that answers may have gone with what was lost, all of them too. */
export function mayHaveLost(
  file: Pick<PdfFile, 'problems' | 'raw'>,
  { problems }: Pick<FormFields, 'problems'>,
): boolean {
  const found = weigh(
    file,
    [...file.problems, ...problems].map(({ kind }) => kind),
  )
  return found.has('doubtful') || found.has('mended')
}

/** The kinds of faults, each once, by what they mean for the answers. */
function weigh(
  { raw }: Pick<PdfFile, 'raw'>,
  all: readonly (Kind | 'joined-files')[],
): Map<Weight, Kind[]> {
  const kinds = new Set(all.filter((kind) => kind !== 'joined-files'))
  const hasUpdates = findRevisionEnds(raw).length > 1
  return Map.groupBy(kinds, (kind) =>
    hasUpdates && searched.has(kind) ? 'doubtful' : weights[kind],
  )
}

const joined = finding(
  'file-damaged',
  'The file is several PDFs one behind the other, of which only the last was read; ask for each of them as a file of its own',
)

const weights: Record<Kind, Weight> = {
  'leading-bytes': 'harmless',
  'trailing-bytes': 'harmless',
  'duplicate-key': 'harmless',
  malformed: 'harmless',
  'string-not-encrypted': 'harmless',
  'page-tree-damaged': 'harmless',
  'startxref-wrong': 'harmless',
  'kid-missing': 'harmless',
  'kid-shared': 'harmless',
  'object-relocated': 'mended',
  'object-unreadable': 'mended',
  'stream-damaged': 'mended',
  'fields-not-listed': 'mended',
  'xref-incomplete': 'mended',
  'xref-rebuilt': 'mended',
  'unlisted-objects': 'mended',
  'object-stale': 'doubtful',
  'limit-reached': 'doubtful',
  'nested-too-deep': 'doubtful',
  'too-many-fields': 'doubtful',
}

/**
 * Where a file was changed after it was made, searching it may find an older answer and miss the newer one, or fields that
 * somebody took out.
 */
const searched: ReadonlySet<Kind> = new Set([
  'xref-rebuilt',
  'object-relocated',
  'fields-not-listed',
])

const words: Record<Kind, string> = {
  'leading-bytes': 'there is something before its beginning',
  'trailing-bytes': 'there is something behind its end',
  'duplicate-key': 'some of its parts say things twice',
  'string-not-encrypted': 'it says that it is encrypted and is so only in part',
  malformed: 'some of its parts are not written as a PDF should be',
  'page-tree-damaged': 'its list of pages is damaged',
  'startxref-wrong': 'its list of parts is not where it says',
  'kid-missing': 'its list of fields names some that are not there',
  'kid-shared': 'its list of fields names some twice',
  'object-relocated': 'its parts are not where it says',
  'object-unreadable': 'some of its parts cannot be read',
  'stream-damaged': 'some of its parts are damaged',
  'fields-not-listed': 'its list of fields is missing',
  'xref-incomplete': 'its list of parts is not whole',
  'xref-rebuilt': 'its list of parts is damaged',
  'unlisted-objects': 'its list of parts leaves out the newest ones',
  'object-stale': 'the newest state of some of its parts is lost',
  'limit-reached': 'it has more parts than a form may have',
  'nested-too-deep': 'its fields are nested deeper than those of a form',
  'too-many-fields': 'it has more fields than a form may have',
}

const sentences: Record<Weight, (faults: string) => Finding> = {
  harmless: (faults) =>
    finding('file-oddity', `The file is a little unusual: ${faults}; no answer is concerned`),
  mended: (faults) =>
    finding(
      'file-repaired',
      `The file was damaged and put together again: ${faults}; glance over the answers`,
    ),
  doubtful: (faults) =>
    finding(
      'file-damaged',
      `The file is damaged so that answers may be missing or out of date: ${faults}; compare them with the original, or ask for it to be sent again`,
    ),
}
