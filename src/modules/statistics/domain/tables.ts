/** The tables that are published, in the order in which they are shown. */
export const TABLE_IDS = [
  'figures', 'bodies', 'register', 'centres', 'covered', 'holders', 'recognised', 'vouchers', 'funnel', 'terms', 'outcomes', 'times', 'demand', 'appeals', 'forecast',
] as const
export type TableId = (typeof TABLE_IDS)[number]

export type ColumnType = 'text' | 'integer'
export interface Column {
  name: string
  type: ColumnType
  /** True where a number counts persons or cases and may be withheld: its cell is then empty. */
  withheld?: boolean
}

const text = (name: string): Column => ({ name, type: 'text' })
const whole = (name: string): Column => ({ name, type: 'integer' })
const counted = (name: string): Column => ({ name, type: 'integer', withheld: true })

/** What the rows of a table are told by: `total` has an empty value. */
export const DIMENSIONS = ['total', 'region', 'direction', 'profession', 'funding', 'month'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The columns of each table. They are a promise: new ones are added at the end, none is renamed. */
export const TABLE_COLUMNS: Readonly<Record<TableId, readonly Column[]>> = {
  figures: [text('key'), counted('value'), text('source'), text('mark')],
  bodies: [text('body')],
  register: [text('direction'), text('track'), whole('professions')],
  centres: [text('centre'), text('region'), text('place_kk'), text('place_ru'), text('direction'), whole('professions')],
  covered: [text('profession'), text('direction'), whole('centres')],
  holders: [whole('first_year'), counted('persons'), counted('valid'), counted('not_valid')],
  recognised: [whole('year'), text('by'), text('value'), counted('persons')],
  vouchers: [whole('year'), text('region'), whole('plan'), whole('moved'), whole('plan_in_force'), whole('issued'), whole('gone_through'), whole('passed'), whole('annulled'), whole('over_plan'), text('generated'), whole('revised')],
  funnel: [whole('year'), text('milestone'), counted('cases')],
  terms: [whole('year'), text('rule'), counted('kept'), counted('late'), counted('terms')],
  outcomes: [whole('year'), text('by'), text('value'), counted('passed'), counted('failed'), counted('decided')],
  times: [whole('year'), counted('documents'), counted('median_days'), counted('p90_days')],
  demand: [whole('year'), text('by'), text('value'), counted('applications'), whole('seats')],
  forecast: [text('of'), text('by'), text('value'), text('from'), text('until'), counted('expected'), counted('low'), counted('high'), whole('capacity'), text('runs_out')],
  appeals: [whole('year'), counted('upheld_pass'), counted('upheld_again'), counted('rejected'), counted('withdrawn'), counted('open'), counted('lodged')],
}

/** Of a voucher that was made up for the demonstration no source says these: they are named in the column `generated` of every row that has such vouchers. */
export const GENERATED_OF_VOUCHERS = ['gone_through', 'passed', 'annulled'] as const
/** What a column means, where its name alone would mislead; told in the schema of the table. */
export const COLUMN_NOTES: Readonly<Record<string, string>> = {
  'vouchers.revised': 'Places that orders revising the national plan added to the region or took away: plan + moved + revised = plan_in_force. Over the nation the sum of moved is nothing.',
  'vouchers.generated': 'Columns of this row that the source does not state: their vouchers are made up for the demonstration (who, which profession, when, and what became of them). Of passed the source states the sum over the regions only. Empty: every number of the row is counted from acts or printed in the source.',
}

export type Cell = string | number | null
export type TableRow = Readonly<Record<string, Cell>>
export type Tables = Readonly<Record<TableId, readonly TableRow[]>>

export const MILESTONES = ['registered', 'contract', 'notified', 'held', 'decided'] as const
export type Milestone = (typeof MILESTONES)[number]

/** Figures of persons: withheld like any cell. The others count things or are norms. */
export const FIGURE_KEYS = [
  'sector_state_bodies', 'professions_total', 'professions_voluntary', 'professions_mandatory', 'centres', 'professions_covered_by_centres', 'directions', 'cities_with_centres', 'documents_total',
  'recognised_2025', 'recognised_by_voucher_2025', 'vouchers_plan_2025', 'vouchers_fact_2025', 'vouchers_issued_2025_headline', 'appeal_deadline', 'theory_pass_threshold', 'notice_send_deadline', 'notice_to_exam_min', 'decision_deadline',
  'result_deadline', 'accreditation_documents', 'accreditation_stages',
] as const
export type FigureKey = (typeof FIGURE_KEYS)[number]

/** The norm behind a figure that is read and not counted. */
export const NORM_OF_FIGURE: Readonly<Partial<Record<FigureKey, string>>> = {
  appeal_deadline: 'deadline.T6.length', theory_pass_threshold: 'theory.passPercent', notice_send_deadline: 'deadline.T2.length', notice_to_exam_min: 'notice.wholeDays',
  decision_deadline: 'deadline.T4.length', result_deadline: 'deadline.T5.length',
}
