import type { ProfessionsText } from './kk.ts'

export const en: ProfessionsText = {
  denials: {
    'sector-body.organisation-wrong': 'Choose an organisation entered as a sector body.',
    'sector-body.unknown': 'Choose a body of the Register.',
    'sector-body.linked-already': 'This body or organisation is linked already.',
    'profession.contradicts-itself': 'The register entry contradicts itself.',
    'profession.name-missing': 'The profession needs a name in Kazakh or in Russian.',
    'profession.levels-missing': 'Voluntary recognition needs at least one qualification level.',
    'profession.basis-missing': 'Voluntary recognition needs its basis: a professional standard or qualification requirements.',
    'profession.basis-of-mandatory': 'Mandatory recognition has no basis here: special laws govern it.',
    'profession.form-of-voluntary': 'Voluntary recognition has no form of mandatory check.',
    'profession.level-wrong': 'A qualification level is a whole number from 1 to 8.',
    'profession.validity-wrong': 'Validity is a whole number of months, or empty.',
    'profession.age-wrong': 'The minimum age lies between 14 and 99.',
    'profession.version-to-come': 'The entry {code} has a version that begins on {from}: a new one cannot begin earlier.',
    'profession.not-in-register': 'The entry {code} is not in the register or has been struck off.',
    'interest.mandatory': 'No centre recognises this profession: a state body does it under a special law.',
    'interest.region-unknown': 'Choose a region from the list.',
  },
  paper: {
    level: 'level {level}, NQF',
    wholeProfession: 'the whole profession',
    standard: 'Professional standard: {title}',
    requirements: 'Qualification requirements: {title}',
    basisUnknown: 'not given in the register',
  },
}
