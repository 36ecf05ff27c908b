import { certificatePage } from './certificate-page.tsx'
import { competencePage } from './competence-page.tsx'
import { competencesPage } from './competences-page.tsx'
import { contactsPage } from './contacts-page.tsx'
import { equipmentPage } from './equipment-page.tsx'
import { hoursPage } from './hours-page.tsx'
import { piecePage } from './piece-page.tsx'
import { professionPage } from './profession-page.tsx'
import { termsPage } from './terms-page.tsx'

/** Pages on which a centre sees and keeps what it is. */
export const ownDeskPages = [
  certificatePage,
  professionPage,
  contactsPage,
  hoursPage,
  competencesPage,
  competencePage,
  termsPage,
  equipmentPage,
  piecePage,
]
