import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CertificateFacts } from '../domain/certificate.ts'
import type { PriceLine } from '../domain/price-list.ts'

export interface Certificate extends CertificateFacts {
  id: Uuid
  centreId: Uuid
  number: string
}
export interface ScopeRow extends CertificateFacts {
  certificateId: Uuid
  centreId: Uuid
  number: string
  professionCode: string
  level: number
}
export interface PriceList {
  id: Uuid
  centreId: Uuid
  inForceFrom: Day
  publishedAt: Moment
}
export interface Price extends PriceLine {
  priceListId: Uuid
}

const CERTIFICATE = 'a.centre_id, a.number, a.valid_from, a.valid_until, a.withdrawn_on, a.resumed_on, a.terminated_on, a.replaced_on'
/** Approved events as the state is derived from them; `about` says of which of them. */
const eventsColumn = (about: string) => `(select coalesce(json_agg(json_build_object('kind', e.kind, 'from', e.in_force_from) order by e.in_force_from, e.decided_at), '[]'::json)
  from certificate_event e where e.certificate_id = a.id and e.approved and ${about}) as events`
const WHOLE_EVENTS = eventsColumn('e.professions is null')
const LINE_EVENTS = eventsColumn('(e.professions is null or s.profession_code = any (e.professions))')

export async function selectCertificates(sql: Sql, centreId: string): Promise<Certificate[]> {
  return sql.many(`select a.id, ${CERTIFICATE}, ${WHOLE_EVENTS} from accreditation_certificate a where a.centre_id = $1 order by a.valid_from desc, a.id`, [centreId])
}
export async function selectCertificate(sql: Sql, id: string): Promise<Certificate | undefined> {
  return sql.maybe(`select a.id, ${CERTIFICATE}, ${WHOLE_EVENTS} from accreditation_certificate a where a.id = $1`, [id])
}
export async function selectCertificateByNumber(sql: Sql, number: string): Promise<Certificate | undefined> {
  return sql.maybe(`select a.id, ${CERTIFICATE}, ${WHOLE_EVENTS} from accreditation_certificate a where a.number = $1`, [number])
}
export async function lockCertificate(sql: Sql, id: string): Promise<Certificate | undefined> {
  return sql.maybe(`select a.id, ${CERTIFICATE}, ${WHOLE_EVENTS} from accreditation_certificate a where a.id = $1 for update of a`, [id])
}
export async function selectAllCertificates(sql: Sql): Promise<Certificate[]> {
  return sql.many(`select a.id, ${CERTIFICATE}, ${WHOLE_EVENTS} from accreditation_certificate a order by a.valid_from desc, a.id`)
}
/** Lines of scope: of one centre, of one profession, of both, or all. */
export async function selectScope(sql: Sql, filter: { centreId?: string | undefined; professionCode?: string | undefined; level?: number | undefined }): Promise<ScopeRow[]> {
  return sql.many(
    `select s.certificate_id, s.profession_code, s.level, ${CERTIFICATE}, ${LINE_EVENTS}
     from centre_scope s join accreditation_certificate a on a.id = s.certificate_id
     where ($1::uuid is null or a.centre_id = $1) and ($2::text is null or s.profession_code = $2) and ($3::integer is null or s.level = $3)
     order by a.centre_id, s.profession_code, s.level, a.valid_from desc`, [filter.centreId ?? null, filter.professionCode ?? null, filter.level ?? null])
}
/** Changes whenever a certificate, its scope, a decision about it or a price list does: what is kept in the process is compared with it. */
export async function selectOffersStamp(sql: Sql): Promise<{ database: string; stamp: string }> {
  return sql.one(
    `select current_database() as database, concat_ws('/',
       (select md5(string_agg(a::text, ',' order by a.id)) from accreditation_certificate a),
       (select count(*) || '-' || coalesce(max(e.decided_at)::text, '') from certificate_event e where e.approved),
       (select md5(string_agg(s.certificate_id || s.profession_code || s.level, ',' order by s.certificate_id, s.profession_code, s.level)) from centre_scope s),
       (select count(*) || '-' || coalesce(max(l.id::text), '') from price_list l), (select count(*) from price)) as stamp`)
}
export async function selectPriceLists(sql: Sql, centreId: string): Promise<PriceList[]> {
  return sql.many('select id, centre_id, in_force_from, published_at from price_list where centre_id = $1 order by in_force_from desc', [centreId])
}
/** Prices of the list in force on a day: the newest that has begun, and only that one. */
export async function selectPricesInForce(sql: Sql, filter: { centreId?: string | undefined; professionCode?: string | undefined; on: Day }): Promise<(Price & { centreId: Uuid; inForceFrom: Day })[]> {
  return sql.many(
    `select l.centre_id, l.in_force_from, p.price_list_id, p.profession_code, p.level, p.amount, p.retake_theory, p.retake_practice, p.retake_both
     from price_list l join price p on p.price_list_id = l.id
     where l.in_force_from = (select max(n.in_force_from) from price_list n where n.centre_id = l.centre_id and n.in_force_from <= $1)
       and ($2::uuid is null or l.centre_id = $2) and ($3::text is null or p.profession_code = $3)
     order by p.profession_code, p.level`, [filter.on, filter.centreId ?? null, filter.professionCode ?? null])
}

