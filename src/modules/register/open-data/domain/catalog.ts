import type { Day } from '#kernel/day.ts'
import { LANGUAGES, type Localized } from '#kernel/localized.ts'
import { DATASET_IDS, FILE_TYPES, type DatasetId, type FileType } from './datasets.ts'

export interface CatalogFacts {
  publicUrl: string
  title: Localized
  description: Localized
  publisher: Localized
  provenance: Localized
  rights: Localized
  /** A licence by its short name; undefined while none is set. */
  licence: 'CC0-1.0' | 'CC-BY-4.0' | undefined
  datasets: Readonly<Record<DatasetId, { title: Localized; description: Localized; keywords: Localized }>>
  modified: Partial<Record<DatasetId, Day>>
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const LICENCES = { 'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/', 'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/' } as const
const THEMES: Readonly<Record<DatasetId, string>> = {
  professions: 'EDUC', 'profession-versions': 'EDUC', centres: 'EDUC', 'centre-scope': 'EDUC', prices: 'ECON', calendar: 'GOVE', regions: 'REGI', norms: 'JUST', standards: 'EDUC',
  certificates: 'EDUC', 'certificate-events': 'EDUC', 'centre-figures': 'EDUC', 'register-changes': 'EDUC', 'accreditation-clocks': 'GOVE', terms: 'JUST', classifications: 'EDUC', frameworks: 'EDUC', 'mandatory-procedures': 'JUST',
}

const said = (text: Localized) => LANGUAGES.map((lang) => ({ '@language': lang, '@value': text[lang] }))
const at = (id: string) => ({ '@id': id })
const day = (on: Day) => ({ '@type': 'xsd:date', '@value': on })

/** The catalogue of the open data by DCAT-AP as JSON-LD: what there is, in which files, who publishes it, from when, under which rights. */
export function catalogOf(facts: CatalogFacts): Record<string, unknown> {
  const { publicUrl } = facts
  const publisher = { '@id': `${publicUrl}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': said(facts.publisher) }
  const newest = Object.values(facts.modified).sort().at(-1)
  const rights = facts.licence ? { 'dct:license': at(LICENCES[facts.licence]) } : { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': said(facts.rights) } }
  const distribution = (id: DatasetId, type: FileType) => ({
    '@id': fileUrl(publicUrl, id, type), '@type': 'dcat:Distribution', 'dct:title': said(facts.datasets[id].title), 'dcat:accessURL': at(`${publicUrl}/kk/open-data`), 'dcat:downloadURL': at(fileUrl(publicUrl, id, type)),
    'dcat:mediaType': at(`https://www.iana.org/assignments/media-types/${FILE_TYPES[type]}`), 'dct:format': at(`${AUTHORITY}/file-type/${type.toUpperCase()}`), ...rights,
  })
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${publicUrl}/api/v1/catalog`, '@type': 'dcat:Catalog', 'dct:title': said(facts.title), 'dct:description': said(facts.description), 'dct:publisher': publisher,
    'dct:language': ['KAZ', 'RUS', 'ENG'].map((code) => at(`${AUTHORITY}/language/${code}`)), 'foaf:homepage': at(`${publicUrl}/kk/open-data`), 'dct:spatial': at(`${AUTHORITY}/country/KAZ`),
    // The tables of statistics lie above the register and describe themselves.
    'dcat:catalog': at(`${publicUrl}/api/v1/statistics/catalog`),
    ...(newest ? { 'dct:modified': day(newest) } : {}), ...rights,
    'dcat:dataset': DATASET_IDS.map((id) => ({
      '@id': `${publicUrl}/api/v1/catalog#${id}`, '@type': 'dcat:Dataset', 'dct:identifier': id, 'dct:title': said(facts.datasets[id].title), 'dct:description': said(facts.datasets[id].description),
      'dcat:keyword': LANGUAGES.flatMap((lang) => facts.datasets[id].keywords[lang].split(' ').map((word) => ({ '@language': lang, '@value': word }))),
      'dcat:theme': at(`${AUTHORITY}/data-theme/${THEMES[id]}`), 'dct:publisher': at(publisher['@id']), 'dct:spatial': at(`${AUTHORITY}/country/KAZ`), 'dct:accrualPeriodicity': at(`${AUTHORITY}/frequency/IRREG`),
      ...(facts.modified[id] ? { 'dct:modified': day(facts.modified[id]) } : {}), 'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'rdfs:label': said(facts.provenance) },
      'dcat:landingPage': at(`${publicUrl}/kk/open-data#${id}`), 'dcat:distribution': (Object.keys(FILE_TYPES) as FileType[]).map((type) => distribution(id, type)),
    })),
  }
}

/** Where a dataset is taken from. */
export function fileUrl(publicUrl: string, id: DatasetId, type: FileType): string {
  return `${publicUrl}/api/v1/datasets/${id}.${type}`
}
