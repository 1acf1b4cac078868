import type { Facts } from './support/facts.ts'

/**
 * What the pack must say: by document and place (a heading's anchor, or `#` and the name of a field) each fact, and its
 * key terms. A term is the beginning of a word or of several, in any order; where one of some will do, `/` is between them.
 */
export const facts: Facts = {
  'mentoring-policy': {
    introduction: {
      'Complements the other training and development policies':
        'complement, training, development',
      "Comes from the organisation's vision and mission": 'vision, mission',
      'Applies to all people, full and part time, permanent and temporary':
        'full-time, part-time, permanent, temporary',
      'Applies whatever age, gender, disability, race, religion or sexual orientation':
        'age, gender, disab, race, religio, orientation',
      "Principle 1: self-development raises both the person's and the organisation's success":
        'self-development, raise/increase, success',
      'Principle 2: people are encouraged to seek support from those with experience':
        'support, from those/from people, experience',
      'Principle 3: a structured approach to staff development':
        'structured, approach, development',
    },
    purpose: {
      'Seven aims': 'seven, aims/purposes',
      'Aim: mentoring as a key activity in development': 'key, activity, development',
      'Aim: tell it apart from coaching and training': 'apart/differen, coaching, training',
      'Aim: information on progress beyond the performance review': 'information, progress, beyond',
      'Aim: which skills and experience a career needs': 'skills, experience, career',
      'Aim: learning from somebody with another view': 'learn, another/different, view',
      'Aim: an objective second source of advice': 'objective, second, advice',
      'Aim: managers and staff know each role': 'managers, staff, role',
      'Aim: everyone can develop, as mentor or mentee': 'everyone/everybody, mentor, mentee',
      'Who is suited is decided mainly from performance reviews and the personal development plan':
        'decide, review, development plan, suit',
      'New employees can benefit': 'new, employee, benefit',
      'People not seeking promotion can benefit': 'not, seek, promotion',
    },
    matching: {
      'Eligibility rests with line manager and HR': 'eligib, line manager, HR',
      'Eligibility is decided from reviews and development plans': 'review, development plan',
      'Line manager, HR and mentee discuss the choice': 'line manager, mentee, discuss, choice',
      'Best fit of attitude': 'attitude',
      'Best fit of approach': 'approach, mentor',
      'Best fit of experience': 'experience, mentor',
      'A mismatch gets a substitute': 'offer/find/give, substitute',
      'Mentors normally come from inside': 'normally/usually, from inside/internal',
      'Mentors are trained before they start': 'trained, before',
    },
    'mentors-responsibilities': {
      'Mentor 1: contract (meetings, feedback, timescales, action plan, resources)':
        'meetings, feedback, timescale, action plan, resource',
      'Mentor 2: regular meetings against the timetable': 'regular, meeting, timetable',
      'Mentor 3: liaise with the line manager on the development plan':
        'liaise, line manager, development plan',
      'Mentor 4: encourage networking': 'encourage, network',
      'Mentor 5: help evaluate process and outcomes': 'evaluate, process, outcome',
      'Mentor 6: own the relationship': 'own, relationship/partnership',
    },
    'mentees-responsibilities': {
      'Mentee 1: start the regular meetings': 'start, regular, meeting',
      'Mentee 2: evaluate contribution and agree actions': 'evaluate, contribut, agree, action',
      'Mentee 3: liaise on changes to the development plan':
        'liaise/consult, changes, development plan',
      'Mentee 4: monitor its progress and deal with problems': 'monitor, progress, problem',
      'Mentee 5: own the relationship': 'own, relationship',
    },
    training: {
      'Training is mandatory for mentors and mentees': 'mandatory/compulsory, mentors, mentees',
      'Training covers the difference between training and development':
        'difference, training, development',
      'Training covers the difference between coaching and mentoring':
        'difference, coaching, mentoring',
    },
    length: {
      'Length by individual need': 'individual, need',
      'As a guide not less than the minimum length': 'not less/at least, minimum length',
      'Up to the maximum length': 'up to/at most, maximum length',
    },
    publicity: {
      'Normal internal channels': 'normal/usual, internal, channel',
      'The intranet': 'intranet address',
    },
    confidentiality: {
      'Meetings are confidential to the two': 'meeting, confidential, mentor, mentee',
      'Where line manager or HR are involved they may be included':
        'line manager, HR, involve, include',
    },
    'monitoring-and-evaluation': {
      'Information is collected for equality purposes': 'collect, information, equality',
      'The nature of the issue is recorded': 'record, nature, issue',
      'The parties are not recorded': 'not record, parties',
      'An outcome is recorded where there is one': 'where, outcome, record',
      'Everybody involved is asked for feedback': 'everybody/everyone, involved, feedback',
    },
    'enquiries-and-change-control': {
      'Enquiries to HR': 'HR, question/enquir, contact',
      'Where copies are': 'cop, kept/stored, storage location',
      'Review started by HR': 'HR, start, review',
      'In consultation with the recognised trade union': 'review, consult, trade union',
      'Suggestions for change': 'suggest, change',
      'Where to find outside advice': 'advice, outside, organisation',
    },
    revisions: {
      'Revisions: table of date, reason, author': 'table/list, issue, change',
    },
    appendices: {
      'Appendix: the mentoring contract': 'mentoring contract',
      'Appendix: the mentoring evaluation form': 'mentoring evaluation',
    },
  },
  'peer-coaching-and-mentoring-policy': {
    'policy-number-and-terms': {
      'HR policy number': 'human resources, policy, number',
    },
    objective: {
      'Objective: peer learning and sharing of knowledge through formal procedures':
        'peer, knowledge, formal procedure',
      'Objective: a common support and learning network': 'common, support, learning network',
    },
    scope: {
      'Scope: all employees in the stated cadre': 'all, employees, cadre',
    },
    'policy-detail': {
      'Between people at one level in one department or function':
        'one level/same level, department, function',
      'Somebody identified as high-performing coaches a peer on their areas of improvement':
        'high-perform, coach, improvement',
      'Guided by HR and the team leader': 'HR, team leader, guide',
    },
    'asking-for-a-peer-mentor': {
      'Asked for after a detailed talk with the supervisor': 'after, detailed, supervisor',
      'From performance reviews and agreed improvement areas': 'review, improvement, agreed',
    },
    'choosing-the-peer-mentor': {
      'Mentor chosen by team leader and HR': 'team leader, HR, choose/chosen',
      'Chosen on past performance': 'past, performance',
      'Chosen on suitability': 'suitab',
    },
    training: {
      'Both trained for their role': 'both, trained, role',
    },
    'review-and-feedback': {
      'HR follows up with review and feedback forms at set intervals':
        'HR, review, feedback, forms, set',
    },
    'forms-and-the-personnel-file': {
      'Every form goes to the team leader': 'every, form, team leader',
      'Every form is kept in the personnel file': 'kept, personnel file',
    },
    evaluation: {
      'Evaluation at the end of the evaluation point': 'evaluate, end, evaluation point',
    },
    recognition: {
      'Key result area for the mentor': 'mentor, key result',
      'Career development for the mentee': 'mentee, career, development',
    },
    'grievance-and-withdrawal': {
      'On a grievance or withdrawal either party goes to HR': 'either, party, go',
      'HR looks into it and answers within the answer time':
        'look/investigate, answer, answer time',
    },
  },
  'peer-support-coaching-mentoring-policy': {
    purpose: {
      'Parent of the procedure': 'procedure, practice',
      'Limits of confidentiality are the same everywhere and set out once':
        'limits, same, set out only here',
    },
    principles: {
      Principles: 'seven, principles',
      'Nobody is made to take part': 'nobody, made, take part',
      'To say no or to stop does not count against anybody': 'say no, stop, not count against',
      'What is said is not used to assess anybody': 'nobody, use, says in a session',
    },
    'who-this-policy-covers': {
      'Covers employees and volunteers': 'covers, employees, volunteers',
      'Remote staff': 'on site, remote',
      'Volunteers have none of the duties of employees': 'volunteers, none, duties',
    },
    'our-commitment': {
      Commitment: 'every, member of staff, opportunit',
      'Commitment: reasonable adjustments': 'make, reasonable adjustments',
      "Adjustments are the organisation's duty": "adjustments, organisation's duty",
    },
    'partners-and-conflicts-of-interest': {
      'Nobody is paired with their own manager': 'not pair, own line manager',
      'Conflicts of interest are told before the first session':
        'tell HR, before the first session',
      'What a conflict of interest is': 'conflict of interest, private life',
      'Leavers and absence': 'leaves, away, new partner',
      'Odd numbers': 'odd, group of three',
      'Remote staff have the same choice': 'remotely, same choice',
    },
    confidentiality: {
      'Content stays between participants': 'content, stay, participants',
      'Except with consent': 'exception/except/unless, participants consent',
      'Limit: the law': 'law, court, requires',
      'Limit: danger of serious harm': 'danger, serious harm',
      'Limit: safeguarding of children and vulnerable adults':
        'abuse or neglect, child, vulnerable adult',
      'Limit: whistleblowing': 'may report, crime, wrongdoing',
      'Limit: harassment and discrimination': 'may report, harassment, discrimination',
      'Limit: working conditions': 'speak, pay, working conditions',
      'On hearing of danger: emergency services': 'emergency services, immediate danger',
      'On hearing of danger: say that one cannot keep it': 'say, cannot keep, pass on',
      'On hearing of danger: whom to tell': 'tell HR, same day, safeguarding contact',
      'On hearing of danger: only what is needed': 'only what is needed, protect',
      'On hearing of danger: others investigate': 'note, facts, investigate',
      'On hearing of harassment or wrongdoing: say how to report it':
        'harassment, say how, offer to come along',
      'The person concerned decides': 'person concerned, decides',
      'Nobody is treated less well for passing something on': 'nobody, less well, good faith',
      'Records are kept by data-protection law': 'records, data-protection law',
      'Records are held back from deletion in a dispute': 'hold back, deletion, dispute',
      'A breach by an employee': 'employee, disciplinary',
      'A breach by a volunteer is talked about': 'volunteer, talks',
    },
    'concerns-grievances-and-appeals': {
      'Answer within the answer time': 'answer, grievance answer time',
      'Mediation before a grievance is decided': 'before, decides, mediation',
      'Mediation is voluntary': 'mediation, voluntary',
      'A companion': 'may bring, colleague, trade union',
      'Appeal after the answer': 'may appeal, appeal time',
      'The appeal is heard by somebody else': 'senior, not dealt with, hear',
    },
    roles: {
      'Roles: responsible person': 'responsible person, role title',
      'Roles: managers': 'managers, room/time, session',
      'Roles: managers let people decide freely': 'managers, decide freely',
      'Roles: staff': 'staff, take part, guidelines',
    },
    monitoring: {
      Monitoring: 'monitor, group, staff',
    },
  },
  'peer-support-coaching-mentoring-procedure': {
    purpose: {
      Purpose: 'procedure, policy, practice',
    },
    scope: {
      'Scope: all staff, employees and volunteers': 'staff, employees, volunteers',
    },
    definitions: {
      'Definition of peer support': 'peer support, help, colleagues',
      'Definition of coaching': 'coaching, conversation',
      'Definition of mentoring': 'mentoring, relationship',
    },
    'the-responsible-person': {
      'Responsible person: everyone knows the procedure and their part':
        'everyone/everybody, procedure, part',
      'Responsible person may delegate': 'responsible person, may/can, delegate',
      'Delegates comply with policy and procedure': 'delegates, comply/follow, policy, procedure',
    },
    staff: {
      'Staff take part': 'take part, peer support',
      'Staff see it as a chance to share and learn': 'chance/opportunity, share, learn',
    },
    'the-organisation': {
      'Six reasons why the organisation values this': 'six, reasons',
      'Reason 1: reflecting on practice': 'reflect, practice',
      'Reason 2: new ways of working': 'new, ways of working',
      'Reason 3: areas for improvement': 'areas, improvement',
      'Reason 4: stronger skills': 'strengthen/stronger, skills',
      'Reason 5: organisational and individual goals': 'goals, organisation, own/individual',
      'Reason 6: wellbeing': 'wellbeing',
    },
    'opportunities-for-everyone': {
      'Every member of staff gets opportunities': 'every, member of staff, opportunit',
    },
    'formal-sessions': {
      'Formal sessions every (frequency)': 'formal, session, frequency of formal sessions',
    },
    'informal-support': {
      'Informal as needed': 'informal, as needed/when needed',
    },
    'practice-guidelines': {
      'Participants know and follow the three practice guidelines: peer support':
        'peer support practice guidelines',
      'Participants know and follow the three practice guidelines: coaching':
        'coaching practice guidelines',
      'Participants know and follow the three practice guidelines: mentoring':
        'mentoring practice guidelines',
    },
    'monitoring-reporting-and-evaluation': {
      Monitored: 'monitor, session',
      'Reported to management every (frequency)': 'report, management, frequency of reporting',
      'Evaluated every (frequency)': 'evaluate, procedure, frequency of evaluation',
    },
    confidentiality: {
      'Confidentiality as in the policy': 'confidential, set out/as in',
    },
  },
  'peer-to-peer-guide': {
    'what-a-peer-gives-you': {
      'Why: personal development': 'personal, development',
      'Why: access to training': 'access, training',
      'Why: the best of management (support, coaching, accountability)':
        'support, coaching, accountab',
    },
    'why-it-is-circular': {
      'Circular: shares the work of care': 'share, work, care',
      "Circular: builds everyone's skill to listen": 'build, skill, listen',
      'Circular: looks out across teams': 'look, across, team',
    },
    'part-of-the-job': {
      'Being a peer is part of the job': 'peer, part, job/work',
      'Being a peer is planned for': 'plan for it',
    },
    'what-you-owe-each-other': {
      'Obligation: meet at least monthly': 'must, meet, minimum meeting frequency',
      'Obligation: look out for each other between': 'must, look out, between',
    },
    'whom-to-turn-to': {
      'Peer is first port of call': 'peer, first, call',
      'For overwork': 'too much, work',
      'For stress': 'stress',
      'For conflict': 'conflict, colleague',
      'Illness and sick leave go to the people team': 'illness, sick leave',
      "When one can't talk to the peer, go to the people team": 'cannot, talk, peer',
    },
    'how-pairs-are-made': {
      'Rotation every six months': 'pairs, rotat, rotation period',
      'Assigned by the people team': 'people team, assign',
      'Criterion (a): who has not been matched before': 'not been matched, before',
      'Criterion (b): similar hours': 'similar, hours',
      Mutual: 'pair, mutual',
      'Except in probation: you get a peer and are not one yet': 'get a peer, not, yet',
    },
    'what-the-people-team-does': {
      'The people team monitors that meetings happen': 'monitor, meetings, happen',
      'The people team prompts for the goal-setting session': 'prompt/remind, goal-setting session',
    },
    'the-grow-approach': {
      'GROW approach: goal': 'goal, reach',
      'GROW approach: reality': 'reality, now',
      'GROW approach: options': 'options, ways',
      'GROW approach: will': 'will, decide',
    },
    'meet-at-agreed-times': {
      'Responsibility 1: meet monthly at agreed times': 'meet, minimum meeting frequency, agreed',
    },
    'record-each-meeting-in-two-ways': {
      'Responsibility 2: the shared calendar before': 'before, shared calendar',
      'Responsibility 2: the record form after': 'after, complete/fill in, record',
    },
    'keep-it-confidential': {
      'Responsibility 3: confidentiality': 'peer, tells, stay',
      'Responsibility 3: apart from what goes to the people team': 'people team, record form',
      'Responsibility 3: or is agreed': 'peer, agreed, pass on',
    },
    'meet-face-to-face': {
      'Responsibility 4: face to face, outside the office if possible':
        'face to face, outside, office',
      'Responsibility 4: a budget for refreshments': 'refreshments, spend',
    },
    'look-out-for-each-other-between-meetings': {
      'Responsibility 5: weekly hello': 'hello, check-in frequency',
      'Responsibility 5: approach if stressed': 'approach, seem, stressed',
      'Responsibility 5: be proactive': 'proactive',
      'Responsibility 5: celebrate': 'celebrate',
      'Escalate if overworked': 'overworked',
      'Escalate if stressed': 'is stressed',
      'Escalate if needing support': 'needs support, cannot',
      'Escalate if struggling': 'struggling',
      'Escalate if in conflict': 'conflict',
    },
    'hold-goal-setting-sessions': {
      'Responsibility 6: goal-setting session each quarter':
        'hold, goal-setting session, goal-setting frequency',
    },
    'time-and-record': {
      'Two one-hour meetings': 'two, one-hour, meetings',
      'Or one of two hours': 'one, meeting, two hours',
      'Own record form': 'own, record form',
    },
    'personal-goals': {
      'Personal goals template': 'template, personal goals',
      'Private or shared goals': 'goals, private, shared',
    },
    'training-needs': {
      'Training needs': 'need, training',
    },
    'capacity-plan': {
      'Capacity plan brought to the target': 'plan, capacity target, no more than/at most',
      'For the planning horizon': 'capacity, planning horizon',
      'Help from the development team if overstretched': 'overstretched, development team/help',
    },
    'at-each-meeting': {
      'Feedback: five-minute check-out each meeting': 'five, minute, check-out',
    },
    'at-each-goal-setting-session': {
      'Feedback: quarterly retrospective': 'end, session, retrospective',
    },
    'from-the-people-team': {
      "Feedback: people team's reviews": 'people team, review',
    },
    'when-a-pairing-does-not-work': {
      'What to do when a pairing does not work': 'contact, people team',
    },
    'what-makes-a-meeting-good': {
      'Good meetings: clear times': 'clear, times',
      'Good meetings: calendar': 'calendar, takes place/happen',
      'Good meetings: about 30 minutes each way': '30, minutes, each',
      'Good meetings: clear turns': 'clear, turns, first',
      'Good meetings: one to one': 'one to one/alone',
      'Good meetings: listen more than talk': 'listen, more, talk',
      'Good meetings: ask before suggesting': 'ask, before, suggest',
      'Good meetings: clear outcomes': 'clear, outcomes',
      'Good meetings: who keeps the record': 'agree, keeps, record',
      'Good meetings: short summary': 'short, summary',
    },
    'opening-a-new-relationship': {
      'Opening: expectations': 'expectations',
      'Opening: experience of such teams': 'team, works, way',
      'Opening: technology': 'technology/tools, messages',
      'Opening: decision-making': 'make, decisions',
      'Opening: comfort in the group': 'comfortable, team/group',
      'Opening: worries': 'worr, anything',
    },
    'peers-are-not-counsellors': {
      'Safety: peers are not counsellors': 'not, counsellors',
    },
    'agree-how-confidential-things-are': {
      'Safety: agree how confidential things are': 'different, confidential',
    },
    'small-organisations-and-gossip': {
      'Safety: small organisations and gossip': 'pass, gossip',
    },
    'last-updated': {
      'Last updated': 'last updated/last changed',
    },
  },
  'peer-coaching-programme-guide': {
    'what-peer-coaching-is': {
      'What peer coaching is': 'peer coaching, two, colleagues',
      'Differs from one-to-one coaching': 'one-to-one, professional, colleague',
      'Differs from team coaching': 'team, whole, person',
      'Differs from group coaching': 'group, several, private',
    },
    'for-the-individual': {
      'Benefits for the individual': 'reach, goals, sooner',
    },
    'for-the-team': {
      'Benefits for the team': 'feedback, normal',
    },
    'for-the-organisation': {
      'Benefits for the organisation': 'develop, stay',
    },
    'clear-objectives': {
      'Foundation: clear objectives tied to strategy': 'tie/link, objective, strategy',
    },
    'leadership-buy-in': {
      'Foundation: leadership buy-in': 'leaders, time, take part',
      'Foundation: the case for it': 'prepare/make, case',
    },
    'choosing-coaches': {
      'Framework: coach selection by criteria': 'choose/select, coach, criteria',
      'Framework: a diverse pool': 'diverse, pool',
    },
    'nomination-and-reference': {
      'Framework: peer nomination': 'colleague, nominat',
      'Framework: reference': 'reference, named',
    },
    'fixed-or-rotating-pairs': {
      'Framework: fixed or rotating pairs': 'decide, fixed, rotat',
      'Framework: merits of fixed pairs': 'trust, deep',
      'Framework: merits of rotating pairs': 'many, view',
    },
    'roles-and-conduct': {
      'Framework: roles': 'coach, prepare, listen',
      'Framework: confidentiality': 'confidential, session',
      'Framework: professionalism': 'professional, prepared, honest',
      'Framework: respect': 'respect, accept',
    },
    'informed-consent': {
      'Framework: informed-consent form': 'before, first session, consent',
    },
    'secure-notes': {
      'Framework: secure notes in line with HR policy': 'secur, policy',
    },
    'where-coaches-start': {
      'Training: baseline assessment of core competencies': 'baseline, core competenc',
    },
    modules: {
      'Training: module on coaching skills': 'coaching, skills',
      'Training: module on active listening': 'active, listening',
      'Training: module on feedback': 'feedback, permission, describe',
    },
    resources: {
      'Training resources: guides': 'guides, guidelines',
      'Training resources: templates': 'templates, forms',
      'Training resources: case studies': 'case studies',
    },
    refreshers: {
      'Training: refreshers': 'coaches, refresher',
    },
    pilot: {
      'Implementation: pilot': 'pilot, three, months',
    },
    'feedback-on-the-pilot': {
      'Implementation: feedback': 'ask, feedback, halfway',
    },
    'roll-out-plan': {
      'Implementation: roll-out plan': 'plan, answers',
    },
    communication: {
      'Implementation: communication': 'tell, people, peer coaching',
    },
    'key-performance-indicators': {
      'Monitoring: KPIs': 'choose, performance indicators',
    },
    surveys: {
      'Monitoring: surveys': 'survey, end, pilot',
    },
    'regular-review': {
      'Monitoring: regular review': 'survey, results',
    },
    'continuous-improvement': {
      'Monitoring: continuous improvement': 'three, changes',
    },
    checklist: {
      'A checklist closes the guide': 'objectives, strategy',
    },
  },
  'peer-support-practice-guidelines': {
    'about-these-guidelines': {
      'The procedure refers to it': 'ask, know, follow',
    },
    'how-to-listen': {
      'Peer support in practice: listening': 'let, person, finish',
    },
    'know-your-limits': {
      'Peer support in practice: limits': 'not, counsellor',
    },
  },
  'coaching-practice-guidelines': {
    'about-these-guidelines': {
      'The procedure refers to it': 'ask, know, follow',
    },
    goal: {
      'GROW: goal, with sample questions': 'how, know, reached',
    },
    reality: {
      'GROW: reality, with sample questions': 'tried, far',
    },
    options: {
      'GROW: options, with sample questions': 'could, do',
    },
    will: {
      'GROW: will, with sample questions': 'will, by when',
    },
  },
  'mentoring-practice-guidelines': {
    'about-these-guidelines': {
      'The procedure refers to it': 'ask, know, follow',
    },
    'if-you-are-the-mentor': {
      'Mentoring in practice: the mentor': 'ask, before, tell',
    },
    'if-you-are-the-mentee': {
      'Mentoring in practice: the mentee': 'charge/responsible, own, development',
    },
  },
  'mentoring-contract': {
    '#mentee.name': { "Mentee's name": 'mentee, name' },
    '#mentor.name': { "Mentor's name": 'mentor, name' },
    'nature-of-the-partnership': {
      'Section 1: nature of the partnership': 'partnership, voluntary',
      'The partnership lasts 6 to 12 months': 'minimum length, maximum length',
      'Extra meetings by agreement': 'extra, meetings, agree',
      Confidentiality: 'confidential, two of us',
      'Either may end the partnership after discussion': 'either, end, discuss',
    },
    'the-mentors-role': {
      "Section 2: the mentor's role": 'mentor agrees',
      "Mentor's role, point 1: agree the contract": 'draw up, contract, mentee',
      "Mentor's role, point 2: regular meetings": 'regular, timetable',
      "Mentor's role, point 3: liaise with the line manager": 'liaise, line manager',
      "Mentor's role, point 4: networking": 'build, network',
      "Mentor's role, point 5: evaluation": 'evaluate, works, achieves',
      "Mentor's role, point 6: own the relationship": 'own, relationship, mentee',
    },
    'the-mentees-role': {
      "Section 3: the mentee's role": 'mentee agrees',
      "Mentee's role, point 1: start the meetings": 'start, regular, meetings',
      "Mentee's role, point 2: evaluate and agree actions":
        'evaluate, contribution, agree, actions',
      "Mentee's role, point 3: liaise on changes": 'liaise, changes, development plan',
      "Mentee's role, point 4: monitor progress and deal with problems": 'progress, problems',
      "Mentee's role, point 5: own the relationship": 'own, relationship, mentor',
    },
    'feedback-and-records': {
      'Section 4: feedback': 'give, feedback, meeting',
      'Section 4: records under data-protection law': 'information, notes, data-protection law',
    },
    'action-planning': {
      'Section 5: action planning': 'mentee, plan, up to date',
      'The action plan is filled in by the mentee after each formal discussion':
        'after, formal, discussion',
    },
    'evaluation-of-outcomes': {
      'Section 6: evaluation of outcomes': 'progress, action plan, meeting',
    },
    agreement: {
      'Section 7: agreement': 'agree, work, together',
    },
    '#meetings.number': { 'Number of meetings': 'number, meet' },
    '#meetings.frequency': { 'How often the meetings are': 'often, meet' },
    '#meetings.length': { 'Length of the meetings': 'length, meet' },
    '#meetings.timing': { 'Timing of the meetings': 'day, time' },
    '#partnership.start': { 'Start date': 'start, date' },
    '#partnership.end': { 'End date': 'end, date' },
    '#actions': { 'Action plan as rows': 'action, plan' },
    '#actions.goal': { 'Action plan: goal': 'goal' },
    '#actions.action': { 'Action plan: action': 'action' },
    '#actions.due': { 'Action plan: by when': 'when' },
    '#actions.done': { 'Action plan: done': 'done' },
    '#mentee.signature': { "Mentee's signature and its date": 'mentee, signature, date' },
    '#mentor.signature': { "Mentor's signature and its date": 'mentor, signature, date' },
  },
  'mentoring-evaluation': {
    '#mentee.name': { "Mentee's name": 'mentee, name' },
    '#mentor.name': { "Mentor's name": 'mentor, name' },
    '#mentor.needs': {
      'Section A, mentor: needs agreed at the start and how they were met': 'needs, agree, met',
    },
    '#mentor.menteeActions': {
      "Section A, mentor: the mentee's actions and how effective they were":
        'actions, mentee, effective',
    },
    '#mentor.wentWell': { 'Section A, mentor: what went well': 'went well' },
    '#mentor.couldBeBetter': { 'Section A, mentor: what could be better': 'could, better' },
    '#mentor.furtherDevelopment': {
      'Section A, mentor: further development needed and how': 'further, development, need',
    },
    '#mentor.learning': { 'Section A, mentor: own learning and its use': 'learn, use' },
    '#mentee.needs': {
      'Section B, mentee: needs agreed and how they were met': 'needs, agree, met',
    },
    '#mentee.mentorActions': {
      "Section B, mentee: the mentor's actions and how effective they were":
        'actions, mentor, effective',
    },
    '#mentee.wentWell': { 'Section B, mentee: what went well': 'went well' },
    '#mentee.couldBeBetter': { 'Section B, mentee: what could be better': 'could, better' },
    '#mentee.mentorChanges': {
      'Section B, mentee: what the mentor should change in future partnerships':
        'mentor, change, future',
    },
    '#mentee.learning': { 'Section B, mentee: own learning and its use': 'learn, use' },
    agreement: {
      'Sign only when both agree': 'sign, both, agree',
    },
    '#mentor.signature': { "Mentor's signature and its date": 'mentor, signature, date' },
    '#mentee.signature': { "Mentee's signature and its date": 'mentee, signature, date' },
  },
  'mentoring-action-plan': {
    '#mentee.name': { 'The mentee': 'mentee, name' },
    '#meeting.date': { 'Meeting date': 'date, meet' },
    '#actions': { 'Actions as rows': 'actions' },
    '#actions.objective': { 'Actions: objective': 'objective' },
    '#actions.action': { 'Actions: action': 'action' },
    '#actions.support': { 'Actions: support needed': 'support, need' },
    '#actions.due': { 'Actions: by when': 'when' },
    '#actions.status': { 'Actions: status': 'status' },
    '#next.date': { 'Next meeting': 'next meeting' },
  },
  'mentoring-request': {
    '#employee.name': { 'The employee': 'employee, name' },
    '#supervisor.name': {
      'The supervisor, with whom the employee fills it in': 'supervisor, name',
    },
    '#request.improvementAreas': { 'Improvement areas': 'area, improve' },
    '#review.date': { 'Last review': 'last, review' },
    '#request.mentorQualities': { 'Preferred mentor qualities': 'qualities, mentor' },
    '#supervisor.decision': { "Supervisor's decision": 'supervisor, support' },
    '#hr.decision': { "HR's decision": 'HR, decide' },
  },
  'mentoring-withdrawal': {
    '#person.name': { 'Either party: who asks': 'name' },
    '#person.role': { 'Either party: role of the person': 'role' },
    '#request.kind': { 'Grievance or withdrawal': 'grievance, withdraw' },
    '#request.reasons': { Reasons: 'reason' },
    '#request.outcomeWanted': { 'Wanted outcome': 'outcome, want' },
    '#hr.received': { 'HR part: received date': 'date, HR, received' },
    '#hr.answerDue': { 'HR part: answer due': 'HR, answer' },
    '#hr.outcome': { 'HR part: outcome': 'outcome' },
  },
  'equality-monitoring': {
    '#issue.nature': { 'Nature of the issue': 'main, matter' },
    '#issue.outcome': { Outcome: 'outcome' },
    '#about.age': { 'Characteristics: age': 'age, group' },
    '#about.gender': { 'Characteristics: gender': 'gender' },
    '#about.disability': { 'Characteristics: disability': 'disab, long-term' },
    '#about.race': { 'Characteristics: race': 'race, ethnic' },
    '#about.religion': { 'Characteristics: religion': 'religio, belief' },
    '#about.orientation': { 'Characteristics: sexual orientation': 'sexual, orientation' },
    '#about.hours': { 'Characteristics: full or part time': 'hours, full time, part time' },
    '#about.contract': {
      'Characteristics: permanent or temporary': 'contract, permanent, temporary',
    },
    'about-you': {
      'Anonymous: nothing that identifies the parties': 'nobody/no one, answers, find out',
    },
  },
  'peer-meeting-record': {
    '#peer.name': { 'Who met: the peer': 'peer, name' },
    '#colleague.name': { 'Who met: the colleague': 'colleague, met' },
    '#meeting.date': { Date: 'date, meet' },
    '#meeting.minutes': { Length: 'length' },
    '#meeting.place': { 'Place, in person or online': 'meet, person, online' },
    '#meeting.booked': { 'Booked in the calendar': 'book, calendar' },
    '#difficulties': { 'Difficulties flagged': 'difficult' },
    '#escalation.made': { 'Escalated to the people team': 'escalat, peopl, team' },
    '#escalation.when': { 'Date of the escalation': 'date, escalation' },
    '#actions': { 'Action points as rows': 'action points' },
    '#actions.action': { 'Action points: action': 'action' },
    '#actions.who': { 'Action points: who': 'who' },
    '#actions.due': { 'Action points: by when': 'when' },
    '#checkout.helpful': { 'Check-out feedback: helpful': 'helpful' },
    '#checkout.notHelpful': { 'Check-out feedback: not helpful': 'not, helpful' },
    '#next.date': { 'Next meeting': 'next meeting' },
  },
  'goal-setting-record': {
    '#peer.name': { 'The peer': 'peer, name' },
    '#colleague.name': { 'The colleague': 'colleague, name' },
    '#period.quarter': { Quarter: 'quarter' },
    '#period.year': { 'Year of the quarter': 'year' },
    '#sessions.held': { 'Sessions held, 2 × 1 h or 1 × 2 h': 'one, two' },
    '#sessions.firstDate': { 'Date of the first session': 'date, first' },
    '#sessions.secondDate': { 'Date of the second session': 'date, second' },
    '#goals.visibility': { 'Goals private or shared': 'goal, privat, shar' },
    '#training': { 'Training needs as rows': 'training, needs' },
    '#training.need': { 'Training needs: need': 'need' },
    '#capacity.now': { 'Capacity now': 'share, time, now' },
    '#capacity.planned': { 'Capacity planned': 'share, time, planned' },
    '#capacity.overstretched': { Overstretched: 'overstretched' },
    '#capacity.helpAsked': { 'Overstretched: development team asked': 'asked, development team' },
    '#retrospective.wentWell': { 'Retrospective: what worked': 'worked well' },
    '#retrospective.notWell': { 'Retrospective: what did not': 'not, work' },
    '#retrospective.change': { 'Retrospective: what to change': 'differently' },
  },
  'personal-goals': {
    '#person.name': { 'Each member of staff': 'name' },
    '#goals': { 'Goals as rows': 'goals' },
    '#goals.goal': { 'Goals: goal': 'goal' },
    '#goals.why': { 'Goals: why': 'why, matter' },
    '#goals.firstStep': { 'Goals: first step': 'first, step' },
    '#goals.support': { 'Goals: support': 'support, need' },
    '#goals.due': { 'Goals: by when': 'when' },
    '#sharing': { 'Share or keep private': 'see/share, private, peer' },
  },
  'coaching-consent': {
    '#coach.name': { 'The coach': 'coach, name' },
    '#coachee.name': { 'The coachee': 'coachee, name' },
    '#coaching.purpose': { Purpose: 'coachee, want' },
    purpose: {
      'Purpose of peer coaching': 'coachee, goals, choice',
    },
    roles: {
      Roles: 'coachee, chooses, goals',
      'Roles: the coach': 'coach, listens, questions',
    },
    'confidentiality-and-its-limits': {
      'Limits of confidentiality': 'risk, serious harm',
    },
    notes: {
      'Note keeping': 'keep, notes, only if',
    },
    '#notes.agreed': { 'Note keeping: consent': 'agree, keep, notes' },
    'free-choice-and-the-right-to-stop': {
      Voluntary: 'coaching, voluntary',
      'Right to stop': 'stop, coaching, any time',
    },
    '#coachee.signature': { "Coachee's signature": 'coachee, signature, date' },
    '#coach.signature': { "Coach's signature": 'coach, signature, date' },
    agreement: {
      'Informed consent': 'understood, free will',
    },
  },
  'peer-coach-nomination': {
    '#nominator.name': { 'The colleague who nominates': 'name' },
    '#nominee.name': { Nominee: 'nominee, name' },
    '#strengths.listening': { 'Strengths against criteria: listening': 'listen' },
    '#strengths.trust': { 'Strengths against criteria: trust': 'trust' },
    '#strengths.feedback': { 'Strengths against criteria: feedback': 'feedback' },
    '#strengths.sharing': { 'Strengths against criteria: sharing knowledge': 'share, knowledge' },
    '#strengths.performance': { 'Strengths against criteria: performance': 'work, well' },
    '#strengths.examples': { 'Strengths: examples': 'examples, strengths' },
    '#reference.name': { 'Reference: name': 'name, reference' },
    '#reference.email': { 'Reference: e-mail address': 'e-mail, reference' },
    '#nominee.signature': { "Nominee's agreement": 'nominee, signature, date' },
  },
  'coaching-competency-assessment': {
    '#coach.name': { 'The coach': 'coach, name' },
    '#assessment.stage': { Baseline: 'baseline' },
    '#ratings.listening': { 'Rating 1–5: active listening': '1–5, listen' },
    '#evidence.listening': { 'Evidence: active listening': 'evidence, listening' },
    '#ratings.questioning': { 'Rating 1–5: questioning': '1–5, question' },
    '#evidence.questioning': { 'Evidence: questioning': 'evidence, question' },
    '#ratings.feedback': { 'Rating 1–5: feedback': '1–5, feedback' },
    '#evidence.feedback': { 'Evidence: feedback': 'evidence, feedback' },
    '#ratings.goalSetting': { 'Rating 1–5: goal setting': '1–5, goal, setting' },
    '#evidence.goalSetting': { 'Evidence: goal setting': 'evidence, goal' },
    '#ratings.confidentiality': { 'Rating 1–5: confidentiality': '1–5, confidential' },
    '#evidence.confidentiality': { 'Evidence: confidentiality': 'evidence, confidential' },
    '#ratings.trust': { 'Rating 1–5: building trust': '1–5, trust' },
    '#evidence.trust': { 'Evidence: building trust': 'evidence, trust' },
    '#ratings.followThrough': { 'Rating 1–5: follow-through': '1–5, follow-through' },
    '#evidence.followThrough': { 'Evidence: follow-through': 'evidence, follow-through' },
    '#priority.first': { 'Priority for training': 'priority, training' },
  },
  'coaching-session-notes': {
    '#coach.name': { 'The coach': 'coach, name' },
    '#coachee.name': { 'The coachee': 'coachee, name' },
    '#session.date': { Date: 'date, session' },
    '#grow.goal': { 'GROW notes: goal': 'goal' },
    '#grow.reality': { 'GROW notes: reality': 'reality' },
    '#grow.options': { 'GROW notes: options': 'options' },
    '#grow.will': { 'GROW notes: will': 'will' },
    '#actions': { 'Agreed actions as rows': 'agre, action' },
    '#actions.action': { 'Agreed actions: action': 'action' },
    '#next.date': { 'Next session': 'next session' },
    '#notes.place': { 'Where notes are kept': 'note, kept' },
  },
  'participant-feedback': {
    '#programme.stage': { 'Pilot or full programme': 'pilot, full/whole' },
    '#participant.role': { 'Role of the participant': 'role' },
    '#ratings.aim': { 'Survey rating: aim': '1–5, aim' },
    '#ratings.preparation': { 'Survey rating: preparation': '1–5, prepar' },
    '#ratings.match': { 'Survey rating: match': '1–5, match' },
    '#ratings.trust': { 'Survey rating: trust': '1–5, trust' },
    '#ratings.time': { 'Survey rating: time': '1–5, time' },
    '#ratings.useful': { 'Survey rating: useful': '1–5, help' },
    '#ratings.recommend': { 'Survey rating: recommend': '1–5, recommend' },
    '#comments.helped': { 'Survey free text: what helped': 'helped, most' },
    '#comments.change': { 'Survey free text: what to change': 'should, change' },
    '#comments.result': { 'Survey free text: what came of it': 'different' },
  },
  'training-record': {
    '#participant.name': { 'The member of staff': 'member, staff' },
    '#training': { 'Training as rows': 'training, given, received' },
    '#training.direction': { 'Given and received': 'given, receiv' },
    '#training.date': { Dates: 'date' },
    '#training.subject': { Subject: 'subject' },
    '#training.hours': { Hours: 'hour' },
    '#training.result': { Result: 'result' },
    '#recorder.role': { 'HR or team leader': 'role, person' },
    confirmation: {
      'Kept in the personnel file': 'personnel file',
    },
  },
}