/** A price of any list of a centre, with the days between which its list is in force. */
export interface PriceKept extends Omit<Price, 'priceListId'> {
  centreId: Uuid
  inForceFrom: Day
  /** The last day; null while no later list is published. */
  inForceUntil: Day | null
  publishedAt: Moment
}
/** Every price that these centres ever published, the oldest list first. */
export async function selectPricesOfCentres(sql: Sql, centreIds: readonly string[]): Promise<PriceKept[]> {
  return sql.many<PriceKept>(
    `select l.centre_id, l.in_force_from, l.in_force_until, l.published_at, p.profession_code, p.level, p.amount, p.retake_theory, p.retake_practice, p.retake_both
     from (select id, centre_id, in_force_from, published_at, lead(in_force_from) over (partition by centre_id order by in_force_from) - 1 as in_force_until
       from price_list where centre_id = any ($1)) l join price p on p.price_list_id = l.id
     order by l.centre_id, l.in_force_from, p.profession_code, p.level`, [centreIds])
}

/** When the newest price list of any centre was published. */
export async function selectLastPublished(sql: Sql): Promise<Moment | null> {
  return (await sql.one<{ at: Moment | null }>('select max(published_at) as at from price_list')).at
}

export async function insertCertificate(sql: Sql, row: Certificate): Promise<void> {
  await sql.run('insert into accreditation_certificate (id, centre_id, number, valid_from, valid_until, withdrawn_on, resumed_on, terminated_on) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.centreId, row.number, row.validFrom, row.validUntil, row.withdrawnOn, row.resumedOn, row.terminatedOn])
}
export async function insertScopeLine(sql: Sql, certificateId: string, professionCode: string, level: number): Promise<void> {
  await sql.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, $3) on conflict do nothing', [certificateId, professionCode, level])
}
export async function insertPriceList(sql: Sql, row: PriceList, publishedBy: string | null): Promise<void> {
  await sql.run('insert into price_list (id, centre_id, in_force_from, published_at, published_by) values ($1, $2, $3, $4, $5)',
    [row.id, row.centreId, row.inForceFrom, row.publishedAt, publishedBy])
}
export async function insertPrice(sql: Sql, row: Price): Promise<void> {
  await sql.run('insert into price (price_list_id, profession_code, level, amount, retake_theory, retake_practice, retake_both) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.priceListId, row.professionCode, row.level, row.amount, row.retakeTheory, row.retakePractice, row.retakeBoth])
}
export async function selectPricesOfLists(sql: Sql, listIds: readonly string[]): Promise<Price[]> {
  return sql.many('select price_list_id, profession_code, level, amount, retake_theory, retake_practice, retake_both from price where price_list_id = any ($1) order by profession_code, level', [listIds])
}
export async function updateCertificate(sql: Sql, id: string, row: CertificateFacts): Promise<void> {
  await sql.run('update accreditation_certificate set valid_from = $2, valid_until = $3, withdrawn_on = $4, resumed_on = $5, terminated_on = $6 where id = $1',
    [id, row.validFrom, row.validUntil, row.withdrawnOn, row.resumedOn, row.terminatedOn])
}
/** Another certificate takes its place from that day. */
export async function markReplaced(sql: Sql, id: string, on: Day): Promise<void> {
  await sql.run('update accreditation_certificate set replaced_on = $2 where id = $1', [id, on])
}
export async function deleteScope(sql: Sql, certificateId: string): Promise<void> {
  await sql.run('delete from centre_scope where certificate_id = $1', [certificateId])
}
/** A certificate of this centre for this qualification that was valid once, whatever became of it. */
export async function selectEverInScope(sql: Sql, q: { centreId: string; professionCode: string; level: number; on: Day }): Promise<boolean> {
  const row = await sql.one<{ found: boolean }>(
    `select exists (select 1 from centre_scope s join accreditation_certificate c on c.id = s.certificate_id
       where c.centre_id = $1 and s.profession_code = $2 and s.level = $3 and c.valid_from <= $4) as found`, [q.centreId, q.professionCode, q.level, q.on])
  return row.found
}
