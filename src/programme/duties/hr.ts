import { dateInWords } from '../../language/date.ts'
import { addDays, laterBy } from '../../language/period.ts'
import { isOfPeers } from '../ledger/index.ts'
import {
  cameOn,
  type Entry,
  isHere,
  type Named,
  numberAt,
  partIn,
  personCalled,
  recordsOf,
  type Situation,
  textAt,
  textsAt,
  workingDaysAfter,
} from '../situation/index.ts'
import type { Asked, Duty } from './duty.ts'

/** How soon somebody wants to hear, in days. */
const URGENCY: Readonly<Record<string, number>> = { now: 0, week: 7, later: 30 }

/** What people of the people team do themselves, the gravest first. */
export const hrDuties: Readonly<Record<string, Asked>> = {
  escalation: {
    title: 'Somebody needs help',
    find: (situation) =>
      open(situation, 'peer-meeting-record', ({ record: { values } }) => {
        const said = textsAt(values, 'difficulties').filter((one) => one !== 'none')
        if (said.length === 0) return undefined
        const whose = textAt(values, 'difficulty.whose')
        const parts = { own: ['peer'], colleague: ['colleague'] }[whose ?? ''] ?? [
          'peer',
          'colleague',
        ]
        const consent =
          textAt(values, 'difficulty.agreed') === 'no'
            ? 'did not agree, but somebody could come to harm'
            : textAt(values, 'difficulty.contact') === 'yes'
              ? 'wants to hear from you'
              : 'agrees that you know, and wants no call'
        return {
          parts,
          days: URGENCY[textAt(values, 'difficulty.urgency') ?? ''] ?? 7,
          note: `${said.map((one) => one.replaceAll('-', ' ')).join(', ')}; ${consent}`,
        }
      }),
  },
  note: {
    title: 'A private note wants an answer',
    find: (situation) =>
      open(situation, 'private-note-to-hr', ({ record: { values } }) => {
        const wishes: Readonly<Record<string, string>> = {
          talk: 'wants to talk before anything else is done',
          act: 'wants something to be done',
          partner: 'wants another partner',
        }
        const wish = wishes[textAt(values, 'wish.action') ?? '']
        const tell = textAt(values, 'wish.tell') === 'needed' ? '' : '; tell nobody without asking'
        return wish === undefined
          ? undefined
          : {
              parts: ['person'],
              days: URGENCY[textAt(values, 'wish.urgency') ?? ''] ?? 7,
              note: `${wish}${tell}`,
            }
      }),
  },
  grievance: {
    title: 'Answer a grievance',
    find: (situation) =>
      open(situation, 'mentoring-withdrawal', ({ on, record: { values } }) => {
        if (!isGrievance(values) || textAt(values, 'hr.answered')) return undefined
        const received = textAt(values, 'hr.received') ?? on
        const allowed = situation.terms.grievanceAnswer
        const due = textAt(values, 'hr.answerDue') ?? workingDaysAfter(situation, received, allowed)
        const note = `received on ${dateInWords(received)}; ${clockOf(situation, due)}`
        return { parts: ['person'], due, note }
      }),
  },
  appeal: {
    title: 'Answer an appeal',
    find: (situation) =>
      open(situation, 'mentoring-withdrawal', ({ record: { values } }) => {
        const received = textAt(values, 'appeal.received')
        if (received === undefined || textAt(values, 'appeal.answered')) return undefined
        const due = workingDaysAfter(situation, received, situation.terms.appealAnswer)
        return { parts: ['person'], due, note: clockOf(situation, due) }
      }),
  },
  leaving: {
    title: 'Decide on a pause or a withdrawal',
    find: (situation) =>
      open(situation, 'mentoring-withdrawal', ({ on, record: { values } }) => {
        if (isGrievance(values) || textAt(values, 'hr.partnershipOutcome')) return undefined
        const asks = textAt(values, 'request.kind') === 'pause' ? 'pause' : 'withdraw'
        return { parts: ['person', 'partner'], due: on, note: `asks to ${asks}` }
      }),
  },
  disagreement: {
    title: 'Talk to two who do not agree on their evaluation',
    find: (situation) =>
      open(situation, 'mentoring-evaluation', ({ record: { values } }) =>
        textAt(values, 'agreement.reached') === 'not-agreed'
          ? {
              parts: ['mentee', 'mentor'],
              days: 7,
              note: 'HR talks to both; close the record when you have',
            }
          : undefined,
      ),
  },
  consent: {
    title: 'Coaching without consent',
    find: (situation) =>
      open(situation, 'coaching-consent', ({ on, open: missing, record: { values } }) =>
        missing.length === 0
          ? undefined
          : {
              parts: ['coachee', 'coach'],
              due: textAt(values, 'coaching.start') ?? on,
              note: `no session before it is signed; open: ${missing.join(', ')}`,
            },
      ),
  },
  doubt: {
    title: 'Decide which version counts',
    find: ({ entries }) =>
      entries
        .filter((entry) => entry.standing === 'in doubt' || entry.standing === 'untrusted')
        .map((entry) => ({
          key: entry.record.id,
          people: entry.people
            .filter(({ isParty }) => isParty)
            .map(({ name = '', identity }) => ({ key: identity ?? name, name })),
          due: entry.on,
          note: `${entry.record.form.title}, ${entry.standing}: see \`policypack records show ${entry.record.id.slice(0, 8)}\``,
          record: entry.record.id,
        })),
  },
  identity: {
    title: 'Say who is meant',
    find: ({ ledger, on }) =>
      ledger.doubtful.map(({ named: { name = '', identity, email }, mayBe }) => ({
        key: `${name} ${identity ?? email ?? ''}`,
        people: [{ key: identity ?? email ?? name, name: name || (identity ?? email ?? '') }],
        due: on,
        note: `may be ${mayBe.map((one) => `${one.name} (${one.id})`).join(' or ')}: \`policypack people is\``,
      })),
  },
  request: {
    title: 'Decide on a request for a mentor',
    find: (situation) =>
      open(situation, 'mentoring-request', ({ on, record: { values } }) => {
        if (textAt(values, 'hr.decision')) return undefined
        const sent = textAt(values, 'supervisor.signedOn') ?? on
        const due = workingDaysAfter(situation, sent, situation.terms.requestDecision)
        const support =
          textAt(values, 'supervisor.decision') === 'not-supported'
            ? 'the line manager does not support it; '
            : ''
        return { parts: ['employee'], due, note: `${support}${clockOf(situation, due)}` }
      }),
  },
  match: {
    title: 'Find a mentor or another partner',
    find: (situation) => [
      ...open(situation, 'mentoring-request', ({ on, record: { values } }) => {
        const [refused] = ['employee', 'mentor'].filter(
          (who) => textAt(values, `acceptance.${who}`) === 'no',
        )
        const isWaiting = textAt(values, 'hr.decision') === 'waiting'
        if (!isWaiting && refused === undefined) return undefined
        const since = textAt(values, 'acceptance.date') ?? textAt(values, 'hr.signedOn') ?? on
        return {
          parts: ['employee'],
          due: laterBy(since, { months: 1 }),
          note: isWaiting ? 'approved, nobody found yet' : `the ${refused} said no`,
        }
      }),
      ...situation.ledger.partnerships.flatMap((one) => {
        const person = one.people.find(({ key }) => key === one.wantsSubstitute)
        if (!person || one.end === undefined) return []
        const isMatched = situation.ledger.partnerships.some(
          (later) =>
            later.start > one.end! &&
            later.kind === one.kind &&
            later.people.some(({ key, part }) => key === person.key && part === person.part),
        )
        if (isMatched) return []
        return [
          {
            key: `${person.key} ${one.end}`,
            people: [person],
            due: laterBy(one.end, { months: 1 }),
            note: `wants another partner since ${dateInWords(one.end)}`,
          },
        ]
      }),
    ],
  },
  nomination: {
    title: 'Decide on a nomination',
    find: (situation) =>
      open(situation, 'peer-coach-nomination', ({ record: { values } }) =>
        textAt(values, 'decision.outcome')
          ? undefined
          : {
              parts: ['nominee'],
              days: 14,
              note: textAt(values, 'reference.view')
                ? 'nomination, reference and agreement are there'
                : 'the reference is missing',
            },
      ),
  },
  capacity: {
    title: 'Help to bring the work down',
    find: (situation) =>
      [...latestGoals(situation).values()].flatMap((entry) => {
        const { values } = entry.record
        const wish = textAt(values, 'capacity.helpWanted')
        const person = partIn(situation, entry, 'colleague')?.person
        // After that, the next session should have told.
        const ends = laterBy(laterBy(entry.on, situation.terms.goals), situation.terms.goals)
        if (ends < situation.on || (person && !isHere(person, situation.on))) return []
        if (entry.record.closed || (wish !== 'alone' && wish !== 'together')) return []
        return [
          {
            ...dutyOf(situation, entry, ['colleague']),
            due: addDays(entry.on, 14),
            note: `plans ${numberAt(values, 'capacity.planned')}%, target ${numberAt(values, 'capacity.target')}%; for the ${situation.terms.developmentTeam}${wish === 'together' ? ', the peer comes along' : ''}`,
          },
        ]
      }),
  },
  improvement: {
    title: 'Make a change that was decided',
    find: (situation) =>
      situation.plans.improvements.flatMap(({ change, responsible, due, done, effect }) => {
        if (done !== undefined && effect !== undefined) return []
        return [
          {
            key: `${change} ${done ?? ''}`,
            people: [personCalled(situation, responsible ?? 'nobody named')],
            due: done === undefined ? (due ?? situation.on) : laterBy(done, { months: 3 }),
            note:
              done === undefined
                ? change
                : `${change}: made on ${dateInWords(done)}; say in the list whether it helped`,
          },
        ]
      }),
  },
  rotation: {
    title: 'Make new pairs of peers',
    find: ({ rotations, terms }) => {
      const last = rotations.filter(({ kind }) => kind === 'peer').at(-1)
      return last
        ? [
            {
              key: last.from,
              people: [],
              due: laterBy(last.from, terms.rotation),
              note: `the last rotation was on ${dateInWords(last.from)}: \`policypack pair\``,
            },
          ]
        : []
    },
  },
  ending: {
    title: 'A partnership ends',
    find: ({ ledger, on }) =>
      ledger.partnerships
        .filter((one) => !isOfPeers(one) && (one.end ?? '') >= on)
        .map(({ kind, people, end, endedBy }) => ({
          key: `${kind} ${people.map(({ key }) => key).join(' ')}`,
          people,
          due: end ?? '',
          note: endedBy === 'leaving' ? 'one of them leaves' : kind.replace('-', ' '),
        })),
  },
  leaver: {
    title: 'Somebody leaves and has a peer',
    find: ({ ledger, people, on }) =>
      people
        .filter(({ leaves }) => leaves !== undefined && leaves >= on)
        .flatMap((person) => {
          const pair = ledger.partnerships.find(
            (one) =>
              isOfPeers(one) &&
              one.start <= on &&
              (one.end ?? '9') >= on &&
              one.people.some(({ key }) => key === person.id),
          )
          const others = pair?.people.filter(({ key }) => key !== person.id) ?? []
          if (others.length === 0) return []
          return [
            {
              key: person.id,
              people: [{ key: person.id, name: person.name, person }],
              due: person.leaves ?? '',
              note: `ask ${others.map(({ name }) => name).join(' and ')}: a new peer at once, or wait?`,
            },
          ]
        }),
  },
}

