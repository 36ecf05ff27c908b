import type { DecisionPagesText } from './kk.ts'

export const en: DecisionPagesText = {
  agreements: {
    line: '{name} ({code}), level {level}', openCase: 'Open the case: papers, opinions, history',
    title: 'Agreement to accreditation', lead: 'Accreditation is held in agreement with the authorised body. Agree to each profession, or object with grounds.',
    empty: 'No case waits for agreement', emptyText: 'Cases whose survey is finished appear here.', onlyMinistry: 'The answer is given by the ministry.', answered: 'This case has been answered.',
    term: 'Term of the answer', silence: 'Without an answer', notSet: 'not set', silenceMeans: { agrees: 'taken as agreed', objects: 'taken as not agreed' }, nothing: 'nothing happens by itself: the case waits',
    agrees: 'I agree', objects: 'I object', grounds: 'Grounds of the objection', groundsHint: 'Only when you object', send: 'Give the answer', sent: 'Answered; the case went to the commission.',
  },
  decisions: {
    title: 'Decisions and certificates', lead: 'Accreditation cases that wait for the commission, the certificate or the contract.', empty: 'No case waits', emptyText: 'Cases that the authorised body has answered appear here.',
    number: 'Case', applicant: 'Applicant', kind: 'Kind', professions: 'Professions', step: 'Step', since: 'Since',
    kinds: { initial: 'accreditation', extension: 'extension of scope', renewal: 'renewal', reissue: 're-issue' },
    steps: {
      draft: 'draft', submitted: 'submitted', correcting: 'being corrected', expertise: 'expert review', survey: 'survey', 'awaiting-agreement': 'awaiting agreement', deciding: 'with the commission', accredited: 'accredited', 'certificate-issued': 'certificate issued',
      'contract-sent': 'contract sent', completed: 'completed', returned: 'returned', refused: 'refused', withdrawn: 'withdrawn',
    },
  },
  lines: { title: 'Professions applied for', profession: 'Profession', level: 'Level', agreement: 'Authorised body', outcome: 'Decision', struck: 'left the register', agrees: 'agrees', objects: 'objects', bySilence: 'no answer', granted: 'accredited', refused: 'refused', none: '–' },
  commission: {
    title: 'Commission', rule: 'At least {size} members, quorum {quorum}. Nobody decides who acted in the case before or works for the applicant.', members: 'Members', chair: 'Chair', choose: 'Choose', notFree: 'took part in the case or belongs to the applicant', call: 'Call the commission', callAgain: 'Change the members',
    called: 'The commission is called.', chairTag: 'chair', voted: 'has voted', waiting: 'vote awaited', noCommission: 'The commission is not called yet.', protocol: 'Protocol (PDF)',
    voteTitle: 'Your vote', granted: 'For', refused: 'Against', note: 'Why against', noteHint: 'Only when you vote against', vote: 'Vote', votedFlash: 'Your vote is in.', votes: 'Votes',
    decideTitle: 'Declare the decision', decideClear: 'The decision follows from the votes: nobody voted against.', decideLead: 'The decision follows from the votes. Write the reasons for every profession that is refused: the applicant receives them.', reasons: 'Reasons of the refusal: {line}', decide: 'Declare the decision', decided: 'The decision is declared.',
  },
  certificate: {
    title: 'Certificate', issueTitle: 'Issue of the certificate', issueLead: 'The organisation becomes a recognition centre, but nobody sees it until its registration is complete.', nobodyYet: 'The applicant has no representative on the platform: the head is entered later, when the centre registers.', representative: 'The representative who becomes head of the centre', addressKk: 'Address in Kazakh', addressRu: 'Address in Russian', phone: 'Phone', email: 'E-mail', hoursKk: 'Working hours in Kazakh', hoursRu: 'Working hours in Russian',
    issueWider: 'The certificate is issued anew with the old and the new professions; the last day stays. The old certificate is replaced today.', issueRenewed: 'The new certificate begins on the day after the last day of the old one; if that day has passed, today.', closeTitle: 'No certificate is issued', closeLead: 'The certificate to extend is no longer in force, or the granted professions have left the register: no certificate can be issued.', close: 'Close the case', closed: 'The case is closed without a certificate.',
    issue: 'Issue the certificate', issued: 'Certificate No {number} is issued.', number: 'Number', valid: 'Validity', until: '{from} – {until}', pdf: 'Certificate (PDF)', page: 'Public page', contractTitle: 'Post-accreditation contract', send: 'Send the contract', sent: 'The contract is sent to the centre.', contractPdf: 'Contract (PDF)', contractSentAt: 'Sent', contractAcceptedAt: 'Accepted',
  },
  contract: {
    title: 'Decision and contract', refusedText: 'The commission refused accreditation. Once the faults are mended you may apply anew; you may complain about the refusal or go to court.', waiting: 'The decision is not declared yet.', acceptTitle: 'Accept the contract', agree: 'I have read the contract and accept its terms for the centre', accept: 'Accept', accepted: 'The contract is concluded.', read: 'Read the contract (PDF)',
    registrationTitle: 'Registration on the platform', registrationLead: 'When all four are there you open the centre to the public.', items: { staff: 'Roles of the staff: operator, assessor, panel member', prices: 'First price list', programme: 'First approved qualification programme', accessibility: 'Accessibility passport' },
    done: 'done', toDo: 'to do', open: 'Fill in', publish: 'Open the centre to the public', published: 'The centre is open to the public.', isPublic: 'The centre has been open to the public since {date}.',
  },
  page: {
    title: 'Accreditation certificate', states: { valid: 'The certificate is valid', 'not-yet': 'The certificate is not in force yet', expired: 'The certificate has expired', withdrawn: 'The certificate is withdrawn', terminated: 'The certificate is terminated', replaced: 'The certificate was replaced by a new one' },
    stateTexts: { valid: 'On {date} the centre may recognise the professions below.', 'not-yet': 'The centre does not recognise by this certificate yet.', expired: 'The centre takes no new applications by this certificate. Documents issued before remain valid.', withdrawn: 'The centre takes no new applications by this certificate. Documents issued before remain valid.', terminated: 'The centre takes no new applications by this certificate. Documents issued before remain valid.', replaced: 'A new certificate was issued in its place: that one shows what the centre may recognise today. Documents issued before stay valid.' },
    number: 'Number', centre: 'Centre', from: 'First day', until: 'Last day', previous: 'Previous certificate', next: 'Next certificate', gap: 'Without a certificate', gapValue: '{from} – {until}', gapNote: 'On these days the centre has no certificate in force: no new application is taken and no document issued.', scope: 'Scope of accreditation', json: 'JSON', notPublic: 'the centre is completing its registration', demo: 'demonstration entry', bin: 'BIN',
  },
}
