import type { DocumentsText } from './kk.ts'

export const en: DocumentsText = {
  employers: {
    expiring: {
      subject: 'Documents of workers are about to expire: {count}',
      body: 'Documents of recognition of workers who let you see them are about to expire:\n\n{lines}\n\nThe whole list: {link}',
      line: '– {name}: {profession}, No {number}, until {until}',
    },
  },
  denials: {
    'documents.nothing-to-check': 'There is nothing to check.',
    'documents.too-many-to-check': 'No more than {most} documents are checked at once.',
    'document.not-issuable': 'The document cannot be issued.', 'document.not-passed': 'There is no decision of passing, so no document is issued.', 'document.already-issued': 'A document was issued in this case already.',
    'document.certificate-none': 'The centre has no certificate for this profession and level.', 'document.certificate-not-yet': 'The certificate is not in force yet.', 'document.certificate-expired': 'The centre’s certificate has expired: no document may be issued.', 'document.certificate-withdrawn': 'The centre’s certificate is withdrawn: no document may be issued.', 'document.certificate-terminated': 'The centre’s certificate is terminated: no document may be issued.',
    'fail-notice.recommendations-missing': 'Recommendations are a required part of the notice: write what to study again.',
    'delivery.not-recordable': 'The delivery was not recorded.', 'delivery.already': 'The result was delivered already.', 'delivery.day-wrong': 'Give the day of delivery.', 'delivery.in-future': 'The day of delivery cannot lie in the future.', 'delivery.before-issue': 'The day of delivery lies before the day of issue.', 'delivery.scan-missing': 'Attach the scan of the signed sheet.', 'delivery.witness-is-clerk': 'The second person cannot be yourself.', 'delivery.witness-unknown': 'Choose a member of the centre’s staff as second person.',
    'annulment.not-possible': 'The annulment cannot be proposed.', 'annulment.already-annulled': 'The document is annulled already.', 'annulment.already-proposed': 'An annulment is proposed already and waits for a second person.', 'annulment.ground-unknown': 'Choose a ground from the list.', 'annulment.note-missing': 'Explain the ground in words.', 'annulment.own-proposal': 'Nobody approves his own proposal: that is for a second person.',
    'annulment.none-proposed': 'No proposal of annulment waits for a decision. Reload the page.',
  },
  timeline: { 'refusal-delivered': 'The refusal was handed over on paper ({deliveredOn})', 'expiry-reminded': 'Reminded of the expiry of the document', 'document-issued': 'Document of recognition issued', 'fail-notice-sent': 'Notice of non-passing sent', 'result-delivered': 'Result delivered ({deliveredOn}), appeal until {dueOn}', 'annulment-proposed': 'Annulment of the document proposed', 'annulment-rejected': 'Proposal of annulment rejected', 'document-annulled': 'Document annulled' },
  letters: {
    'expiry-ahead': { subject: 'Your document of recognition will expire', body: 'The last day of your document of recognition No {document} is {until}.\n\nTo hold the qualification after that day the whole procedure of recognition is gone through anew. You may apply ahead of time:\n{apply}' },
    'document-issued': { subject: 'Your document of recognition is ready', body: 'In case {number} you were issued the document of recognition No {document}.\n\nDownload it from your account. If you disagree with the result, you may appeal until {due}.\n\n{link}' },
    'fail-notice-sent': { subject: 'Case {number}: result and recommendations', body: 'In case {number} the notice of non-passing was sent: the decision, the possibility of a retake and recommendations.\n\nRead it in your account. You may appeal until {due}.\n\n{link}' },
    'document-annulled': { subject: 'A document was annulled', body: 'The document of recognition No {document} was annulled (case {number}).\n\nGround: {ground}.\n\nIf you disagree, complain to the centre or go to court.' },
  },
  paper: {
    decision: '{date}, No {number}', head: 'head of the centre', operator: 'operator of the centre', theory: 'Theory: {correct} of {total} correct', practice: 'Practice: {done} of {total} operations done', notHeld: 'The exam was not held', howToRetake: 'Ask in your account under “Retake”, or at the centre.',
    grounds: { THEORY_NOT_PASSED: 'In the theory stage the number of correct answers did not exceed the pass mark', PRACTICE_NOT_PER_MAP: 'The practical task was not performed by the technological map', VIOLATION: 'Repeated violation', NO_SHOW: 'No-show' },
  },
  draft: { topic: 'Study the topic “{name}” again.', step: 'Practise operation {no}: {name}.', general: 'Study all topics of the programme and the technological map again.' },
  annulmentGrounds: { appeal: 'Appeal upheld', 'forged-papers': 'Forged papers', 'issued-in-error': 'Issued in error', 'court-decision': 'Decision of a court', 'appeal-of-third-party': 'Appeal of a third party', 'accreditation-void': 'Accreditation void' },
  verify: {
    mandatory: 'Mandatory recognition',
    notOurs: 'This document was given not by a recognition centre but by a sector state body under its own law. The body registered it here on {date}.',
    body: 'Given by',
    act: 'Act',
    form: 'Form of recognition',
    notKnown: 'not known',
    several: 'Documents with this number: {count}',
    severalText: 'Sector bodies number their documents themselves, so numbers may coincide. Look at the body or centre that gave the document you hold.',
    unknownMandatory: 'A document of mandatory recognition is found here only where its body has registered it. If it is not, ask the body that gave it.',
    demonstration: 'Body, act and document are data of a demonstration.',
    hintMandatory: 'Type the number of a sector body’s document as it is written there.',
    title: 'Check a document', lead: 'Type the number of the document of recognition or read its QR code with a camera.', number: 'Document number', hint: '13 characters, such as ABCD-EFGH-JKMN-P. Case and dashes do not matter.', check: 'Check', again: 'Check another document',
    valid: 'The document is valid', expired: 'The document has expired', annulled: 'The document is annulled', unknown: 'There is no such document', validText: 'As of {date}', expiredText: 'It was valid until {date}', annulledText: 'Annulled on {date}. It cannot be used for hiring.', unknownText: 'Compare the number with the document. If it is right, the document may be forged: contact the centre.',
    holder: 'Holder', profession: 'Profession', level: 'Level', centre: 'Recognition centre', issued: 'Issued', until: 'Valid', unlimited: 'without limit', untilDate: 'until {date}', least: 'Personal data are protected: compare the full name with the document itself.', numberLine: 'No {number}',
  },
  page: {
    documentTitle: 'Issue of the document', listTitle: 'Documents issued', listEmpty: 'No documents yet', listEmptyText: 'Documents issued will be here.', columns: { number: 'Number', holder: 'Holder', profession: 'Profession, level', issued: 'Issued', until: 'Valid', status: 'Status' }, statuses: { valid: 'valid', expired: 'expired', annulled: 'annulled' }, csv: 'Download CSV', xlsx: 'Download XLSX',
    facts: 'What the document will say', decision: 'Decision', certificate: 'Certificate', validity: 'Validity (by the register)', issue: 'Issue the document', issued: 'Document issued: No {number}.', onlyHead: 'The head of the centre issues the document.', issuedAlready: 'Document No {number} was issued on {date}.', open: 'Open the page that checks it',
    noticeTitle: 'Notice of non-passing', recommendations: 'Recommendations', recommendationsHint: 'Drafted from the topics and operations that failed. Each line is one recommendation.', send: 'Send the notice', sent: 'The notice was sent.', sentAlready: 'The notice was sent on {date}.', right: 'The notice holds the decision, the right to retake both stages and the recommendations.',
    refusalDelivered: 'The refusal was delivered on {date}.', refusalLead: 'The applicant has no account: he receives the refusal on paper and confirms it by signature. No term begins on that day; a refusal is open to complaint.', refusalRecorded: 'The delivery of the refusal was recorded.', nothingToDeliver: 'There is nothing to hand over: the case is at another step.',
    deliverTitle: 'Handing over on paper', deliveredOn: 'Day of delivery', witness: 'Second person', scan: 'Scan of the signed sheet', deliver: 'Record the delivery', delivered: 'The delivery was recorded; the time to appeal has begun.', deliveredAlready: 'The result was delivered on {date}.', byAccount: 'The candidate has an account: the result was delivered by being placed there.',
    annulments: { title: 'Proposals of annulment', lead: 'A centre has proposed to annul a document of recognition. A second person decides: nobody approves his own proposal.', empty: 'No proposal waits for a decision', emptyText: 'When a centre proposes an annulment, it appears here.', columns: { document: 'Document', holder: 'Holder', centre: 'Centre', ground: 'Ground', proposed: 'Proposed', decide: 'Decision' }, own: 'Somebody else decides on your own proposal.' }, annulTitle: 'Annulment of the document', ground: 'Ground', note: 'Explanation', propose: 'Propose the annulment', proposed: 'The proposal was recorded; a second person decides.', pending: 'A proposal waits: {ground}. {note}', approve: 'Annul', reject: 'Reject', decided: 'The decision was recorded.', noDocument: 'No document was issued in this case.', back: 'Folder of the case',
  },
}