function latestGoals(situation: Situation): Map<string, Entry> {
  return new Map(
    recordsOf(situation, 'goal-setting-record').flatMap((entry) => {
      const person = partIn(situation, entry, 'colleague')
      return person ? [[person.key, entry] as const] : []
    }),
  )
}

function isGrievance(values: Entry['record']['values']): boolean {
  return ['grievance', 'both'].includes(textAt(values, 'request.kind') ?? '')
}

/** What is to be done for a record: by a day, or in so many days after it came. */
type Wanted = { readonly parts: readonly string[]; readonly note: string } & (
  | { readonly due: string }
  | { readonly days: number }
)

/** Duties from the records of a form that nobody closed. */
function open(
  situation: Situation,
  form: string,
  want: (entry: Entry) => Wanted | undefined,
): Duty[] {
  return recordsOf(situation, form).flatMap((entry) => {
    const wanted = entry.record.closed ? undefined : want(entry)
    if (!wanted) return []
    const due = 'due' in wanted ? wanted.due : addDays(cameOn(entry), wanted.days)
    return [{ ...dutyOf(situation, entry, wanted.parts), due, note: wanted.note }]
  })
}

function dutyOf(situation: Situation, entry: Entry, parts: readonly string[]) {
  const people = parts.flatMap((part): Named[] => {
    const found = partIn(situation, entry, part)
    return found ? [found] : []
  })
  return { key: entry.record.id, record: entry.record.id, people }
}

/** How many working days are left until a day, or have gone by since. */
function clockOf(situation: Situation, due: string): string {
  const { on } = situation
  if (due === on) return 'due today'
  const [from, to] = due > on ? [on, due] : [due, on]
  let days = 0
  for (let day = from; day < to && days < 1000; days += 1) day = workingDaysAfter(situation, day, 1)
  const count = days === 1 ? '1 working day' : `${days} working days`
  return due > on ? `${count} left` : `${count} late`
}
