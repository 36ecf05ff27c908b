import type { WebText } from './kk.ts'

export const en: WebText = {
  nav: {
    professions: 'Professions', centres: 'Recognition centres', verify: 'Check a document', about: 'About recognition', help: 'Help', norms: 'Terms and norms',
    calendar: 'Working calendar', openData: 'API and open data', demo: 'Demonstration people',
    myCases: 'My cases', letters: 'Letters', security: 'Sign-in and security', contacts: 'Contact details', newApplication: 'New application',
    inbox: 'Inbox', paper: 'Paper application', sittings: 'Exam schedule', decisions: 'Decisions', documents: 'Documents', appeals: 'Appeals', complaints: 'Complaints',
    prices: 'Price list', programmes: 'Programmes', people: 'Staff', accessibility: 'Accessibility', rooms: 'Rooms',
    marking: 'Marking', panels: 'Panels',
    import: 'Import of data', register: 'Register of professions', waitingCases: 'Cases waiting for a decision',
    journal: 'Audit log', views: 'Views of personal data',
    accounts: 'Accounts', roles: 'Roles', apiKeys: 'API keys',
  },
  desks: {
    public: '', candidate: 'Candidate', centre: 'Centre operator', examiner: 'Assessor', accreditor: 'Accrediting body', ministry: 'Ministry', auditor: 'Auditor', admin: 'Administrator', 'exam-room': 'Exam room',
  },
  office: {
    ministry: 'Ministry of Labour and Social Protection of the Population', auditor: 'Audit', admin: 'Administration of the platform', accreditor: 'National Chamber of Entrepreneurs “Atameken”', centre: 'Recognition centre',
  },
  certificateUntil: 'certificate until {date}',
  notFound: { title: 'Page not found', text: 'There is no such page, or it is not open to you. Check the address or start from the first page.', home: 'To the first page' },
  fault: { title: 'Something broke on our side', text: 'This is our fault. What you typed may not have been saved: go back and send it again. If it happens again, tell us this number: {reference}.' },
  refused: { title: 'This was not done' },
  tooMany: { title: 'Too many attempts', text: 'Wait a little and try again.' },
  staleForm: { title: 'This page is out of date', text: 'The page was open too long, or you signed out in another window. Go back, reload it and send again.' },
  denials: {
    'not-found': 'Nothing was found.',
    'request-key.other-request': 'This form was already sent with other content. Open the page again and repeat the change.',
    'request-key.still-running': 'This very action is running now. Reload the page in a few seconds.',
    'case.changed-meanwhile': 'Somebody else changed the case since you opened the page. Look at its new state and send again: your text is kept.',
    'case.not-at-this-step': 'The case is at another step now, so this cannot be done. Reload the page of the case.',
    'calendar.year-missing': 'The working calendar of that year is not loaded yet, so the date is not known.',
    'sign-in.required': 'Sign in first.',
    'csrf.wrong': 'The page is out of date. Reload it and send again.',
    'rate.too-many': 'Too many attempts. Wait a little.',
    'input.wrong': 'The request is not right.',
    'body.too-large': 'The file or text is too large: up to 10 MB a file.',
  },
}
