import type { InfoText } from './kk.ts'

export const en: InfoText = {
  calendar: {
    title: 'Working calendar', lead: 'All deadlines are counted by this calendar. Monday to Friday are worked, save the days below.',
    year: 'Year', show: 'Show', years: 'Years loaded', workingDays: 'Working days in {year}: {count}.', date: 'Date', weekday: 'Weekday', name: 'Name', kind: 'Kind of day',
    off: 'day off', work: 'working day', estimated: 'estimated: not yet fixed by an act', version: 'Version of the calendar: {version}.', offOnWeekend: 'falls on a weekend',
    source: 'Source: {source}.', terms: 'Calendar of all terms',
    calculator: 'Count working days', from: 'From which day', fromHint: 'For example: 2026-03-06. This day is day 0 and is not counted.', add: 'How many working days must pass', count: 'Count',
    answer: 'Working day number {add} after {from}: {result}.', wrongFrom: 'Write the day as year-month-day, for example 2026-03-06.', wrongAdd: 'Write a whole number from 1 to 3660.',
    yearMissing: 'The calendar of this year is not loaded yet, so the day is not known.', table: 'Special days of {year}', error: 'Not counted',
  },
  about: {
    title: 'About recognition',
    lead: 'Recognition is assessing and deciding whether what a person knows and can do conforms to the professional standard, or, where there is none, to the qualification requirements.',
    good: 'What the document is good for',
    good1: 'When you are hired. Labour Code, Article 32(1)(3): the document of recognition is among the papers for an employment contract “if there is one”. Its absence is no ground for refusing to hire.',
    good2: 'At the declaration of the employer’s activity. Article 27 of the Law: the presence of such documents with workers is taken into account.',
    good3: 'Anybody may check the document for free by its number or QR code; the page of the check shows no more personal data than needed.',
    law: 'On which law the platform stands',
    law1: 'Chapter 3 of the Law of the Republic of Kazakhstan of 4 July 2023 No 14-VIII “On professional qualifications”.',
    law2: 'Accredited centres hold voluntary recognition. State bodies hold mandatory recognition under special laws; centres take no part in it.',
    law3: 'The deadlines of application, exam and appeal come from the slides of the National body, March 2026. The slides are not law and are not shown as law.',
    marks: 'Marks of evidence', marksLead: 'Beside every norm stands how well it is evidenced. Only norms marked “Law” and “Slides” are shown as binding.',
    mark: 'Mark', meaning: 'Meaning',
    meanings: {
      L: 'The law itself was read, its article is given.', S: 'Slides of the National body, March 2026. Not law.', O: 'An order of a minister was read.', P: 'Written on a state portal.', N: 'Told in the news, to be compared with the official text.',
      A: 'This is how a similar state system does it.', I: 'This is how we read the text; it is no official clarification.', D: 'In no text at all, a value of the platform. It may be changed.', '?': 'No source was found, the value is not set.',
    },
    more: 'All deadlines and norms',
  },
  help: {
    title: 'Help',
    items: [
      ['How do I apply?', 'Find your profession, choose a centre on its page and press “Apply”. The draft is kept, you may go on at any time.'],
      ['I have no diploma. May I apply?', 'Yes, if the standard of the profession demands no education. The way you learned is no ground for a refusal.'],
      ['I need special conditions.', 'Say in the application what you need: extra time, large print, a place, an assistant. The centre answers, and what was applied stands in the protocol.'],
      ['When is the exam?', 'After the contract the centre sends a notification. At least {notice} lie between the day of sending and the day of the exam.'],
      ['What if it does not work out?', 'You receive a notice with recommendations. You may retake; a passed stage is credited.'],
      ['I disagree with the decision.', 'Lodge an appeal within {appeal} after the result is delivered. People who took no part in the first decision decide it. A complaint about anything may be lodged at any time.'],
      ['I cannot sign in.', 'Use the link “Forgotten the password?” on the page of sign-in. Tell your password to nobody: we do not need it either.'],
    ],
    access: 'Accessibility', accessText: 'All pages work with the keyboard and open without JavaScript. Large print and colours are chosen by the link “Large print and colours” at the top.',
    terms: 'Deadlines and norms', display: 'Large print and colours',
  },
  data: {
    title: 'API and open data',
    lead: 'Registers and calendar are open to programs too: no key, no registration, in JSON.',
    spec: 'Full description as OpenAPI 3.1', examples: 'Examples', path: 'Address', what: 'What it gives',
    errors: 'Errors', errorsText: 'An error is answered by problem+json of RFC 9457 with a stable “code”. Wrong input is 400, not found is 404, a year without a calendar is 422.',
    rules: 'Rules', rulesText: 'A page holds at most 100 entries. What is not known is null: nothing is guessed. There is no address that looks a person up by IIN, and there will be none.',
    provenance: 'Provenance of the data', provenanceText: 'Every profession carries “provenance”: slides are the slides of the National body, demonstration is invented, import was loaded by the ministry.',
    list: {
      working: 'First working day after 6 March', between: 'Working days between two days', regions: 'Regions by KATO code', search: 'Search for a profession, even misspelt', profession: 'Everything about one profession', centres: 'Centres of a region', document: 'State of a document',
    },
  },
  display: { title: 'Large print and colours', lead: 'Your choice is kept in this browser for a year.', saved: 'Saved.', language: 'Language', back: 'Back to the page before' },
}
