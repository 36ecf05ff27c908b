import type { Blocker } from '#kernel/denial.ts'

export const ENTRY_KINDS = ['mark', 'measurement', 'finding', 'photo', 'strike'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
export const MARKS = ['meets', 'fails', 'not-applicable'] as const
export type SurveyMark = (typeof MARKS)[number]
export const UNITS = ['m2', 'm', 'cm', 'lx', 'celsius', 'piece', 'seat', 'percent', 'mbit'] as const
export type Unit = (typeof UNITS)[number]
export const GRAVITIES = ['minor', 'major', 'critical'] as const
export type Gravity = (typeof GRAVITIES)[number]

export interface EntryBodies {
  mark: { item: string; mark: SurveyMark; note: string }
  /** The number as a decimal text with a point, so that nothing is rounded. */
  measurement: { item: string; what: string; value: string; unit: Unit }
  finding: { item: string; text: string; gravity: Gravity; remedy: string }
  /** Sizes in bytes: of what the camera made, and of what was sent. */
  photo: { item: string; note: string; file: string; size: number; originalSize: number }
  /** Takes back an own measurement, finding or photo; the entry itself stays in the log. */
  strike: { target: string }
}
export type EntryWord = { [K in EntryKind]: { kind: K; body: EntryBodies[K] } }[EntryKind]

/** An entry as it stands in the log. */
export type LoggedEntry = EntryWord & { no: number; accountId: string; device: string; seq: number; refused: string | null; paperId: string | null }

const TEXT_MAX = 1000

/** A number with at most four decimals, comma or point; undefined when it is none. */
export function readNumber(text: string): string | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(plain) ? plain : undefined
}

/** Why an entry does not count; nothing when it does. `own` are the entries of the writer that he may take back. */
export function entryBlockers(entry: EntryWord, keys: ReadonlySet<string>, own: ReadonlySet<string>): Blocker[] {
  const { body } = entry
  const blockers: Blocker[] = []
  if ('item' in body && !(keys.has(body.item) || (body.item === '' && entry.kind !== 'mark'))) blockers.push({ code: 'survey.item-unknown' })
  const texts = [...('note' in body ? [body.note] : []), ...('text' in body ? [body.text, body.remedy] : []), ...('what' in body ? [body.what] : [])]
  if (texts.some((text) => text.length > TEXT_MAX)) blockers.push({ code: 'survey.text-too-long', data: { most: TEXT_MAX } })
  switch (entry.kind) {
    case 'mark':
      if (!MARKS.includes(entry.body.mark)) blockers.push({ code: 'survey.mark-unknown' })
      break
    case 'measurement':
      if (entry.body.what === '') blockers.push({ code: 'survey.measured-what' })
      if (readNumber(entry.body.value) === undefined) blockers.push({ code: 'survey.measured-number' })
      if (!UNITS.includes(entry.body.unit)) blockers.push({ code: 'survey.measured-unit' })
      break
    case 'finding':
      if (entry.body.text === '') blockers.push({ code: 'survey.finding-text' })
      if (!GRAVITIES.includes(entry.body.gravity)) blockers.push({ code: 'survey.finding-gravity' })
      if (entry.body.remedy === '') blockers.push({ code: 'survey.finding-remedy' })
      break
    case 'strike':
      if (!own.has(entry.body.target)) blockers.push({ code: 'survey.strike-not-own' })
      break
    case 'photo':
      break
  }
  return blockers
}

/** How an entry is called by another: device and number. */
export function nameOf(entry: { device: string; seq: number }): string {
  return `${entry.device}:${entry.seq}`
}

export interface MarkOf {
  accountId: string
  mark: SurveyMark
  note: string
}
export interface SurveyStand {
  /** The last mark of each surveyor, by item. */
  marks: Map<string, MarkOf[]>
  measurements: (EntryBodies['measurement'] & { name: string; accountId: string })[]
  findings: (EntryBodies['finding'] & { name: string; accountId: string })[]
  photos: (EntryBodies['photo'] & { name: string; accountId: string; paperId: string })[]
}

/** What the log says now: the last mark of each surveyor counts, what was struck out does not. */
export function standOf(log: readonly LoggedEntry[]): SurveyStand {
  const stand: SurveyStand = { marks: new Map(), measurements: [], findings: [], photos: [] }
  const taken = log.filter((entry) => entry.refused === null).sort((a, b) => a.no - b.no)
  const struck = new Set(taken.flatMap((entry) => (entry.kind === 'strike' ? [entry.body.target] : [])))
  for (const entry of taken) {
    const whose = { name: nameOf(entry), accountId: entry.accountId }
    if (struck.has(whose.name)) continue
    if (entry.kind === 'mark') {
      const others = (stand.marks.get(entry.body.item) ?? []).filter((mark) => mark.accountId !== entry.accountId)
      stand.marks.set(entry.body.item, [...others, { accountId: entry.accountId, mark: entry.body.mark, note: entry.body.note }])
    } else if (entry.kind === 'measurement') stand.measurements.push({ ...entry.body, ...whose })
    else if (entry.kind === 'finding') stand.findings.push({ ...entry.body, ...whose })
    else if (entry.kind === 'photo') stand.photos.push({ ...entry.body, ...whose, paperId: entry.paperId! })
  }
  return stand
}

/** Items on which two surveyors say different things; one of them has to change his word before the act is signed. */
export function conflictsOf(stand: SurveyStand): string[] {
  return [...stand.marks].filter(([, marks]) => new Set(marks.map((each) => each.mark)).size > 1).map(([item]) => item)
}
