import type { Day } from '#kernel/day.ts'

/** Everything that was counted as of a day, before anything is withheld. Regions are KATO codes; an unknown direction is null. */
export interface Counts {
  asOf: Day
  bodies: readonly string[]
  professions: readonly { code: string; track: 'voluntary' | 'mandatory'; direction: string | null }[]
  /** Direction of every profession that ever was in the register. */
  directionOf: ReadonlyMap<string, string | null>
  centres: readonly { id: string; serial: string; region: string; placeKk: string; placeRu: string; scope: readonly string[] }[]
  /** Region of every centre that ever was, by its id. */
  regionOf: ReadonlyMap<string, string>
  cohorts: readonly { year: number; persons: number; valid: number }[]
  /** Persons of a year by centre, profession, month, and who paid, each apart. */
  recognised: readonly { year: number; by: 'centre' | 'profession' | 'month' | 'funding'; value: string; persons: number }[]
  vouchers: readonly VoucherRow[]
  funnels: readonly { year: number; registered: number; contract: number; notified: number; held: number; decided: number }[]
  terms: readonly { year: number; rule: string; kept: number; late: number }[]
  /** Told by centre and by profession, each apart. */
  outcomes: readonly { year: number; by: 'centre' | 'profession'; value: string; passed: number; failed: number }[]
  times: readonly { year: number; documents: number; median: number; p90: number }[]
  applications: readonly { year: number; by: 'centre' | 'profession'; value: string; applications: number }[]
  seats: readonly { year: number; centreId: string; professionCode: string; seats: number }[]
  forecast: ForecastFacts
  appeals: readonly { year: number; lodged: number; upheldPass: number; upheldAgain: number; rejected: number; withdrawn: number }[]
  /** Norms in force on the day, by their key; empty when no edition was. */
  norms: ReadonlyMap<string, { value: number; mark: string }>
  accreditationDocuments: number
  accreditationStages: number
}

export interface ForecastFacts {
  /** So many days back the pace is read, and so many days ahead applications are foretold. */
  days: number
  until: Day
  /** Applications of the days back, by centre and by profession, each apart. */
  lately: readonly { by: 'centre' | 'profession'; value: string; applications: number }[]
  /** Seats of theory sittings planned in the days ahead. */
  seats: readonly { centreId: string; professionCode: string; seats: number }[]
  /** Vouchers of the running year, only as of today: places left, requests of the days back, the last day of filing. */
  vouchers?: { until: Day; daysAhead: number; regions: readonly { region: string; left: number; lately: number; runsOutOn: string | undefined }[] } | undefined
}

export interface VoucherRow {
  year: number
  region: string
  plan: number
  moved: number
  revised: number
  planInForce: number
  issued: number
  goneThrough: number
  passed: number
  annulled: number
  /** Of those issued, how many the source gives by their number alone. */
  invented: number
  overPlan: number
}

/** What is counted of cases and people: by day and summed up, or anew from every row. */
export type CaseCounts = Pick<Counts, 'cohorts' | 'recognised' | 'funnels' | 'terms' | 'outcomes' | 'times' | 'applications'>
