import type { ReferralsText } from './kk.ts'

export const en: ReferralsText = {
  askDesk: 'Do you represent an organisation? Ask for an employer’s desk',
  title: 'Referrals by employers', lead: 'An employer may refer you to recognition. Whether to take part is for you to decide: you can apply without a referral too.',
  empty: 'No referrals', emptyText: 'If an employer gave you a code, type it below.', open: 'Open a referral by its code', code: 'Code of the referral', codeHint: 'The code stands on the referral or in the letter. The IIN of your account must be that of the referral.', openIt: 'Open',
  level: 'level {level}', from: 'Employer', bin: 'BIN', paper: 'Referral', number: 'No {number}, {date}', centre: 'Recognition centre', anyCentre: 'you choose', pay: 'Payment', pays: 'the employer pays', paysLimit: 'the employer pays up to {limit}', notPays: 'at your own cost', until: 'Good until', qualification: 'Qualification',
  states: { sent: 'waits for your answer', expired: 'ran out', taken: 'application sent', declined: 'you declined', withdrawn: 'withdrawn' },
  begin: 'Apply on this referral', decline: 'Decline', declineText: 'The employer will see that you declined; nobody asks why.', declined: 'You declined the referral.',
  consents: 'What the employer sees', consentsText: 'Without your consent the employer sees only that an application was sent. You can take a consent back at any time; each reading is written into the journal.',
  road: 'The road of the case', roadText: 'Steps and days: application, contract, day of the exam, that it was decided. Marks, answers, reasons of a refusal and papers are not seen.',
  documents: 'My documents of recognition', documentsText: 'Your documents from any centre and their terms. The employer is reminded before they expire.',
  allow: 'Allow', takeBack: 'Take the consent back', allowed: 'allowed', notAllowed: 'not allowed', gave: 'You gave your consent.', tookBack: 'You took your consent back.', toCases: 'My cases',
  seeing: {
    title: 'Employers that see my documents', link: 'Which of my documents an employer sees', lead: 'If you hold a document already, you can show it to your employer without a referral: it counts your document when it declares its activity. You can take the consent back at any time; each reading is written into the journal.',
    none: 'No employer sees your documents', noneText: 'Nobody sees them until you allow it.', bin: 'BIN {bin}', since: 'Allowed since: {date}', byReferral: 'The consent was given beside a referral.', toReferral: 'Take it back there',
    what: 'What is seen', noDocuments: 'There is no document of yours here.', notVerified: 'Your IIN is not verified yet: documents from before Tanu and those of mandatory recognition are not shown. The recognition centre to which you applied verifies the IIN when it has seen your identity document.',
    allowTitle: 'Let an employer see your documents', binLabel: 'BIN of the employer', binHint: 'Twelve digits; ask your employer.',
  },
  waiting: 'An employer refers you', waitingText: '{employer}: {profession}', look: 'Look',
  summary: { initiative: 'Initiative', employer: 'referral by the employer: {name}', pays: 'the employer pays', leave: 'Go on without the referral', left: 'The application goes on without the referral. The referral stays open.' },
}
