import type { PrivacyText } from './kk.ts'

const term = { session: 'at most 12 hours, without a request 30 minutes', short: 'a few minutes', day: '1 day', year: '1 year' }

export const en: PrivacyText = {
  title: 'Personal data and cookies', lead: 'The platform keeps only what its work needs. There is no advertising, no counter of others, and no “fingerprint” of the browser.',
  cookies: 'Cookies kept in the browser', cookiesText: 'All cookies are of this site only, and no script of a page can read them (HttpOnly).', name: 'Cookie', purpose: 'What for', term: 'How long',
  afterLast: '{days} after the last request',
  list: {
    session: { name: 'Sign-in session', purpose: 'Remembers that you have signed in.', term: term.session },
    pending: { name: 'Sign-in code', purpose: 'Between the password and the one-time code.', term: term.short },
    visit: { name: 'Visit', purpose: 'Protects the forms of whoever has not signed in from being sent by another site.', term: term.day },
    flash: { name: 'Message', purpose: 'Shows a message such as “Saved” on the next page.', term: term.short },
    print: { name: 'Type, colours, language', purpose: 'Shows pages as you chose.', term: term.year },
    centre: { name: 'Centre or body', purpose: 'Remembers where somebody who works at several places is now.', term: term.year },
    seat: { name: 'Exam seat', purpose: 'So that an exam opens at your seat only.', term: 'at most a day' },
    device: { name: 'Number of the device', purpose: 'To notice that many people are acted for from one device. Explained below.', term: '' },
  },
  noted: 'The number of the device may be noted with it.',
  device: 'What the number of the device is for',
  deviceOff: 'No time of keeping is set, so no number of a device is given or kept.',
  deviceWhat: 'When you open an account, ask for a voucher or apply, the browser gets a random number. Who only reads gets none. Of the device itself (model, fonts, screen, place) nothing is collected; delete the cookie and the number is gone.',
  deviceWhy: 'Where at least {people} act from one device, an officer of the accrediting body sees a signal and finds out why: mostly it is the computer of a family or a library. Nothing follows from a signal by itself, and your application is considered in any case.',
  deviceNoSignal: 'No limit is set, so no signal is counted from it now.',
  deviceHow: 'The platform keeps a hash made with its secret key, never the number itself. It is kept for {days}; then the note is deleted by itself, and the auditor sees that it was.',
  deviceCommon: 'Common computers of recognition centres and career centres are marked, and what is done on them is noted of no device.',
  file: 'Files of a case', fileText: 'Files, letters and contacts of a finished case are kept for {years}. The register of issued documents is kept for ever.', fileNoTerm: 'No time of keeping is set for the files of a case: they are not deleted.', norms: 'All norms of keeping',
}
