import type { Ctx } from '#platform/acts/ctx.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as centres from '#modules/centres/index.ts'
import { readCentreFigures } from '../centre-figures/read-figures.ts'
import type { Share } from '../centre-figures/domain/figures.ts'
import { todayOf } from '../reads.ts'
import type { Row } from './rows.ts'

/** A batch for each so many centres. */
const CENTRES = 25
const CLOCKS = 500

async function* shownInBatches(ctx: Ctx): AsyncGenerator<centres.Centre[]> {
  const shown = await centres.listPublicCentres(ctx.db, todayOf(ctx))
  for (let place = 0; place < shown.length; place += CENTRES) yield shown.slice(place, place + CENTRES)
}

/** Every certificate of the public centres, those that ended too. */
export async function* certificateRows(ctx: Ctx): AsyncGenerator<Row[]> {
  for await (const batch of shownInBatches(ctx)) {
    const rows: Row[] = []
    for (const centre of batch) {
      for (const each of await centres.listCertificates(ctx.db, centre.id, todayOf(ctx))) {
        rows.push({ number: each.number, centre: centre.serial, valid_from: each.validFrom, valid_until: each.validUntil, state: each.state, demonstration: centre.demonstration })
      }
    }
    yield rows
  }
}

/** What befell them, in the words of the public page of each. */
export async function* certificateEventRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const today = todayOf(ctx)
  for await (const batch of shownInBatches(ctx)) {
    const rows: Row[] = []
    for (const centre of batch) {
      for (const certificate of await centres.listCertificates(ctx.db, centre.id, today)) {
        for (const entry of await centres.certificateHistory(ctx.db, certificate, today)) {
          rows.push({
            certificate: certificate.number, centre: centre.serial, kind: entry.kind, on: entry.on, professions: entry.professions?.join(' ') ?? null, ground: entry.ground ?? null, clause: entry.clause || null, demonstration: centre.demonstration,
          })
        }
      }
    }
    yield rows
  }
}

const shown = (name: string, share: Share): Row => ({
  [name]: share.state === 'shown' ? share.good : null, [`${name}_of`]: share.state === 'shown' ? share.of : null, [`${name}_percent`]: share.state === 'shown' ? share.percent : null, [`${name}_suppressed`]: share.state === 'few',
})
/** How each public centre worked in the last months; a share of too few cases is not told. */
export async function* figureRows(ctx: Ctx): AsyncGenerator<Row[]> {
  for await (const batch of shownInBatches(ctx)) {
    const rows: Row[] = []
    for (const centre of batch) {
      const { from, until, suppressUnder, terms, passed, complaints } = await readCentreFigures(ctx, centre.id)
      rows.push({
        centre: centre.serial, from, until, suppress_under: suppressUnder, ...shown('terms_kept', terms), ...shown('passed', passed), complaints_answered: complaints.answered,
        complaints_upheld: complaints.justified + complaints.partly, complaints_upheld_in_part: complaints.partly, demonstration: centre.demonstration,
      })
    }
    yield rows
  }
}

/** Running accreditation cases by stage, without the applicant. */
export async function* clockRows(ctx: Ctx): AsyncGenerator<Row[]> {
  for (let page = 1; ; page++) {
    const { rows } = await accreditation.readPublicClocks(ctx, page, CLOCKS)
    yield rows.map((row) => ({ number: row.number, region: row.regionKato, stage: row.stage ?? null, step: row.step, received_on: row.receivedOn, stage_since: row.startedOn, due_on: row.dueOn }))
    if (rows.length < CLOCKS) return
  }
}
