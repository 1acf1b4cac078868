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
      'Remote people': 'on site, remote',
      'Volunteers are covered without duties of employees': 'volunteers, none, duties, employee',
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
      'A variety of opportunities': 'variety, opportunities',
      'Nobody is made to take part': 'nobody, made, mentor',
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
      'The choice depends on time and other resources': 'choice, depends, time, resources',
      'The request goes to HR within the stated time': 'send, HR, request forwarding time',
      'The decision comes within the stated time': 'decision, reasons, request decision time',
      'Pairs with the manager are excluded': 'mentor, not, be, line manager',
      'Conflicts of interest': 'conflicts of interest',
      "Adjustments are the organisation's duty": 'HR, ask, adjustments, arrange',
    },
    'mentors-responsibilities': {
      'Mentor 1: contract (meetings, feedback, timescales, action plan, resources)':
        'meetings, feedback, timescale, action plan, resource',
      'Mentor 3: liaise with the line manager on the development plan':
        'liaise, line manager, development plan',
      'Mentor 4: encourage networking': 'encourage, network',
      'Mentor 5: help evaluate process and outcomes': 'evaluate, process, outcome',
      'Mentor 6: own the relationship': 'own, relationship/partnership',
      'Mentor 2: regular meetings': 'hold, regular, meeting',
      'Mentor 2: oversees progress against the timetable': 'oversee, progress, timetable',
      'Mentor 3: finds ways to help the development plan forward':
        'development plan, ways, help it forward',
      'The contract is signed before the first session': 'contract, sign, before the first session',
      'Support is given in a supportive and generous way': 'supportive, generous',
    },
    'mentees-responsibilities': {
      'Mentee 1: start the regular meetings': 'start, regular, meeting',
      'Mentee 3: liaise on changes to the development plan':
        'liaise/consult, changes, development plan',
      'Mentee 4: monitor its progress and deal with problems': 'monitor, progress, problem',
      'Mentee 5: own the relationship': 'own, relationship',
      'Mentee 2: evaluate own current and future contribution':
        'evaluate, own, current, future, contribut',
      'Mentee 2: agree actions within an agreed time frame': 'agree, action, time frame',
    },
    training: {
      'Training is mandatory for mentors and mentees': 'mandatory/compulsory, mentors, mentees',
      'Training makes people tell training and development apart':
        'tell, training, development apart',
      'Training makes people tell coaching and mentoring apart': 'tell, coaching, mentoring apart',
      Refreshers: 'refresher, frequency of refreshers',
    },
    length: {
      'Length by individual need': 'individual, need',
      'As a guide not less than the minimum length': 'not less/at least, minimum length',
      'Up to the maximum length': 'up to/at most, maximum length',
      Absence: 'away, pause, end date',
      Leavers: 'leaves, substitute, evaluation',
      'An early end is answered within the stated time': 'HR, answer, grievance answer time',
      'Mediation and appeal': 'mediation, appeal',
    },
    publicity: {
      'Normal internal channels': 'normal/usual, internal, channel',
      'The intranet': 'intranet address',
    },
    confidentiality: {
      'Meetings are confidential to the two': 'meeting, confidential, mentor, mentee',
      'Where line manager or HR are involved, including them may be required':
        'line manager, HR, involve, including, may be required',
      'No entering into private matters without permission': 'private, not, permission',
      'Limits, and what to do': 'limits, what to do',
      'Records are held back in a dispute': 'records, held back, dispute',
    },
    'monitoring-and-evaluation': {
      'Information is collected for equality purposes': 'collect, information, equality',
      'The nature of the issue is recorded': 'record, nature, issue',
      'The parties are not recorded': 'not record, parties',
      'An outcome is recorded where there is one': 'where, outcome, record',
      'Everybody involved is asked for feedback': 'everybody/everyone, involved, feedback',
      "The evaluation is part of assessing the mentee's progress in the career plan":
        'assess, mentee, progress, career plan',
      "The evaluation is part of assessing the mentor's effectiveness and development":
        "assess, mentor's effectiveness, development",
      'Both are told of the use of the evaluation': 'tell, both, before, complete',
      'Room to disagree': 'cannot agree, say so',
      'A private way to HR for the mentee': 'mentee, private note to HR',
      'The personal review for the file': 'file, participant review',
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
      'From performance reviews and agreed improvement areas': 'review, improvement, agreed',
      'Asked for after a detailed talk with the line manager': 'after, detailed, line manager',
      'Nobody is made to take part': 'nobody, made, take part',
      'The request goes to HR within the stated time': 'send, HR, request forwarding time',
      'The decision comes within the stated time': 'tell, granted, request decision time',
    },
    'choosing-the-peer-mentor': {
      'Mentor chosen by team leader and HR': 'team leader, HR, choose/chosen',
      'Chosen on past performance': 'past, performance',
      'Chosen on suitability': 'suitab',
      'Pairs with the manager are excluded': 'nobody, manage',
      'Conflicts of interest and adjustments': 'ask, both, conflicts, adjustments',
      'Leavers and absence': 'leaves, away',
      'The contract is signed before the first session': 'sign, contract, before the first session',
    },
    training: {
      'Both trained for their role': 'both, trained, role',
    },
    'review-and-feedback': {
      'HR follows up with review and feedback forms at set intervals':
        'HR, review, feedback, forms, interval of review forms',
      'The review forms are personal and for the file':
        'peer mentor, peer mentee, participant review',
      'What one thinks of the programme is anonymous': 'anonymous, participant feedback',
    },
    'forms-and-the-personnel-file': {
      'Every form goes to the team leader': 'every, form, goes, team leader',
      "Every form is kept in both people's personnel files": 'keep, personnel files, both',
      'Records are held back in a dispute': 'held back, deletion, dispute',
      'Grievances and private notes are kept apart': 'grievance, private note, restricted file',
    },
    evaluation: {
      'Evaluation at the end of the evaluation point': 'evaluate, end, evaluation point',
    },
    recognition: {
      'Career development for the mentee': 'mentee, career, development',
      'Key result area for the mentor': 'mentor, key result area',
      'Records of staff performance carry what mentoring contributed':
        'record, contributed, staff performance',
      'A form carries what mentoring contributed': 'participant review, form',
    },
    'grievance-and-withdrawal': {
      'On a grievance or withdrawal either party goes to HR': 'either, party, go',
      'HR looks into it and answers within the answer time':
        'look/investigate, answer, answer time',
      'Mediation before and an appeal after': 'mediation, before, appeal',
    },
    responsibilities: {
      'Confidentiality within the limits': 'confidential, limits',
      'What is on a form is not confidential between the two': 'form, not confidential',
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
      'A private way to HR': 'private note to HR',
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
      'Scope: all staff, employees and volunteers': 'everyone who works, employees, volunteers',
      'Remote staff': 'on site, remote',
      'Volunteers are covered without duties of employees': 'volunteers, none, duties, employee',
    },
    definitions: {
      'Definition of mentoring': 'mentoring, relationship',
      'Peer support is support, knowledge or practical help between colleagues':
        'peer support, knowledge, practical help, colleagues',
      'Peer support is for wellbeing and continuous improvement':
        'peer support, wellbeing, continuous improvement',
      'Definition of coaching': 'coaching, conversation',
      'Coaching works on better performance in a particular skill or field of knowledge':
        'perform better, particular skill, field of knowledge',
      "Room for the organisation's own definitions": 'any other definitions',
    },
    'the-responsible-person': {
      'Responsible person: everyone knows the procedure and their part':
        'everyone/everybody, procedure, part',
      'Responsible person may delegate': 'responsible person, may/can, delegate',
      'Delegates comply with policy and procedure': 'delegates, comply/follow, policy, procedure',
    },
    staff: {
      'Staff see it as a chance to share and learn': 'chance/opportunity, share, learn',
      'Nobody is made to take part': 'nobody, made, take part',
      'Staff who take part have the duty to take part well': 'take part well, prepared',
    },
    'the-organisation': {
      'Six reasons why the organisation values this': 'six, reasons',
      'Reason 1: reflecting on practice': 'reflect, practice',
      'Reason 2: new ways of working': 'new, ways of working',
      'Reason 3: areas for improvement': 'areas, improvement',
      'Reason 4: stronger skills': 'strengthen/stronger, skills',
      'Reason 5: organisational and individual goals': 'goals, organisation, own/individual',
      'Reason 6: wellbeing': 'wellbeing',
      'The organisation values professional development': 'values professional development',
      'A workplace of choice': 'place, people choose to work',
      'Staff see their own potential for growth': 'staff, potential for growth',
      "Adjustments are the organisation's duty": 'must, give, reasonable adjustments',
    },
    'opportunities-for-everyone': {
      'Every member of staff gets opportunities': 'every, member of staff, opportunit',
      'Pairs with the manager are excluded': 'not pair, own manager',
      'Conflicts of interest, absence, leavers, odd numbers':
        'conflicts of interest, absence, leavers, odd numbers',
    },
    'formal-sessions': {
      'Formal sessions every (frequency)': 'formal, session, frequency of formal sessions',
      'Consent and contract are signed before the first session':
        'before the first, sign, contract',
      'In person or online': 'in person, online',
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
      'Confidentiality and its limits as in the policy': 'confidential, limits, set out/as in',
      'What to do on hearing of danger or wrongdoing': 'must do, danger, wrongdoing',
    },
    'if-something-goes-wrong': {
      'An answer within the stated time': 'HR, reply, grievance answer time',
      'Mediation and appeal': 'mediation, appeals',
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
      'Adjustments go to HR': 'adjustment, HR',
    },
    'how-pairs-are-made': {
      'Rotation every six months': 'pairs, rotat, rotation period',
      'Criterion (a): who has not been matched before': 'not been matched, before',
      'Criterion (b): similar hours': 'similar, hours',
      Mutual: 'pair, mutual',
      'Except in probation: you get a peer and are not one yet': 'get a peer, not, yet',
      'Assigned by HR': 'HR, assign',
      'Pairs with the manager are excluded': 'never, paired, manager',
      'Conflicts of interest': 'conflict of interest',
      'Odd numbers': 'odd, circle',
      Leavers: 'leaves, choose, new peer',
      Absence: 'go away, neither, until, back',
      'Remote staff': 'remotely, peer, like everyone',
    },
    'the-grow-approach': {
      'GROW approach: goal': 'goal, reach',
      'GROW approach: reality': 'reality, now',
      'GROW approach: options': 'options, ways',
      'GROW approach: will': 'will, decide',
      'Everybody is trained in GROW': 'everybody, trained',
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
      'Responsibility 3: or is agreed': 'peer, agreed, pass on',
      'Responsibility 3: apart from what goes to HR': 'goes to HR, record form',
      'Venting is normal': 'venting, normal',
      'Venting is not passed on': 'listen, not pass it on',
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
      "Act on what you hear about a peer's wellbeing from others": 'act, hear, others tell',
    },
    'hold-goal-setting-sessions': {
      'Responsibility 6: goal-setting session each quarter':
        'hold, goal-setting session, goal-setting frequency',
      'Responsibility 6: at the beginning of each strategy cycle': 'beginning, strategy cycle',
    },
    'time-and-record': {
      'Two one-hour meetings': 'two, one-hour, meetings',
      'Or one of two hours': 'one, meeting, two hours',
      'Own record form': 'own, record form',
    },
    'personal-goals': {
      'Personal goals template': 'template, personal goals',
      'Private or shared goals': 'goals, private, shared',
      'Private is private from the rest of the team': 'private, rest of the team',
      'The peer helps to fill the goals in': 'peer, helps, fill',
    },
    'training-needs': {
      'Training needs': 'need, training',
    },
    'capacity-plan': {
      'Capacity plan brought to the target': 'plan, capacity target, no more than/at most',
      'For the planning horizon': 'capacity, planning horizon',
      'The plan is gone through together': 'go through, together',
      'Help from the development team if overstretched':
        'are overstretched, say so, ask, development team',
      'The peer offers to approach the development team or to come along':
        'offer, approach, come along',
    },
    'at-each-meeting': {
      'Feedback: five-minute check-out each meeting': 'five, minute, check-out',
    },
    'at-each-goal-setting-session': {
      'Feedback: quarterly retrospective': 'end, session, retrospective',
    },
    'when-a-pairing-does-not-work': {
      'What to do when a pairing does not work': 'contact, HR',
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
      'Good meetings: say at the start if you must leave': 'must leave, say, start',
      'Good meetings: a short written summary': 'summary, in writing',
      'Good meetings: no pressure': 'no pressure',
    },
    'opening-a-new-relationship': {
      'Opening: expectations': 'expectations',
      'Opening: experience of such teams': 'team, works, way',
      'Opening: technology': 'technology/tools, messages',
      'Opening: decision-making': 'make, decisions',
      'Opening: comfort in the group': 'comfortable, team/group',
      'Opening: worries': 'worr, anything',
      'Opening: adjustments': 'needs, easier, HR arranges',
    },
    'peers-are-not-counsellors': {
      'Safety: peers are not counsellors': 'not, counsellors',
    },
    'agree-how-confidential-things-are': {
      'Safety: agree how confidential things are': 'different, confidential',
      'Safety: limits and what to do': 'limits, what to do',
    },
    'small-organisations-and-gossip': {
      'Safety: small organisations and gossip': 'pass, gossip',
    },
    'last-updated': {
      'Last updated': 'last updated/last changed',
    },
    'how-to-use-this-guide': {
      'Nobody is made to take part': 'nobody, made, take part',
      'Volunteers are covered without duties of employees': 'volunteer, none, duties, employee',
    },
    'what-hr-does': {
      'HR monitors that meetings happen': 'monitor, meetings, happen',
      'HR prompts to meet': 'prompt, meeting is due',
      'HR prompts for the goal-setting session': 'prompt/remind, goal-setting session',
      'HR trains everybody in GROW': 'train, everybody, GROW',
    },
    checklist: {
      'Checklist: the last goals': 'last session, goals',
      'Checklist: the new goals and the strategy': 'goals, cycle, strategy',
      'Checklist: who may see them': 'who, see, goals',
      'Checklist: training': 'need, learn',
      'Checklist: capacity': 'capacity plan, help',
      'Checklist: retrospective': 'worked well, between',
      'Checklist: next meeting': 'next, calendar',
      'Checklist: the record': 'record, filled in',
    },
    'from-hr': {
      "Feedback: HR's reviews": 'HR, reviews, scheme',
    },
  },
  'peer-coaching-programme-guide': {
    'what-peer-coaching-is': {
      'What peer coaching is': 'peer coaching, two, colleagues',
      'Differs from one-to-one coaching': 'one-to-one, professional, colleague',
      'Differs from team coaching': 'team, whole, person',
      'Differs from group coaching': 'group, several, private',
      'Participants have similar levels': 'colleagues, similar level',
    },
    'for-the-individual': {
      'Benefits for the individual': 'reach, goals, sooner',
    },
    'for-the-team': {
      'Benefits for the team': 'feedback, normal',
      'Benefits: trust': 'trust each other',
    },
    'for-the-organisation': {
      'Benefits for the organisation': 'develop, stay',
      'Benefits: a resilient workforce': 'workforce, resilient',
    },
    'clear-objectives': {
      'Foundation: clear objectives tied to strategy': 'tie/link, objective, strategy',
      'Foundation: values beside strategic goals': 'objective, values',
    },
    'leadership-buy-in': {
      'Foundation: leadership buy-in': 'leaders, time, take part',
      'Foundation: the case for it': 'prepare/make, case',
      'The case names return on investment': 'return on investment',
      'The case names better performance': 'better performance',
    },
    'choosing-coaches-and-participants': {
      'Framework: coach selection by criteria': 'choose/select, coach, criteria',
      'Framework: a diverse pool': 'diverse, pool',
      'Framework: criteria for participants': 'criteria, those who are coached',
      'Framework: participants of similar level': 'similar level, coach',
      'Volunteers and remote staff': 'volunteers, remotely',
    },
    'nomination-and-reference': {
      'Framework: peer nomination': 'colleague, nominat',
      'Framework: reference': 'reference, named',
      'Nobody is made to be a coach': 'nobody, made, coach',
    },
    'fixed-or-rotating-pairs': {
      'Framework: fixed or rotating pairs': 'decide, fixed, rotat',
      'Framework: merits of fixed pairs': 'trust, deep',
      'Framework: merits of rotating pairs': 'many, view',
      'Pairs with the manager are excluded': 'nobody, coach, manage',
      'Conflicts of interest': 'conflicts of interest',
      'Leavers, absence and odd numbers': 'leaves, away, odd',
    },
    'roles-and-conduct': {
      'Framework: roles': 'coach, prepare, listen',
      'Framework: confidentiality': 'confidential, session',
      'Framework: professionalism': 'professional, prepared, honest',
      'Framework: respect': 'respect, accept',
      'Framework: trust': 'trust, promises',
      "Adjustments are the organisation's duty": "adjustments, organisation's duty",
      'Limits and what to do': 'limits, what to do',
    },
    'informed-consent': {
      'Framework: informed-consent form': 'before, first session, consent',
    },
    'secure-notes': {
      'Framework: secure notes in line with HR policy': 'secur, policy',
    },
    'where-coaches-start': {
      'Training: baseline assessment of core competencies': 'baseline, core competenc',
      "Training: baseline is built on the organisation's priorities":
        "results, organisation's priorities",
    },
    modules: {
      'Training: module on coaching skills': 'coaching, skills',
      'Training: module on active listening': 'active, listening',
      'Training: module on feedback': 'feedback, permission, describe',
      'Training: advanced methods': 'advanced methods',
    },
    resources: {
      'Training resources: guides': 'guides, guidelines',
      'Training resources: templates': 'templates, forms',
      'Training resources: case studies': 'case studies',
    },
    refreshers: {
      'Training: refreshers': 'coaches, refresher',
      'Training: how often refreshers are': 'frequency of refreshers',
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
      'Implementation: communication': 'tell, peer coaching, not',
      'Implementation: the launch is announced': 'announce, launch',
      'Implementation: with its benefits and how to join': 'benefits, how to join',
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
      'Peer support is support, knowledge or practical help': 'support, knowledge, practical help',
      'Nobody is made to take part': 'nobody, made',
    },
    'how-to-listen': {
      'Peer support in practice: listening': 'let, person, finish',
    },
    'know-your-limits': {
      'Peer support in practice: limits': 'not, counsellor',
      'On hearing of harassment': 'harassment, reported, offer',
    },
    'in-and-between-meetings': {
      "Adjustments are the organisation's duty": "adjustment, organisation's duty",
    },
    confidentiality: {
      'Confidentiality and its limits as in the policy': 'limits, what you must do',
      'Venting is normal and not passed on': 'steam, normal',
    },
  },
  'coaching-practice-guidelines': {
    'about-these-guidelines': {
      'The procedure refers to it': 'ask, know, follow',
      'Coaching works on better performance in a particular skill or field of knowledge':
        'perform better, particular skill, field of knowledge',
    },
    'before-you-start': {
      'The consent is signed before the first session': 'consent, sign, before the first session',
      'Pairs with the manager are excluded': 'not, manager',
      'Conflicts of interest': 'conflict of interest',
      Adjustments: 'adjustment, HR arranges',
    },
    limits: {
      'Confidentiality and its limits as in the policy': 'limits, what you must do',
      'Coaching is voluntary': 'voluntary',
    },
    'the-four-steps-of-grow': {
      'GROW: goal, with sample questions': 'goal, find out, how will you know',
      'GROW: reality, with sample questions': 'reality, tried so far',
      'GROW: options, with sample questions': 'options, could you do',
      'GROW: will, with sample questions': 'will, help, decide, by when',
    },
  },
  'mentoring-practice-guidelines': {
    'about-these-guidelines': {
      'The procedure refers to it': 'ask, know, follow',
    },
    'if-you-are-the-mentor': {
      'Mentoring in practice: the mentor': 'ask, before, tell',
      'No entering into private matters without permission': 'private, only, permission',
      'Supportive and generous': 'supportive, generous',
      'The mentor keeps an eye on progress and finds ways forward':
        'progress, timetable, ways forward',
      'The mentor keeps up their own competence': 'own skills, up to date',
    },
    'if-you-are-the-mentee': {
      'Mentoring in practice: the mentee': 'charge/responsible, own, development',
      'The mentee looks at their own current and future contribution': 'own contribution, future',
    },
    'before-the-first-session': {
      'The contract is signed before the first session': 'contract, sign, before the first session',
      'What each wishes to get from it': 'wishes to get',
      'Conflicts of interest and adjustments': 'conflict of interest, adjustment',
    },
    'confidentiality-and-limits': {
      'Confidentiality and its limits as in the policies': 'limits, what to do, danger',
    },
    'ending-well': {
      'Use of the evaluation': 'evaluation, assess, career plan',
      'Room to disagree': 'cannot agree, say so',
    },
  },
  'mentoring-contract': {
    '#mentee.name': { "Mentee's name": 'mentee, name' },
    '#mentor.name': { "Mentor's name": 'mentor, name' },
    'nature-of-the-partnership': {
      'Section 1: nature of the partnership': 'partnership, voluntary',
      'Both enter in an open and honest way': 'both enter, open, honest',
      "Neither takes up too much of the other's time": 'neither, too much, time',
      'One rule of confidentiality with its limits':
        'within, limits, serious harm, working conditions',
      'Including the line manager or HR may be required': 'line manager, HR, including, required',
      'The partnership lasts 6 to 12 months': 'minimum length, maximum length',
      'Extra meetings by agreement': 'extra, meetings, agree',
      Confidentiality: 'confidential, two of us',
      'Either may end the partnership after discussion': 'either, end, discuss',
    },
    'the-mentors-role': {
      "Section 2: the mentor's role": 'mentor agrees',
      "Mentor's role, point 1: agree the contract": 'draw up, contract, mentee',
      "Mentor's role, point 2: regular meetings": 'regular, timetable',
      'The mentor oversees progress against the timetable': 'oversee, progress, timetable',
      "Mentor's role, point 3: liaise with the line manager": 'liaise, line manager',
      'The mentor helps the development plan forward': 'help, development plan, forward',
      "Mentor's role, point 4: networking": 'build, network',
      'A variety of opportunities': 'variety, opportunities',
      "Mentor's role, point 5: evaluation": 'evaluate, process, outcomes',
      'The mentor keeps up their own competence': 'keep up, own, competence',
      "Mentor's role, point 6: own the relationship": 'own, relationship, mentee',
      'Support is given in a generous way': 'support, generous',
      "The mentor does not enter into private matters without the mentee's permission":
        'not enter, private, permission',
    },
    'the-mentees-role': {
      "Section 3: the mentee's role": 'mentee agrees',
      "Mentee's role, point 1: start the meetings": 'start, regular, meetings',
      "Mentee's role, point 2: evaluate and agree actions":
        'evaluate, contribution, agree, actions',
      "Mentee's role, point 3: liaise on changes": 'liaise, changes, development plan',
      "Mentee's role, point 4: monitor progress and deal with problems": 'progress, problems',
      'The mentee evaluates their own current and future contribution in the time agreed':
        'own, current, future, time agreed',
      "Mentee's role, point 5: own the relationship": 'own, relationship',
      'The mentee is responsible for developing the ability to perform well':
        'responsible, developing, perform',
    },
    'feedback-and-records': {
      'Section 4: feedback': 'give, feedback, meeting',
      'Feedback mostly spoken, sometimes in writing': 'mostly spoken, sometimes, writing',
      'Section 4: records under data-protection law': 'information, notes, data-protection law',
    },
    'action-planning': {
      "Adjustments are the organisation's duty": "adjustments, organisation's duty",
      'Section 5: action planning': 'mentee, plan, up to date',
      'The action plan is filled in by the mentee after each formal discussion':
        'after, formal, discussion',
    },
    'evaluation-of-outcomes': {
      'Section 6: evaluation of outcomes': 'progress, action plan, meeting',
      "The evaluation assesses the mentee's progress in the career plan":
        'assess, mentee, progress, career plan',
      "The evaluation assesses the mentor's effectiveness and development":
        'mentor, effectiveness, development',
    },
    agreement: {
      'Section 7: agreement': 'agree, work, together',
    },
    '#programme.kind': { 'Which policy the partnership comes under': 'policy, come under' },
    '#mentee.identity': {
      'An identity of the mentee that is not the name': 'mentee, identity',
    },
    '#mentor.identity': {
      'An identity of the mentor that is not the name': 'mentor, identity',
    },
    '#mentee.wishes': { 'What the mentee wishes to get': 'mentee, wish, get' },
    '#mentor.wishes': { 'What the mentor wishes to get': 'mentor, wish, get' },
    '#review.interval': { 'Review interval': 'time between, reviews' },
    '#conflicts': { 'Conflicts of interest': 'conflicts of interest' },
    '#adjustments': { Adjustments: 'adjustments, need' },
    '#goals.menteeAgrees': {
      'Goals are shown to HR if the mentee agrees': 'mentee, agrees, HR, see',
    },
    '#goals.mentorAgrees': {
      'Goals are shown to HR if the mentor agrees': 'mentor, agrees, HR, see',
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
    '#programme.kind': { 'Which policy the partnership comes under': 'policy, come under' },
    '#evaluation.stage': { 'Halfway or at the end': 'halfway, end' },
    '#goals.goal': { 'Goal by goal': 'goal' },
    '#goals.result': { 'Each goal is met, partly met or not met': 'met, partly met, not met' },
    '#mentor.ratings.partnership': {
      'Rating 1: the partnership, by the mentor': 'partnership, mentor',
    },
    '#mentor.ratings.progress': { "Rating 2: the mentee's progress": 'progress, mentee' },
    '#mentee.ratings.partnership': {
      'Rating 3: the partnership, by the mentee': 'partnership, mentee',
    },
    '#mentee.ratings.support': { "Rating 4: the mentor's support": 'helpful, support' },
    'section-b-the-mentee': {
      "The mentee's private way to HR": 'rather tell HR alone, private note',
    },
    '#agreement.reached': { 'Both agree, or they do not': 'we agree, we do not agree' },
    '#disagreement': { 'Where they do not agree': 'where, not agree' },
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
      'Sign only when both agree': 'sign only, discussed, both',
    },
    '#mentor.signature': { "Mentor's signature and its date": 'mentor, signature, date' },
    '#mentee.signature': { "Mentee's signature and its date": 'mentee, signature, date' },
  },
  'mentoring-action-plan': {
    '#programme.kind': { 'Which policy the partnership comes under': 'policy, come under' },
    '#mentee.name': { 'The mentee': 'mentee, name' },
    '#actions.who': { 'Actions: who does it': 'who' },
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
    '#programme.kind': { 'Which policy the request is under': 'policy, ask under' },
    '#supervisor.name': {
      'The line manager, with whom the employee fills it in': 'line manager, name',
    },
    '#request.improvementAreas': { 'Improvement areas': 'area, improve' },
    '#review.date': { 'Last review': 'last, review' },
    '#request.mentorQualities': { 'Preferred mentor qualities': 'qualities, mentor' },
    '#request.proposedMentors': { 'Proposed mentors': 'propose, mentor' },
    '#request.refusedMentors': { 'Refused mentors': 'not accept' },
    '#request.criteria': { Criteria: 'matters, choice' },
    '#request.availability': { Availability: 'available, meetings' },
    '#adjustments': { Adjustments: 'adjustments' },
    '#supervisor.decision': { "Line manager's decision": 'line manager, support' },
    '#supervisor.signature': { "Date of the line manager's decision": 'signature, date' },
    '#teamLeader.decision': { "Team leader's decision": 'team leader, support' },
    '#teamLeader.signature': { "Date of the team leader's decision": 'signature, date' },
    '#hr.decision': { "HR's decision": 'HR, decide' },
    '#hr.mentorName': { 'An approval names a mentor': 'mentor, chosen, approved' },
    '#hr.signature': { "Date of HR's decision": 'signature, date' },
    '#acceptance.employee': { "The employee's acceptance": 'employee, accept' },
    '#acceptance.mentor': { "The mentor's acceptance": 'mentor, accept' },
  },
  'mentoring-withdrawal': {
    '#person.name': { 'Either party: who asks': 'name' },
    '#person.role': { 'Either party: role of the person': 'role' },
    '#programme.kind': { 'Which policy the partnership comes under': 'policy, come under' },
    '#request.kind': { 'Withdrawal, pause or grievance': 'grievance, withdraw, pause' },
    '#pause.until': { 'Until when it pauses': 'pause, until' },
    '#substitute.wanted': { 'A substitute is wanted': 'substitute' },
    '#companion.name': { 'A companion': 'companion' },
    '#adjustments': { Adjustments: 'adjustments' },
    '#mediation.wanted': { 'Mediation first': 'mediation' },
    '#mediation.held': { 'Whether mediation took place': 'mediation, place' },
    '#request.reasons': { Reasons: 'reason' },
    '#request.outcomeWanted': { 'Wanted outcome': 'outcome, want' },
    '#hr.received': { 'HR part: received date': 'date, HR, received' },
    '#hr.answerDue': { 'HR part: answer due': 'HR, answer' },
    '#hr.answered': { 'HR part: answered date': "date, HR's answer" },
    '#hr.grievanceOutcome': { 'HR part: outcome of the grievance, from a list': 'outcome, upheld' },
    '#hr.partnershipOutcome': {
      'HR part: outcome for the partnership, from a list': 'outcome, partnership, ended',
    },
    '#hr.outcome': { 'HR part: outcome': 'outcome' },
    '#appeal.received': { 'Appeal: received': 'appeal, received' },
    '#appeal.answered': { 'Appeal: answered': 'answer, appeal' },
    '#appeal.outcome': { 'Appeal: outcome': 'outcome, appeal' },
  },
  'equality-monitoring': {
    '#period.quarter': { 'Quarter only': 'quarter' },
    '#stage': { 'Stage: request, refused, started, ended': 'asked, refused, started, ended' },
    '#role': { 'Role in the partnership': 'role, mentee, mentor' },
    '#issue.nature': { 'Nature of the issue': 'main, matter' },
    '#issue.outcome': { Outcome: 'outcome' },
    '#about.age': { 'Characteristics: age': 'age, group, prefer not' },
    '#about.gender': {
      'Characteristics: gender, described in another way without words of one':
        'gender, another way',
    },
    '#about.disability': { 'Characteristics: disability': 'disab, prefer not' },
    '#about.race': { 'Characteristics: race': 'race, ethnic, another way' },
    '#about.religion': { 'Characteristics: religion': 'religio, belief, another way' },
    '#about.orientation': { 'Characteristics: sexual orientation': 'sexual, orientation' },
    '#about.hours': { 'Characteristics: full or part time': 'hours, full time, part time' },
    '#about.contract': {
      'Characteristics: permanent, temporary or volunteer':
        'contract, permanent, temporary, volunteer',
    },
    '': {
      'Not for small programmes': 'only, where, fewest people',
      'Anonymous: small figures are not reported': 'no figure, fewer than five',
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
    '#meeting.held': { 'Planned meetings that were missed': 'take place' },
    '#missed.why': { 'Why a meeting was missed': 'why' },
    '#difficulties': { 'Difficulties flagged, or none': 'difficult, none' },
    '#difficulty.whose': { 'Difficulty: whose': 'whose, mine, colleague' },
    '#difficulty.urgency': { 'Difficulty: how urgent': 'urgent, today' },
    '#difficulty.agreed': { 'Difficulty: agreed to pass it on': 'agree, passed on' },
    '#difficulty.contact': { 'Difficulty: wants contact': 'want, touch' },
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
    '#period.month': { 'Cycle of the organisation: month in which it begins': 'month, begins' },
    '#period.year': { 'Cycle of the organisation: its year': 'year, period' },
    '#sessions.held': { 'Sessions held, 2 × 1 h or 1 × 2 h': 'one, two' },
    '#sessions.firstDate': { 'Date of the first session': 'date, first' },
    '#sessions.secondDate': { 'Date of the second session': 'date, second' },
    '#goals.visibility': { 'Goals private or shared': 'goal, privat, shar' },
    '#training': { 'Training needs as rows': 'training, needs' },
    '#training.need': { 'Training needs: need': 'need' },
    '#capacity.now': { 'Capacity now': 'share, time, now' },
    '#capacity.planned': { 'Capacity planned': 'share, time, planned' },
    '#capacity.target': { 'Capacity target': 'target, capacity target' },
    '#capacity.overstretched': { Overstretched: 'overstretched' },
    '#capacity.helpWanted': {
      'Help of the development team wanted': 'want, help, development team',
    },
    '#goals.carriedOver': { 'Goals carried over': 'goals, carried over' },
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
    '#sharing': { 'Share or keep private': 'private, shared, HR' },
  },
  'coaching-consent': {
    '#coach.name': { 'The coach': 'coach, name' },
    '#coachee.name': { 'The coachee': 'coachee, name' },
    '#coaching.start': { 'Start date': 'start, date' },
    '#coaching.end': { 'End date': 'end, date' },
    '#coaching.sessions': { 'Number of sessions': 'number, sessions' },
    '#notes.place': { 'Where notes are kept': 'notes, kept' },
    '#adjustments': { Adjustments: 'adjustments, need' },
    '#conflicts': { 'Conflicts of interest': 'conflicts of interest' },
    purpose: {
      'Purpose of peer coaching': 'coachee, goals, choice',
      'The subject of the coaching is not asked': 'not write, coaching is about',
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
    '#reference.name': { 'Reference by another person: name': 'name, reference' },
    '#reference.email': { 'Reference: e-mail address': 'e-mail, reference' },
    '#reference.statement': { 'Reference: what was seen': 'seen, supports' },
    '#nominee.signature': { "Nominee's agreement": 'nominee, signature, date' },
    '#decision.outcome': { Decision: 'decision, accepted, declined' },
    '#decision.date': { 'Date of the decision': 'date, decision' },
  },
  'coaching-competency-assessment': {
    '#coach.name': { 'The coach': 'coach, name' },
    '#assessment.stage': { Baseline: 'baseline' },
    '#assessor.kind': { 'By self or other': 'the coach, somebody' },
    'core-competencies': { 'Described levels': '3, without help' },
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
    '': { 'Not for HR': 'nobody else, not, HR' },
  },
  'participant-feedback': {
    '#programme.stage': { 'Pilot or full programme': 'pilot, full/whole' },
    '#programme.kind': { 'Which programme': 'which programme' },
    '#survey.stage': { 'Halfway or end': 'halfway, end' },
    '#sessions.planned': { 'Sessions planned': 'sessions, planned' },
    '#sessions.count': { 'Sessions held': 'sessions, had' },
    '#participant.role': { "Role of the participant; the manager's view": 'role, line manager' },
    '': { 'Anonymous, each counts': 'every survey, counts once' },
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
    '#participant.name': { 'The member of staff': 'full name' },
    '#training': { 'Training as rows': 'training, given, received' },
    '#training.direction': { 'Given and received': 'given, receiv' },
    '#training.date': { Dates: 'date' },
    '#training.subject': { Subject: 'subject' },
    '#training.hours': { Hours: 'hour' },
    '#training.result': { Result: 'result' },
    '#training.colleague': { 'Given by and to': 'to or from, whom' },
    '#roleTraining': { 'Role training apart': 'training, role' },
    '#recorder.role': { 'HR or team leader': 'role, person' },
    confirmation: {
      'Kept in the personnel file': 'personnel file',
    },
  },
  'participant-review': {
    '#participant.name': { 'The participant, by name': 'participant, name' },
    '#author.role': {
      'By the participant, the partner or the manager': 'participant, partner, line manager',
    },
    '#programme.kind': { 'Which programme': 'which programme' },
    '#review.stage': { 'Set intervals': 'interval, end' },
    '#aims.result': { 'How far the aims are reached': 'aims, reached' },
    '#further.text': {
      'Carried into objectives and development plan': 'objectives, development plan',
    },
    '#participant.agrees': { 'Room to disagree': 'agree, disagree' },
    '#participant.otherView': { 'Where the participant disagrees': 'differently' },
    '#participant.signature': { "Participant's signature": 'participant, signature, date' },
    'what-goes-further': { 'Key result and career development': 'key result, career development' },
  },
  'private-note-to-hr': {
    '': { 'Only HR reads it': 'only HR reads' },
    '#person.name': { 'Who writes': 'name' },
    '#person.role': { 'A mentee or anyone': 'mentee, mentor, peer' },
    '#note.text': { 'The note': 'HR, know' },
    '#wish.tell': { 'Whom HR may tell': 'whom, tell, nobody' },
    '#contact.adjustments': { Adjustments: 'companion, adjustment' },
  },
}
