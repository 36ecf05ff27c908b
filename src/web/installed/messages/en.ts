import type { InstalledText } from './kk.ts'

export const en: InstalledText = {
  name: 'Tanu: recognition of qualifications', short: 'Tanu', what: 'Application, room of the exam on line and document in one place.', exams: 'My cases and exams',
  install: 'Install as an app', how: 'The exam room can be installed on the computer as an app: in Chrome or Edge with the install sign at the right of the address bar, in Safari with “Share”, then “Add to Dock”. Nothing else is installed. The exam can be taken without it too.',
}
