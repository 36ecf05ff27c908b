import type { DocumentsText } from './kk.ts'

export const en: DocumentsText = {
  denials: {
    'document.not-issuable': 'The document cannot be issued.', 'document.not-passed': 'There is no decision of passing, so no document is issued.', 'document.already-issued': 'A document was issued in this case already.',
    'document.certificate-none': 'The centre has no certificate for this profession and level.', 'document.certificate-not-yet': 'The certificate is not in force yet.', 'document.certificate-expired': 'The centre’s certificate has expired: no document may be issued.', 'document.certificate-withdrawn': 'The centre’s certificate is withdrawn: no document may be issued.', 'document.certificate-terminated': 'The centre’s certificate is terminated: no document may be issued.',
    'fail-notice.recommendations-missing': 'Recommendations are a required part of the notice: write what to study again.',
    'delivery.not-recordable': 'The delivery was not recorded.', 'delivery.already': 'The result was delivered already.', 'delivery.day-wrong': 'Give the day of delivery.', 'delivery.in-future': 'The day of delivery cannot lie in the future.', 'delivery.before-issue': 'The day of delivery lies before the day of issue.', 'delivery.scan-missing': 'Attach the scan of the signed sheet.', 'delivery.witness-is-clerk': 'The second person cannot be yourself.', 'delivery.witness-unknown': 'Choose a member of the centre’s staff as second person.',
    'annulment.not-possible': 'The annulment cannot be proposed.', 'annulment.already-annulled': 'The document is annulled already.', 'annulment.already-proposed': 'An annulment is proposed already and waits for a second person.', 'annulment.ground-unknown': 'Choose a ground from the list.', 'annulment.note-missing': 'Explain the ground in words.', 'annulment.own-proposal': 'Nobody approves his own proposal: that is for a second person.',
    'annulment.none-proposed': 'No proposal of annulment waits for a decision. Reload the page.',
  },
  timeline: { 'document-issued': 'Document of recognition issued', 'fail-notice-sent': 'Notice of non-passing sent', 'result-delivered': 'Result delivered ({deliveredOn}), appeal until {dueOn}', 'annulment-proposed': 'Annulment of the document proposed', 'annulment-rejected': 'Proposal of annulment rejected', 'document-annulled': 'Document annulled' },
  letters: {
    'document-issued': { subject: 'Your document of recognition is ready', body: 'In case {number} you were issued the document of recognition No {document}.\n\nDownload it from your account. If you disagree with the result, you may appeal until {due}.' },
    'fail-notice-sent': { subject: 'Case {number}: result and recommendations', body: 'In case {number} the notice of non-passing was sent: the decision, the possibility of a retake and recommendations.\n\nRead it in your account. You may appeal until {due}.' },
    'document-annulled': { subject: 'A document was annulled', body: 'The document of recognition No {document} was annulled (case {number}). If you disagree, complain to the centre or go to court.' },
  },
  paper: {
    decision: '{date}, No {number}', head: 'head of the centre', operator: 'operator of the centre', theory: 'Theory: {correct} of {total} correct', practice: 'Practice: {done} of {total} operations done', notHeld: 'The exam was not held', howToRetake: 'Ask in your account under “Retake”, or at the centre.',
    grounds: { THEORY_NOT_PASSED: 'In the theory stage the number of correct answers did not exceed the pass mark', PRACTICE_NOT_PER_MAP: 'The practical task was not performed by the technological map', VIOLATION: 'Repeated violation', NO_SHOW: 'No-show' },
  },
  draft: { topic: 'Study the topic “{name}” again.', step: 'Practise operation {no}: {name}.', general: 'Study all topics of the programme and the technological map again.' },
  annulmentGrounds: { appeal: 'Appeal upheld', 'forged-papers': 'Forged papers', 'issued-in-error': 'Issued in error', 'court-decision': 'Decision of a court', 'appeal-of-third-party': 'Appeal of a third party', 'accreditation-void': 'Accreditation void' },
  verify: {
    title: 'Check a document', lead: 'Type the number of the document of recognition or read its QR code with a camera.', number: 'Document number', hint: '13 characters, such as ABCD-EFGH-JKMN-P. Case and dashes do not matter.', check: 'Check', again: 'Check another document',
    valid: 'The document is valid', expired: 'The document has expired', annulled: 'The document is annulled', unknown: 'There is no such document', validText: 'As of {date}', expiredText: 'It was valid until {date}', annulledText: 'Annulled on {date}. It cannot be used for hiring.', unknownText: 'Compare the number with the document. If it is right, the document may be forged: contact the centre.',
    holder: 'Holder', profession: 'Profession', level: 'Level', centre: 'Recognition centre', issued: 'Issued', until: 'Valid', unlimited: 'without limit', untilDate: 'until {date}', least: 'Personal data are protected: compare the full name with the document itself.', numberLine: 'No {number}',
  },
  page: {
    documentTitle: 'Issue of the document', listTitle: 'Documents issued', listEmpty: 'No documents yet', listEmptyText: 'Documents issued will be here.', columns: { number: 'Number', holder: 'Holder', profession: 'Profession, level', issued: 'Issued', until: 'Valid', status: 'Status' }, statuses: { valid: 'valid', expired: 'expired', annulled: 'annulled' }, csv: 'Download CSV', xlsx: 'Download XLSX',
    facts: 'What the document will say', decision: 'Decision', certificate: 'Certificate', validity: 'Validity (by the register)', issue: 'Issue the document', issued: 'Document issued: No {number}.', onlyHead: 'The head of the centre issues the document.', issuedAlready: 'Document No {number} was issued on {date}.', open: 'Open the page that checks it',
    noticeTitle: 'Notice of non-passing', recommendations: 'Recommendations', recommendationsHint: 'Drafted from the topics and operations that failed. Each line is one recommendation.', send: 'Send the notice', sent: 'The notice was sent.', sentAlready: 'The notice was sent on {date}.', right: 'The notice holds the decision, the right to retake both stages and the recommendations.',
    deliverTitle: 'Handing over on paper', deliveredOn: 'Day of delivery', witness: 'Second person', scan: 'Scan of the signed sheet', deliver: 'Record the delivery', delivered: 'The delivery was recorded; the time to appeal has begun.', deliveredAlready: 'The result was delivered on {date}.', byAccount: 'The candidate has an account: the result was delivered by being placed there.',
    annulTitle: 'Annulment of the document', ground: 'Ground', note: 'Explanation', propose: 'Propose the annulment', proposed: 'The proposal was recorded; a second person decides.', pending: 'A proposal waits: {ground}. {note}', approve: 'Annul', reject: 'Reject', decided: 'The decision was recorded.', noDocument: 'No document was issued in this case.', back: 'Folder of the case',
  },
}
