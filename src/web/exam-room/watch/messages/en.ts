import type { WatchText } from './kk.ts'

export const en: WatchText = {
  title: 'Before the exam on line', titles: { theory: 'Before the exam on line: theory', practice: 'Before the exam on line: practice' }, back: 'My case', when: '{date}, {from}–{to}', steps: { check: 'Computer', consent: 'Consent', pictures: 'Pictures', wait: 'Admission' },
  consentTitle: 'Consent to being recorded', consentVersion: 'Version of the text: {version}', forbiddenTitle: 'What may not be with you during the exam', forbiddenLead: 'The computer of the exam is allowed; any other device is not.',
  recording: 'I consent to being recorded on these terms', rules: 'I have read the list of forbidden items and accept it', agree: 'I agree, go on', agreed: 'Consent given.',
  reference: 'Your photograph', referenceHint: 'Send it before the day: the proctor compares the picture of the day with it. JPG or PNG.', referenceHave: 'There is a photograph; it may be replaced.', referenceSend: 'Send the photograph', referenceSent: 'Photograph taken.', referenceMissing: 'Choose the photograph.',
  taken: 'Pictures taken', pictureAlt: 'Picture taken', next: 'Go on',
  waitTitle: 'The proctor is checking', waitText: 'Your pictures have arrived. The proctor compares your face with the document and admits you. The page renews itself.', refresh: 'Refresh',
  off: 'By a condition granted to you ({conditions}) these signs are switched off: {list}. The protocol says so.',
  admittedTitle: 'You are admitted', toExam: 'Go to the exam', endedTitle: 'The exam is over', toFlags: 'Flags and recording',
  notAdmitted: { title: 'Prepare first', text: 'The exam is held on line. Check your computer, consent and take the pictures; then the proctor admits you.', go: 'To the preparation' },
  trial: {
    title: 'Practice question', lead: 'One question that has nothing to do with the exam: see how an answer is chosen and saved. You need not answer it.', question: 'Which of these numbers is even?', save: 'Save', savedTitle: 'This is how your answer is saved', savedWords: 'This answer counts for nothing and is kept nowhere. Try to change it: in the exam, too, answers may be changed until you hand in.',
    back: 'Back to the preparation', over: 'The exam has begun; the practice question is not shown any more.', offer: 'Before the exam you may try a practice question. It counts for nothing, and you need not.', go: 'Open the practice question',
  },
  refused: { title: 'The proctor has not admitted you yet, {at}', what: 'This is no violation, and the exam is not over. Put right what is named and take the pictures again, or write to the proctor: you may be admitted until the sitting ends at {until}. If you are not, it does not count as an absence: the case keeps that you came, and why.', complain: 'Lodge a complaint' },
  refuse: 'If you do not agree to be recorded', refuseText: 'You need not agree. Without a recording no exam on line is held, but not to agree is no violation. You can take the exam in the centre, where nothing is recorded: within the term ask for another day and write in the reason that you want to take it in the centre. When the term is over, get in touch with the centre.', refuseGo: 'Ask for another day',
  closed: { title: 'Closed moment', wait: 'The pictures of the room have arrived. A person of the same sex as you will ask to be shown your face, and the name will stand here. The page renews itself.', another: 'Wait until another person asks. You may write to the proctor.', asks: 'Your face will be compared by: {name}', says: 'This person has confirmed to be of the same sex as you, and that nobody else sees the screen.', kept: 'Nothing is recorded now. What you show is seen once, and no picture is kept.', shown: 'Shown; it waits for the look.', decline: 'I do not show it to this person', declined: 'Nothing is shown to this person. Another one will ask.' },
  message: 'Write to the proctor', messageText: 'Message', send: 'Send', clipScreen: 'screen', clip: 'Look at this part of the recording',
}
