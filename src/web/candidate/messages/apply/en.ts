import type { ApplyText } from './kk.ts'

export const en: ApplyText = {
  back: 'Back', save: 'Save and continue', later: 'I will continue later', savedAt: 'Draft saved, {time}', level: 'level {level}', profession: 'Profession', centre: 'Recognition centre',
  start: {
    title: 'Before you apply', lead: 'These questions are answered before you fill in anything.', track: 'Kind of recognition', voluntary: 'Voluntary: conducted by a recognition centre', levels: 'Levels',
    age: 'Age', ageText: 'at least {age} years', papers: 'Papers that are asked for', noPapers: 'None: the basis of assessment demands none', centres: 'Centres', centresText: 'centres: {count}, price from {price}', centresNoPrice: 'centres: {count}, no price published',
    terms: 'How long to wait', termsText: 'The centre sends a contract or the reason of a refusal within {days}.', learn: 'How you learned is never a reason to refuse: school, courses, work, by yourself — everything counts.',
    begin: 'Begin the application', resume: 'Continue the draft', signIn: 'Sign in and begin', discard: 'Delete the draft', discarded: 'The draft is deleted.', noCentre: 'No centre yet', noCentreText: 'No centre is accredited for this profession yet. On the page of the profession you can say that you are interested: centres see that there is demand.',
    mandatory: 'This application is not made here', struck: 'The profession was struck off the register', blocked: 'You cannot apply at the moment', toProfession: 'To the page of the profession', remedyAge: 'Apply from the day named.', remedyCase: 'Finish the open case or withdraw the application.', remedyOther: 'Choose another level or centre.',
    blank: 'I will apply on paper: blank form (PDF)',
  },
  papers: { education: 'Copy of the education document', work: 'Copy of the document on work activity', 'earlier-recognition': 'Copy of an earlier recognition document', 'paper-application': 'Scan of the paper application', accommodation: 'Paper on exam conditions', 'delivery-scan': 'Scan of a signed paper', appeal: 'Paper for an appeal', complaint: 'Paper for a complaint', other: 'Other paper' },
  steps: { place: 'level and centre', you: 'about you', learning: 'how you learned', papers: 'papers', needs: 'exam conditions', language: 'exam language', summary: 'check and send' },
  place: {
    title: 'Which level, which centre?', level: 'Level of qualification', levelHint: 'Price and programme depend on the level.', centre: 'Recognition centre', centreHint: 'Only centres accredited for this profession are shown.', offer: 'level {level}: {price}', offerNoPrice: 'level {level}: no price published',
    accessibility: 'Accessibility: {features}', noAccessibility: 'Nothing is known of the accessibility', errorLevel: 'Choose the level.', errorCentre: 'Choose a centre.', errorPair: 'This centre does not recognise the chosen level. Choose another level or centre.', errorPrice: 'The centre has published no price for this level. Choose another centre.',
  },
  features: { ramp: 'ramp', lift: 'lift', 'accessible-toilet': 'accessible toilet', parking: 'parking', 'large-print': 'large print', 'extra-time': 'extra time', 'quiet-room': 'quiet room', 'sign-language': 'sign language', tactile: 'tactile signs', assistant: 'assistant' },
  you: {
    title: 'How can we reach you?', why: 'Your name and birth date come from your account. If they are wrong, go to a centre with your identity document.', name: 'Full name', iin: 'IIN', born: 'Birth date', phone: 'Phone', email: 'E-mail', address: 'Address', citizenship: 'Citizenship', other: 'Another state', stateless: 'Stateless',
    errorPhone: 'Write your phone number.', errorAddress: 'Write your address.', errorEmail: 'The e-mail address is wrong. For example: name@example.kz.',
  },
  learning: {
    title: 'How did you learn the profession?', why: 'Why we ask: for the statistics only. The answer is never a reason to refuse.', formal: 'At a school or college', formalHint: 'College, university: a diploma is given.', nonFormal: 'On a course or training', nonFormalHint: 'In an organisation that teaches; a certificate, not a diploma, is given.',
    informal: 'At work or by myself', informalHint: 'In the family, from a mentor, from books, by practice: no paper is needed.', error: 'Choose one of the answers.',
  },
  upload: {
    title: 'Papers', why: 'Why we ask. Basis of assessment: {basis}. It demands this paper.', whyNorm: 'The register does not say which papers the standard or the qualification requirements of this profession ask for; the list comes from a norm.', whyUnknown: 'The register does not say which papers the standard or the qualification requirements of this profession ask for, and no norm is set: so nothing is asked of you.', whyNone: 'The basis of assessment ({basis}) demands no paper, so you are asked for nothing.', notEducation: 'No education document is asked for: the basis has no such requirement.', notWork: 'No proof of work is asked for: the basis has no such requirement.', hint: 'PDF, JPEG or PNG, up to 10 MB. Several files may be attached.',
    foreign: 'If a paper was issued in another state, attach a notarised translation to its copy. A foreign diploma may need a recognition of its own: that is another procedure, not run here. This is a default of the platform, not set by law.', earlierHint: 'Only if you already hold a recognition document. Otherwise leave it empty.', add: 'Upload the chosen files', remove: 'Remove', added: 'The file is attached.', removed: 'The file is removed.', which: 'Which paper will do?', whichText: 'Education: diploma, school certificate. Work: employment record book, employment contract, reference of the employer or the archive. A picture on which the text can be read will do.',
    errorEducation: 'Upload the copy of the education document.', errorWork: 'Upload the copy of the document on work activity.',
  },
  needs: {
    title: 'Do you need special conditions at the exam?', why: 'If a disability or your health makes special conditions necessary, tell us. The centre answers before the notification. You need not answer; it changes neither the price nor the result.', label: 'What do you need?', 'extra-time': 'Extra time', 'large-print': 'Large print', place: 'An adapted place (entrance, floor, table)', assistant: 'An assistant or sign language interpreter', other: 'Another condition',
    asked: 'Details', askedHint: 'For example: I use a wheelchair and need the ground floor.', skip: 'Not needed, go on', errorOther: 'Write which condition you need.',
  },
  language: { title: 'In which language will you take the exam?', hint: 'Questions and task are given in this language.', kk: 'In Kazakh', ru: 'In Russian', error: 'Choose the language.' },
  summary: {
    title: 'Check your application', missing: 'These steps are not filled in', price: 'Price', priceNote: 'The contract takes the price of the list in force on the day of the application.', contact: 'Contact', learning: 'How you learned', papers: 'Attached files', noFiles: 'No files', needs: 'Exam conditions', noNeeds: 'Not needed', language: 'Exam language', funding: 'Payment', own: 'At own cost',
    consent: 'I consent to the collection and use of my personal data for the handling of this application and the recognition', consentRead: 'Text of the consent', consentText: 'I consent that the recognition centre I have chosen and the platform collect, keep and use my name, IIN, birth date, contact details, attached papers and exam results only to conduct the recognition, to issue its result and to enter it in the register. The consent can be withdrawn by withdrawing the application; data kept by law are kept until their term ends. Version of the text: {version}.',
    send: 'Send the application', errorConsent: 'Read the consent and tick it.', after: 'After sending, the centre checks the papers within {days}.',
  },
  sent: {
    title: 'Your application is sent', number: 'Case number', what: 'What was sent', next: 'What happens now', nextText: 'The centre checks the papers and sends a contract or writes the reason of a refusal. Nothing is needed from you.', due: 'Due', toCase: 'To the case', letter: 'We have sent a letter about the registration. A letter comes at every step.',
  },
  contract: {
    title: 'Service contract', waiting: 'The contract has not been sent yet', waitingText: 'The centre is checking your papers.', lead: 'The main terms are below, the whole text is in the PDF.', subject: 'Subject', price: 'Price', list: 'price list in force from {day}', programme: 'Programme', version: '{title}, version {version}', stages: 'Stages', stageNames: { theory: 'theory', practice: 'practice' }, terms: 'Deadlines',
    termsText: 'notification: within {notify} after the contract; before the exam: at least {notice}; decision: within {decide} after the last stage; result: within {result} after the decision', rights: 'Your rights', rightsText: 'To withdraw before the exam begins, to retake a failed stage, to appeal and to complain.', pdf: 'Contract (PDF, Kazakh and Russian)', read: 'I have read the contract and agree to its terms', accept: 'Accept the contract', error: 'Read the contract and tick your consent.',
    accepted: 'The contract is accepted. The centre will notify you of the day of the exam.', acceptedAt: 'The contract was accepted on {at}', withdraw: 'I disagree: withdraw the application', retake: 'Addendum on the retake', free: 'Free of charge', payments: 'Payments', paid: 'Paid: {amount}', closed: 'This contract can no longer be accepted.',
  },
  withdraw: { title: 'Withdraw the application', text: 'The case will be closed. You can apply anew at any time. After the exam has begun the application cannot be withdrawn.', note: 'Reason', noteHint: 'You need not write one.', button: 'Withdraw the application', keep: 'No, keep it', done: 'The application is withdrawn.', late: 'The application can no longer be withdrawn', lateText: 'The exam has begun or the case is closed.' },
  retake: { title: 'Retake', text: 'Only failed stages are held again. Asking means accepting the addendum: the centre notifies you of the new day; at least {notice} lie before the exam. Whoever asks for a retake accepts the result: it can no longer be appealed.', stages: 'Stages of the retake', price: 'Price', until: 'Last day to ask', agree: 'I agree to the price and terms of the retake', error: 'Tick your consent.', button: 'Ask for the retake', done: 'You asked for the retake.', blocked: 'A retake cannot be asked for', remedy: 'Make a new application or contact the centre.' },
}
