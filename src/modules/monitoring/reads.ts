import type { Day, Moment } from '#kernel/day.ts'
import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import { findNormNumber } from '#kernel/norms.ts'
import { addWorkingDays } from '#kernel/calendar.ts'
import { hasRole, isOversight } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import { complaintStanding, type ComplaintStanding } from '#modules/appeals/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { centreOf, chainOfMonitoring, checkOf, findingOf, inspectorsOf, orderOf } from './centre-file.ts'
import { compareMatters, nextCheckBy } from './domain/monitoring.ts'
import { policy } from './policy.ts'
import * as store from './store/monitoring-store.ts'
import type { AnswerRow, CheckRow, ExtensionRow, FindingRow, OrderRow, ReportRow } from './store/monitoring-store.ts'
import { selectPaper, selectPapersOf, type MonitoringPaper } from './store/paper-store.ts'

/** Something that waits for somebody: a check ahead, a finding without an order, an open order. */
export interface MatterRow {
  kind: 'check' | 'finding' | 'order'
  id: Uuid
  /** The page of a finding is that of its check; one that rests on a report stands in the file of the centre. */
  checkId: Uuid | null
  no: number
  centreId: Uuid
  centre: Localized
  text: string
  mover: 'centre' | 'accreditor'
  dueOn: Day | null
  lateness: Lateness | undefined
}
export interface WatchedCentre {
  id: Uuid
  name: Localized
  lastHeldOn: Day | undefined
  /** Where the norm sets a frequency; otherwise nothing is due. */
  nextBy: Day | undefined
  mayWrite: boolean
}
export interface MatterList {
  matters: MatterRow[]
  centres: WatchedCentre[]
  frequencyMonths: number | undefined
  inspectors: Omit<people.Holder, 'roles'>[]
  mayWrite: boolean
}

/** What waits at all centres, by whose move it is and when it is due. */
export async function listMatters(ctx: Ctx, filter: { mover?: string; centreId?: string } = {}): Promise<MatterList> {
  return read(ctx, 'monitoring.list', async (t) => {
    assertMay(t, policy, 'monitoring.list', undefined as never)
    const all = await centres.listAllCentres(t.sql)
    const names = new Map(all.map((centre) => [centre.id as string, centre.name]))
    const row = (part: Omit<MatterRow, 'centre' | 'lateness'>): MatterRow => ({ ...part, centre: names.get(part.centreId) ?? { kk: '', ru: '', en: '' }, lateness: part.dueOn ? lateness(part.dueOn, t.today, t.calendar) : undefined })
    const matters = [
      ...(await store.selectChecksAhead(t.sql)).map((each) => row({ kind: 'check', id: each.id, checkId: each.id, no: each.no, centreId: each.centreId, text: each.reason, mover: 'accreditor', dueOn: each.plannedOn })),
      ...(await store.selectFindingsWithoutOrder(t.sql)).map((each) => row({ kind: 'finding', id: each.id, checkId: each.checkId, no: each.no, centreId: each.centreId, text: each.description, mover: 'accreditor', dueOn: null })),
      ...(await store.selectOpenOrders(t.sql)).map((each) => row({ kind: 'order', id: each.id, checkId: null, no: each.no, centreId: each.centreId, text: each.demand, mover: each.whoseMove as 'centre', dueOn: each.dueOn })),
    ].filter((each) => (!filter.mover || each.mover === filter.mover) && (!filter.centreId || each.centreId === filter.centreId))
    const held = new Map((await store.selectLastHeld(t.sql)).map((each) => [each.centreId as string, each.heldOn]))
    const frequencyMonths = findNormNumber(await t.law.normsInForce(t.sql, t.today), 'monitoring.frequencyMonths')
    return {
      matters: matters.sort((a, b) => compareMatters({ ...a, centreName: a.centre.kk }, { ...b, centreName: b.centre.kk })), frequencyMonths, inspectors: await inspectorsOf(t), mayWrite: hasRole(t.actor, 'accreditor'),
      centres: all.map((centre) => ({ id: centre.id, name: centre.name, lastHeldOn: held.get(centre.id), nextBy: nextCheckBy(held.get(centre.id), frequencyMonths), mayWrite: may(t.actor, policy, 'monitoring.write', { centreId: centre.id }) })),
    }
  })
}

/** A row with the name of whoever did it, or is to do it. */
type Named<Row> = Row & { who: string }
export interface CentreFile {
  centre: centres.Centre
  version: number
  checks: Named<CheckRow>[]
  reports: (Named<ReportRow> & { papers: MonitoringPaper[]; findings: FindingRow[] })[]
  findings: (Named<FindingRow> & { order: OrderRow | undefined })[]
  orders: (OrderRow & { lateness: Lateness | undefined })[]
  complaints: ComplaintStanding
  certificates: centres.CertificateShown[]
  history: { at: Moment; kind: string; who: string; payload: Record<string, unknown> }[]
  frequencyMonths: number | undefined
  remedyDays: number | undefined
  /** The day an order issued today would be due by the norm; undefined where the norm is not set. */
  usualDueOn: Day | undefined
  today: Day
  inspectors: Omit<people.Holder, 'roles'>[]
  mayWrite: boolean
  mayAnswer: boolean
}

/** Everything about the monitoring of one centre; its own people see an unannounced check only when it was held. */
export async function readCentreFile(ctx: Ctx, centreId: string): Promise<CentreFile> {
  return read(ctx, 'monitoring.read', (t) => fileOf(t, centreId))
}

