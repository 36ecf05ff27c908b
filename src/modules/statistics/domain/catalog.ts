import type { Day } from '#kernel/day.ts'
import { LANGUAGES, type Localized } from '#kernel/localized.ts'
import type { TableId } from './tables.ts'

export interface CatalogFacts {
  publicUrl: string
  modified: Day
  title: Localized
  description: Localized
  tables: readonly { id: TableId; title: Localized; description: Localized }[]
  types: Readonly<Record<string, string>>
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const said = (text: Localized) => LANGUAGES.map((lang) => ({ '@language': lang, '@value': text[lang] }))
const at = (id: string) => ({ '@id': id })

/** The catalogue of the published tables by DCAT-AP as JSON-LD: a part of the catalogue of the open data, which says who publishes and under which rights. */
export function catalogOf({ publicUrl, modified, title, description, tables, types }: CatalogFacts): Record<string, unknown> {
  const base = `${publicUrl}/api/v1/statistics`
  const page = `${publicUrl}/kk/statistics`
  return {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', xsd: 'http://www.w3.org/2001/XMLSchema#' },
    '@id': `${base}/catalog`, '@type': 'dcat:Catalog', 'dct:title': said(title), 'dct:description': said(description), 'dct:publisher': at(`${publicUrl}/#publisher`), 'foaf:homepage': at(page),
    'dct:isPartOf': at(`${publicUrl}/api/v1/catalog`), 'dct:modified': { '@type': 'xsd:date', '@value': modified },
    'dcat:dataset': tables.map(({ id, title: name, description: definition }) => ({
      '@id': `${base}/catalog#${id}`, '@type': 'dcat:Dataset', 'dct:identifier': `statistics-${id}`, 'dct:title': said(name), 'dct:description': said(definition), 'dcat:theme': at(`${AUTHORITY}/data-theme/EDUC`),
      'dct:accrualPeriodicity': at(`${AUTHORITY}/frequency/CONT`), 'dct:spatial': at(`${AUTHORITY}/country/KAZ`), 'dct:modified': { '@type': 'xsd:date', '@value': modified }, 'dcat:landingPage': at(page),
      'dct:conformsTo': at(`${base}/datasets/${id}.schema.json`),
      'dcat:distribution': Object.entries(types).map(([type, mediaType]) => ({
        '@id': `${base}/datasets/${id}.${type}`, '@type': 'dcat:Distribution', 'dct:title': said(name), 'dcat:accessURL': at(page), 'dcat:downloadURL': at(`${base}/datasets/${id}.${type}`),
        'dcat:mediaType': at(`https://www.iana.org/assignments/media-types/${mediaType}`),
      })),
    })),
  }
}
