import type { AppealsPageText } from './kk.ts'

export const en: AppealsPageText = {
  case: 'Case of recognition', candidate: 'Candidate', profession: 'Profession, level', number: 'Number', centre: 'Centre', step: 'Step', due: 'Due', lodgedOn: 'Lodged on', noTerm: 'no deadline set', papers: 'Papers', timelineTitle: 'Timeline of the case', openCase: 'Open the folder of the case', folder: 'Folder of the case',
  steps: { lodged: 'Lodged', 'panel-called': 'Before the panel', decided: 'Decided', withdrawn: 'Withdrawn', answered: 'Answered' },
  appeal: {
    title: 'Appeal', titleOf: 'Appeal No {number}', lead: 'If you disagree with the result of recognition, appeal. It is heard by people who took no part in the former decision.',
    decision: 'Against which decision', decisionValue: 'No {number}, {date}: {outcome}', madeKnown: 'Result made known on', lastDay: 'Last day to appeal', pass: 'passed', fail: 'not passed',
    afterTitle: 'What happens then',
    after: ['The appeal becomes a case of its own; you see its number at once.', 'The centre calls an appeal panel: nobody who assessed and nobody who took the first decision sits on it.', 'The panel decides with reasons within {days}: it changes the result, has a stage held again free of charge, or rejects the appeal.', 'Until the appeal is decided no retake can be asked for.'],
    ground: 'What do you disagree with, and why?', groundHint: 'In your own words: which question, which operation, what happened at the exam.', lodge: 'Lodge the appeal', lodged: 'Appeal registered: No {number}.',
    late: 'The time to appeal ended on {lastOn}. The panel may restore it if you could not appeal in time: it decides on that first.', lateReason: 'What kept you from appealing in time?', lateHint: 'For example an illness, with its dates. Attach nothing: show the paper to the panel if it asks.', lateShown: 'Why it came late', restored: 'The missed term was restored.', notRestored: 'The missed term was not restored.',
    already: 'An appeal against this decision was lodged already.', open: 'Open the appeal', blocked: 'You cannot appeal', remedy: 'You may complain about the work of the centre at any time.', complain: 'Complain',
    next: {
      lodged: { title: 'The centre calls the appeal panel', text: 'Nothing is asked of you. Its members will be shown here once they are called.' },
      'panel-called': { title: 'The panel hears the appeal', text: 'Its members took no part in the former decision. The decision with its reasons will be here and in a letter.' },
    },
    text: 'Text of the appeal', members: 'Appeal panel', chair: 'chair', reasons: 'Reasons of the decision', again: 'Stages held again', rejectedText: 'The former decision stands. You may go to court.', passText: 'A new decision has taken the place of the former. The centre issues the document of recognition.', againText: 'The centre notifies you of the new day. It is free of charge for you.',
    withdrawTitle: 'Withdraw the appeal', withdrawText: 'The former decision stands then and cannot be appealed again.', withdraw: 'Withdraw', withdrawnFlash: 'The appeal was withdrawn.', withdrawn: 'The appeal was withdrawn. The former decision stands.', back: 'My case', openCase: 'Open the case of recognition',
  },
  appeals: {
    title: 'Appeals', empty: 'No appeals', emptyText: 'Appeals of candidates will be here, the most urgent first.', outcome: 'Outcome',
    callTitle: 'Call the appeal panel', callHint: 'At least {size} people, an odd number. Those who took part in the former decision are not listed.', members: 'Members of the panel', chair: 'Chair', call: 'Call the panel', called: 'The panel was called; its members got letters.',
    missing: 'People who took no part in the former decision are missing: {n}. The head of the centre gives the role.', tookPart: 'Took part in the former decision and do not hear the appeal: {names}',
    votesTitle: 'Votes', votesAside: '{given} given, {needed} needed', waiting: 'has not voted yet', onlyMembers: 'The members of the panel decide on their own page.', toVote: 'Open the page for the vote', panelTitle: 'Panel', readFile: 'Papers and protocol are in the folder of the case.',
  },
  paperComplaint: { strangers: 'A complaint on paper by somebody with neither an account nor a case here is entered on this page. If there is a case, enter it from the folder of the case.', complainant: 'Complainant', title: 'Enter a complaint on paper', lead: 'The candidate has no account and complains on paper; the centre enters it. The chamber and the national body will see it.', receivedOn: 'Day of receipt', receivedHint: 'Today or earlier.', body: 'Text of the complaint', scan: 'Scan of the signed complaint', enter: 'Register' },
  paper: { lateHint: 'Only if the paper came after the term: what it says of the reason. The panel decides whether the term is restored.', title: 'Enter an appeal on paper', lead: 'The candidate has no account: he appeals on paper, and the centre enters it.', receivedOn: 'Day of receipt', receivedHint: 'It must lie within the time to appeal: {from} – {until}.', scan: 'Scan of the signed appeal', enter: 'Register', file: 'Scan of the appeal' },
  answerDelivery: {
    title: 'Hand over the answer to the complaint', lead: 'The complainant has no account: he receives the answer on paper and confirms it by signature.', decidedOn: 'Day of the answer', deliveredAlready: 'The answer was handed over to the complainant: {date}.', waiting: 'The answer has not been handed over yet.', delivered: 'The delivery of the answer was recorded.',
  },
  delivery: {
    title: 'Hand over the decision on the appeal', lead: 'The candidate has no account: he receives the decision on paper and confirms it by his signature. From the day of delivery he knows its reasons and may go to court; only then may the case be closed.', decidedOn: 'Decided on', deliveredOn: 'Day of delivery', witness: 'Second person', scan: 'Scan of the signed sheet', deliver: 'Record the delivery', delivered: 'The delivery of the decision was recorded.', deliveredAlready: 'The decision was handed over to the candidate: {date}.', waiting: 'The decision has not been handed over to the candidate yet.', file: 'Scan of the delivery sheet',
  },
  vote: {
    back: 'My panels', title: 'Your vote', choice: 'The appeal is to be', uphold: 'Upheld', reject: 'Rejected', note: 'Note', vote: 'Vote', voted: 'Your vote was recorded.', wait: 'Your vote was recorded. The votes of the other members are awaited.', tie: 'The votes are equal: there is no decision until everybody has voted.',
    restore: 'Is the missed term restored?', restoreYes: 'Yes, the reason is valid', restoreNo: 'No: the appeal is rejected', decideTitle: 'Write the decision', result: { uphold: 'The majority upholds the appeal.', reject: 'The majority rejects the appeal.' }, outcome: 'Decision',
    outcomes: { 'upheld-pass': 'New decision: the candidate has passed', 'upheld-again': 'The stage is held again, free for the candidate', rejected: 'The appeal is rejected, the decision stands' }, again: 'Which stage is held again', againHint: 'Only if a stage is to be held again.', reasons: 'Reasons', reasonsHint: 'The candidate reads this: what you looked at and why you decided so.', decide: 'Take the decision', decided: 'The decision was taken and sent to the candidate.',
  },
  complaint: {
    title: 'Complain', titleOf: 'Complaint No {number}', lead: 'You may complain at any time and about anything: a refusal, the conduct of an exam, a price, accessibility, personal data, a missed deadline. The centre answers; the chamber and the National body see complaint and answer.',
    notAppeal: 'If you disagree with the result of the exam, that is an appeal: it has a deadline.', toAppeal: 'Page of the appeal', subject: 'What about', about: 'If about a member of staff, about whom', nobody: 'Not about one person', aboutHint: 'This person cannot answer the complaint.', body: 'What happened?', bodyHint: 'When, where, who took part, and what should be put right.', send: 'Send the complaint', sent: 'Complaint registered: No {number}.',
    centre: 'About which centre', centreChoose: 'Choose a centre', signIn: 'Sign in and complain', signInText: 'Sign in first, so that the answer reaches your account. An account is opened in a few minutes; or write to the centre on paper.', centres: 'Addresses of the centres',
    next: { lodged: { title: 'The centre answers', text: 'Nothing is asked of you. The answer will be here and in a letter.' }, answered: { title: 'Answered' } },
    text: 'Text of the complaint', answerTitle: 'Answer', finding: 'What was found', answer: 'Text of the answer', measures: 'Measures taken', noMeasures: 'not given', answeredBy: 'Answered by', parent: 'In which case', aboutPerson: 'About whom',
    rateTitle: 'Does the answer satisfy you?', rateText: 'The chamber and the National body see what you say.', yes: 'Yes, it does', no: 'No, it does not', rated: 'Your answer was recorded.', satisfied: 'The answer satisfied you.', notSatisfied: 'The answer did not satisfy you. You may turn to the regional chamber of entrepreneurs, the National body or a court.', back: 'My cases',
  },
  complaints: {
    title: 'Complaints', open: '{n} wait for an answer', empty: 'No complaints', emptyText: 'Complaints and their answers will be here.', all: 'Complaints about all centres', allLead: 'Complaints and the answers of the centres, those without an answer first.', complainant: 'Complainant', subject: 'About', answered: 'Answer', rating: 'Rating', yes: 'satisfied', no: 'not satisfied', waiting: 'waits',
    answerTitle: 'Answer', answerHint: 'The complainant reads this: what was found and why.', measuresHint: 'One measure a line. Leave it empty if there is none.', send: 'Send the answer', sent: 'The answer was sent.', ownMatter: 'This complaint is about you: somebody else answers it.', onlyClerk: 'An operator or the head of the centre answers.', satisfied: 'The complainant is satisfied', notSatisfied: 'The complainant is not satisfied',
  },
}