async function fileOf(t: Tx, centreId: string): Promise<CentreFile> {
  const centre = await centreOf(t, centreId)
  assertMay(t, policy, 'monitoring.read', { centreId: centre.id })
  const isOutside = isOversight(t.actor) || may(t.actor, policy, 'monitoring.write', { centreId: centre.id })
  const hidden = (check: Pick<CheckRow, 'announced' | 'heldOn'>) => !isOutside && !check.announced && check.heldOn === null
  const checks = (await store.selectChecksOf(t.sql, centre.id)).filter((check) => !hidden(check))
  const [reports, findings, orders, papers] = [await store.selectReportsOf(t.sql, centre.id), await store.selectFindingsOf(t.sql, centre.id), await store.selectOrdersOf(t.sql, centre.id), await selectPapersOf(t.sql, centre.id)]
  const shownChecks = new Set(checks.map((check) => check.id as string))
  const entries = (await entriesOf(t.sql, chainOfMonitoring(centre.id))).reverse().filter((entry) => isOutside || !entry.kind.startsWith('monitoring-check-') || (shownChecks.has(String(entry.payload['checkId'])) && (entry.payload['announced'] !== false)))
    .filter((entry) => isOutside || !entry.kind.startsWith('monitoring-signal-'))
  const names = await people.namesOf(t, [...checks.map((each) => each.responsibleId), ...reports.map((each) => each.enteredBy), ...findings.map((each) => each.foundBy), ...entries.map((each) => each.actorId)])
  const norms = await t.law.normsInForce(t.sql, t.today)
  const remedyDays = findNormNumber(norms, 'monitoring.remedyDays')
  return {
    centre, version: await store.selectVersion(t.sql, centre.id), checks: checks.map((each) => ({ ...each, who: names.get(each.responsibleId) ?? '' })),
    reports: reports.map((each) => ({ ...each, who: names.get(each.enteredBy) ?? '', papers: papers.filter((paper) => paper.reportId === each.id), findings: findings.filter((finding) => finding.reportId === each.id) })),
    findings: findings.map((each) => ({ ...each, who: names.get(each.foundBy) ?? '', order: orders.find((order) => order.findingId === each.id) })),
    orders: orders.map((each) => ({ ...each, lateness: each.remediedOn ? undefined : lateness(each.dueOn, t.today, t.calendar) })),
    complaints: await complaintStanding(t, centre.id), certificates: await centres.listCertificates(t.sql, centre.id, t.today),
    history: entries.map((entry) => ({ at: entry.at, kind: entry.kind, who: names.get(entry.actorId ?? '') ?? '', payload: entry.payload })),
    frequencyMonths: findNormNumber(norms, 'monitoring.frequencyMonths'), remedyDays, usualDueOn: remedyDays === undefined ? undefined : addWorkingDays(t.calendar, t.today, remedyDays), today: t.today,
    inspectors: isOutside ? await inspectorsOf(t) : [], mayWrite: may(t.actor, policy, 'monitoring.write', { centreId: centre.id }), mayAnswer: may(t.actor, policy, 'monitoring.answer', { centreId: centre.id }),
  }
}

/** One check with its centre's file; refuses what the reader may not see yet. */
export async function readCheck(ctx: Ctx, id: string): Promise<{ file: CentreFile; check: CentreFile['checks'][number] }> {
  return read(ctx, 'monitoring.read', async (t) => {
    const file = await fileOf(t, (await checkOf(t, id)).centreId)
    const check = file.checks.find((each) => each.id === id)
    if (!check) throw new Denial('not-found')
    return { file, check }
  })
}

export interface OrderView {
  file: CentreFile
  order: CentreFile['orders'][number]
  finding: FindingRow
  answers: (Named<AnswerRow> & { papers: MonitoringPaper[] })[]
  extensions: Named<ExtensionRow>[]
}
/** One order with its finding, its answers and its days. */
export async function readOrder(ctx: Ctx, id: string): Promise<OrderView> {
  return read(ctx, 'monitoring.read', async (t) => {
    const row = await orderOf(t, id)
    const file = await fileOf(t, row.centreId)
    const [answers, extensions, papers] = [await store.selectAnswers(t.sql, row.id), await store.selectExtensions(t.sql, row.id), await selectPapersOf(t.sql, row.centreId)]
    const names = await people.namesOf(t, [...answers.map((each) => each.writtenBy), ...extensions.map((each) => each.extendedBy)])
    return {
      file, order: file.orders.find((each) => each.id === row.id)!, finding: await findingOf(t, row.findingId),
      answers: answers.map((each) => ({ ...each, who: names.get(each.writtenBy) ?? '', papers: papers.filter((paper) => paper.answerId === each.id) })),
      extensions: extensions.map((each) => ({ ...each, who: names.get(each.extendedBy) ?? '' })),
    }
  })
}

/** The cleaned copy of a file, for those who may read the file of its centre. */
export async function openMonitoringPaper(ctx: Ctx, id: string): Promise<{ paper: MonitoringPaper; bytes: Uint8Array }> {
  const paper = await read(ctx, 'monitoring.read', async (t) => {
    const row = parseUuid(id) && (await selectPaper(t.sql, id))
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'monitoring.read', row)
    return row
  })
  return { paper, bytes: await ctx.files.get(paper.fileKey) }
}
