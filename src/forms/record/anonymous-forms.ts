import type { Message } from '../../messages/message.ts'
import type { RuleId } from '../../messages/rules.ts'
import { isFormId } from '../../model/document-id.ts'
import type { AskedForm, FormDefinition } from '../../model/form.ts'
import type { AnonymousCount, DraftRecord, RuleCounts } from '../../model/record.ts'

export interface AnonymousAnswers {
  /** By the SHA-256 of the file. */
  readonly drafts: ReadonlyMap<string, DraftRecord>
  /** What tells other pictures of the same form again, of forms on paper. */
  readonly digests: ReadonlyMap<DraftRecord, readonly string[]>
  /** What the versions of the form ask that came, by the hash of that. */
  readonly asked: ReadonlyMap<string, Partial<AskedForm>>
}

/** Keeps the answers on one form and gives those that were not counted before. */
export type KeepAnonymous = (
  form: string,
  answers: AnonymousAnswers,
) => Promise<readonly DraftRecord[]>

/**
 * The anonymous forms of one run. They are gathered in memory and kept when the run ends, all of them at once and mixed
 * with those of the same month, so that neither names nor times nor the order of files tell whose answers are whose. A run
 * that is ended before keeps none of them, and can be begun again.
 *
 * Answers are never duplicates of each other. A file that comes again is known by its bytes.
 */
export class AnonymousForms {
  readonly #keep: KeepAnonymous
  readonly #forms = new Map<string, Gathered>()

  constructor(keep: KeepAnonymous) {
    this.#keep = keep
  }

  /** Whether a form is to be handled here. */
  takes({ id, sensitive }: Pick<FormDefinition, 'id' | 'sensitive'>): boolean {
    return sensitive === 'anonymous' && isFormId(id)
  }

  /** Takes a form that was read. `sha256` is that of its file, and `form` what it asked. */
  add(draft: DraftRecord, sha256: string, form?: Partial<AskedForm>): void {
    const gathered = this.#gathered(draft.form.id)
    if (form?.questions !== undefined) gathered.asked.set(form.questions, form)
    if (gathered.drafts.has(sha256)) gathered.repeated += 1
    else gathered.drafts.set(sha256, draft)
  }

  /** Takes a form on paper that was keyed; `digests` are those of its pictures. */
  addKeyed(
    draft: DraftRecord,
    task: string,
    form: Partial<AskedForm>,
    digests: readonly string[],
  ): void {
    this.#gathered(draft.form.id).digests.set(draft, digests)
    this.add(draft, task, form)
  }

  /** Counts a form on paper that has to be keyed, or that came before. */
  count(formId: string, as: 'toKey' | 'repeated'): void {
    this.#gathered(formId)[as] += 1
  }

  /** Takes a form of which nothing can be kept. */
  refuse(formId: string, messages: readonly Message[]): void {
    this.#gathered(formId).refused.push(messages)
  }

  /** Keeps all that was taken and says how many there were. */
  async finish(): Promise<AnonymousCount[]> {
    const counts: AnonymousCount[] = []
    for (const [id, gathered] of [...this.#forms].sort())
      counts.push(countOf(id, gathered, await this.#keep(id, gathered)))
    return counts
  }

  #gathered(formId: string): Gathered {
    const gathered = this.#forms.get(formId) ?? {
      drafts: new Map(),
      digests: new Map(),
      asked: new Map(),
      refused: [],
      repeated: 0,
      toKey: 0,
    }
    this.#forms.set(formId, gathered)
    return gathered
  }
}

interface Gathered extends AnonymousAnswers {
  readonly drafts: Map<string, DraftRecord>
  readonly digests: Map<DraftRecord, readonly string[]>
  readonly asked: Map<string, Partial<AskedForm>>
  readonly refused: (readonly Message[])[]
  /** Files that came before in this run. */
  repeated: number
  toKey: number
}

function countOf(
  form: string,
  { drafts, refused, repeated, toKey }: Gathered,
  added: readonly DraftRecord[],
): AnonymousCount {
  return {
    form,
    counted: added.length,
    repeated: repeated + drafts.size - added.length,
    refused: refused.length,
    ...(toKey > 0 && { toKey }),
    incomplete: added.filter(({ status }) => status === 'incomplete').length,
    rules: countRules(added.map(({ messages }) => messages)),
    refusals: countRules(refused),
  }
}

/** In how many forms each rule had something to say, in the order of the rules' names. */
function countRules(told: readonly DraftRecord['messages'][]): RuleCounts {
  const names = told.flatMap((messages) => [...new Set(messages.map(({ rule }) => rule))])
  const counts: Partial<Record<RuleId, number>> = {}
  for (const name of names.sort()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
