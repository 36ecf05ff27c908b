import type { OpenDataText } from './kk.ts'

export const en: OpenDataText = {
  catalog: { title: 'Tanu: open data', description: 'Registers of the system for recognition of professional qualifications: professions, centres, prices, working calendar, regions, norms.' },
  publisher: 'Tanu platform', demoPublisher: 'Tanu platform, demonstration',
  rights: 'The holder of the data has not set a licence yet. There are no personal data.',
  demonstration: 'This is a demonstration: people, centres and prices are invented. Do not use it as an official register.',
  provenance: 'Each entry of a profession says where it comes from (slides: slides of the National body, March 2026; demonstration: invented; import: loaded by the ministry). Each norm carries its mark of evidence.',
  datasets: {
    professions: { title: 'Register of professions', description: 'Entries in force: name, kind of recognition, levels, what is asked, how long a document is valid.', keywords: 'profession register qualification' },
    'profession-versions': { title: 'History of the register of professions', description: 'All versions of every entry, from which day until which day they were in force.', keywords: 'profession register history version' },
    centres: { title: 'Recognition centres', description: 'Centres open to the public: address, contacts, certificate and its state today, accessibility.', keywords: 'centre accreditation accessibility' },
    'centre-scope': { title: 'Scope of accreditation of the centres', description: 'Which centre may today recognise which profession and level, by which certificate.', keywords: 'centre accreditation scope profession' },
    prices: { title: 'Prices of the centres', description: 'All price lists that were published, with the days in force, in tenge.', keywords: 'price centre' },
    calendar: { title: 'Working calendar', description: 'Days that depart from the plain week from Monday to Friday: holidays, days off, moved working days.', keywords: 'calendar holiday working-day' },
    regions: { title: 'Regions', description: 'Twenty regions: KATO and ISO codes, names in three languages, place of the tile on the map.', keywords: 'region KATO' },
    norms: { title: 'Terms and norms', description: 'Every norm of the edition in force: value, mark of evidence, source.', keywords: 'norm term' },
    standards: { title: 'Professional standards and qualification requirements', description: 'The approved documents: title, body, act, days in force, and whether the platform holds the text.', keywords: 'standard requirements qualification' },
    certificates: { title: 'Certificates of accreditation', description: 'All certificates of the public centres, those that ended too: number, days in force, state today.', keywords: 'certificate accreditation centre' },
    'certificate-events': { title: 'History of the certificates', description: 'What befell a certificate: issue, withdrawal, resumption, termination, expiry; with day, ground and professions. An empty column of professions means the whole certificate.', keywords: 'certificate history' },
    'centre-figures': { title: 'Figures of the centres', description: 'Terms kept, share of people who passed, and complaints upheld in the last months. A share of too few cases is not published.', keywords: 'centre figure term complaint' },
    'register-changes': { title: 'Changes by the editions of the register', description: 'What each edition added, moved, changed and struck.', keywords: 'register edition change' },
    'accreditation-clocks': { title: 'Accreditation under way', description: 'Running accreditation cases: number, region, stage, its first and last day. The applicant is not named.', keywords: 'accreditation stage term' },
    terms: { title: 'Calendar of terms', description: 'Every term of the norms in force: length, who keeps it, from what it counts, and when it would end counted from the day of the file.', keywords: 'term calendar' },
    classifications: { title: 'Mappings to classifications', description: 'Mappings of professions to the national classifier, ISCO-08 and ESCO, each with its source.', keywords: 'classification ISCO ESCO' },
    frameworks: { title: 'Sectoral frameworks of qualifications', description: 'Sectoral frameworks entered on the platform: body, act, source.', keywords: 'framework qualification' },
    'mandatory-procedures': { title: 'Procedures of the mandatory professions', description: 'Every edition of the procedures that sector bodies published: act, form, where to go, terms.', keywords: 'mandatory profession procedure' },
  },
}
