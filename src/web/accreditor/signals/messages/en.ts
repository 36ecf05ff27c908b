import type { SignalsText } from './kk.ts'

export const en: SignalsText = {
  title: 'Signals from the exams', lead: 'A signal accuses nobody: the figures are unusual, a person finds out why. Nothing follows from a signal by itself.', asOf: 'Counted on {at}: {theory} theory exams, {practice} practical ones, {marks} marks and {clocks} terms from {from} to {until}.', never: 'Nothing has been counted yet.',
  empty: 'No signals', emptyText: 'The last count showed nothing unusual.', centre: 'Centre', kind: 'Signal', says: 'What is seen', seen: 'First seen', state: 'State', any: 'all', open: 'not looked at', gone: 'not seen by the last count', openCount: '{n} not looked at',
  outcomes: { explained: 'Explained', check: 'Check planned' }, outcomeWords: { explained: 'Explained: nothing needs to be done', check: 'A check is needed: one out of plan is set' },
  kinds: { 'pass-rate': 'Pass rate far from the others', overfull: 'More people than seats', 'two-places': 'One assessor in two places', alike: 'The same wrong answers', agreement: 'Assessors who never differ', fast: 'Answers too fast', late: 'Late terms' },
  stages: { theory: 'theory', practice: 'practice' },
  sentences: {
    'pass-rate-more': 'At the centre {passed} of {total} people passed {stage}: {share}. At the other centres {othersShare} (of {othersTotal}). Confidence interval {low} – {high}: hard to explain by chance.',
    'pass-rate-less': 'At the centre only {passed} of {total} people passed {stage}: {share}. At the other centres {othersShare} (of {othersTotal}). Confidence interval {low} – {high}: hard to explain by chance.',
    overfull: 'On {day} at about {at} {most} people were being examined at once, with {seats} seats. {people} people in all.',
    'two-places': 'Between {fromAt} and {untilAt} {assessor} gave marks in two rooms at once: {roomA} and {roomB}.',
    alike: 'At one exam on {day} two people both answered {both} questions wrongly, {same} of them in the same way. By chance it would be about {expected}; so much alike is one pair in {oneIn}. {pairs} pairs were compared.',
    agreement: '{assessorA} and {assessorB} marked {marks} operations of {people} people together and never differed ({done} marked as done). Other pairs differ in {othersDiffer} of {othersMarks} operations.',
    'agreement-alone': '{assessorA} and {assessorB} marked {marks} operations of {people} people together and never differed ({done} marked as done). There is no other pair to compare with.',
    fast: 'At one exam on {day} {people} of {of} people passed the theory in less than {threshold} seconds a question. The quickest took {quickest} seconds a question.',
    late: 'The centre was late with {late} of {total} terms: {share}. At the other centres {othersShare}.', 'late-alone': 'The centre was late with {late} of {total} terms: {share}. There is no other centre to compare with.',
  },
  possible: {
    'pass-rate': 'It may be a strong group, an easy or a hard programme, leaked questions, or dishonest marking.', overfull: 'It may be a wrong number of seats, groups that overlapped, or an exam that was not entered.', 'two-places': 'It may be marks entered later, rooms next to each other, or marks under another person’s account.',
    alike: 'It may be copying, help from outside, learning together, or a fault in the question.', agreement: 'It may be marks agreed beforehand, copied from each other, or true unanimity.', fast: 'It may be questions known beforehand, another person answering, or very good knowledge.', late: 'It may be too few people, or entries made late.',
  },
  figures: 'What the signal rests on', period: 'Period', periodOf: '{from} – {until}', computedAt: 'Counted', cases: 'Cases', casesHidden: '{n} cases. Their numbers are seen by those who may see the cases (ministry, National body, auditor).', meaning: 'What it may mean', threshold: 'The thresholds are norms of the platform by default; the ministry may change them', norms: 'Norms',
  judge: 'Mark as looked at', outcome: 'Decision', words: 'What was found', wordsHint: 'When a check is planned these words become its reason.', checkOn: 'Day of the check', responsible: 'Responsible', onlyForCheck: 'Only when a check is planned', announced: 'Tell the centre beforehand', save: 'Save', saved: 'Saved.', judged: 'Looked at', by: 'By', check: 'The check planned', openCheck: 'Open the check', readOnly: 'Signals are looked at by the accrediting body.', file: 'Monitoring of the centre',
}
