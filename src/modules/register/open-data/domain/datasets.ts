/** The tables that anybody may take away, in the order in which they are shown. */
export const DATASET_IDS = ['professions', 'profession-versions', 'centres', 'centre-scope', 'prices', 'calendar', 'regions', 'norms', 'standards', 'certificates', 'certificate-events', 'centre-figures', 'register-changes', 'accreditation-clocks', 'terms', 'classifications', 'frameworks', 'mandatory-procedures'] as const
export type DatasetId = (typeof DATASET_IDS)[number]

/** What files they come in, by the ending of the name. */
export const FILE_TYPES = { csv: 'text/csv', json: 'application/json' } as const
export type FileType = keyof typeof FILE_TYPES

/** The dataset and the type that a file name asks for, `prices.csv`. */
export function readFileName(name: string): { id: DatasetId; type: FileType } | undefined {
  const [, id, type] = /^([a-z-]{1,40})\.(csv|json)$/.exec(name) ?? []
  return DATASET_IDS.some((each) => each === id) ? { id: id as DatasetId, type: type as FileType } : undefined
}

const PROFESSION = [
  'code', 'version', 'valid_from', 'valid_until', 'name_kk', 'name_ru', 'name_en', 'track', 'basis', 'basis_title_kk', 'basis_title_ru', 'field', 'levels', 'education_required', 'experience_required',
  'validity_months', 'age_min', 'body', 'body_name_kk', 'body_name_ru', 'act_kk', 'act_ru', 'form', 'provenance', 'attributes_provenance',
] as const

/** The columns of each table. They are a promise: new ones are added at the end, none is renamed. */
export const COLUMNS: Readonly<Record<DatasetId, readonly string[]>> = {
  professions: PROFESSION,
  'profession-versions': PROFESSION,
  centres: [
    'id', 'number', 'bin', 'name_kk', 'name_ru', 'name_en', 'region', 'address_kk', 'address_ru', 'phone', 'email', 'hours_kk', 'hours_ru', 'public_from', 'certificate', 'certificate_valid_from',
    'certificate_valid_until', 'certificate_state', 'accessibility', 'demonstration',
  ],
  'centre-scope': ['centre', 'profession', 'level', 'certificate', 'certificate_valid_until', 'demonstration'],
  prices: ['centre', 'profession', 'level', 'in_force_from', 'in_force_until', 'price', 'retake_theory', 'retake_practice', 'retake_both', 'published_at', 'demonstration'],
  calendar: ['date', 'day', 'kind', 'name_kk', 'name_ru', 'name_en', 'status', 'calendar_version'],
  regions: ['kato', 'iso', 'kind', 'name_kk', 'name_ru', 'name_en', 'tile_row', 'tile_column'],
  norms: ['key', 'value', 'unit', 'mark', 'source_kk', 'source_ru', 'source_en', 'act', 'article', 'edition', 'valid_from'],
  standards: ['code', 'kind', 'version', 'state', 'title_kk', 'title_ru', 'title_en', 'body', 'act_kk', 'act_ru', 'edition', 'page', 'valid_from', 'valid_until', 'text_held', 'provenance'],
  certificates: ['number', 'centre', 'valid_from', 'valid_until', 'state', 'demonstration'],
  'certificate-events': ['certificate', 'centre', 'kind', 'on', 'professions', 'ground', 'clause', 'demonstration'],
  'centre-figures': [
    'centre', 'from', 'until', 'suppress_under', 'terms_kept', 'terms_kept_of', 'terms_kept_percent', 'terms_kept_suppressed', 'passed', 'passed_of', 'passed_percent', 'passed_suppressed', 'complaints_answered',
    'complaints_upheld', 'complaints_upheld_in_part', 'demonstration',
  ],
  'register-changes': ['edition', 'published_on', 'profession', 'kind', 'in_force_from', 'name_kk', 'name_ru', 'name_en', 'version_before', 'version_after', 'changed'],
  'accreditation-clocks': ['number', 'region', 'stage', 'step', 'received_on', 'stage_since', 'due_on'],
  terms: ['term', 'group', 'who', 'length', 'unit', 'dates', 'counted_from', 'mark', 'source_kk', 'source_ru', 'source_en', 'event_on', 'ends_on', 'edition'],
  classifications: ['profession', 'scheme', 'code', 'title_kk', 'title_ru', 'title_en', 'source'],
  frameworks: ['code', 'body', 'title_kk', 'title_ru', 'act_kk', 'act_ru', 'source'],
  'mandatory-procedures': ['profession', 'body', 'edition', 'valid_from', 'form', 'act_kk', 'act_ru', 'place_kk', 'place_ru', 'link', 'terms_kk', 'terms_ru', 'contact'],
}
