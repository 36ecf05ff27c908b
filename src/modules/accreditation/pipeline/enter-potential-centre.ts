import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint, type Sql } from '#platform/db/database.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from '../policy.ts'
import { selectCasesOfOrganisation } from '../store/case-store.ts'
import { descriptionBlockers } from './domain/potential-centre.ts'
import { tieTo } from './link-case.ts'
import { lockUnchanged, recordPotential } from './potential-centres.ts'
import { insertPotentialCentre, replaceProfessions, selectPotentialCentre, updatePotentialCentre, type NewPotentialCentre } from './store/potential-store.ts'

/** What a desk knows of an organisation; everything but the name may be empty. */
export interface PotentialCentreFacts {
  name: string
  bin: string
  regionKato: string
  contact: string
  professions: readonly string[]
}

async function readFacts(t: Tx, input: PotentialCentreFacts) {
  assertNone('potential-centre.not-whole', descriptionBlockers(input, { demo: t.demo }))
  const regions = await professions.listRegions(t.sql)
  if (input.regionKato !== '' && !regions.some((region) => region.kato === input.regionKato)) deny('potential-centre.region-unknown')
  const codes = [...new Set(input.professions)].sort()
  for (const code of codes) if (!(await professions.findProfession(t.sql, code, t.today))) deny('potential-centre.profession-unknown', { profession: code })
  return { facts: { name: input.name.trim(), bin: input.bin.replace(/\s/g, '') || null, regionKato: input.regionKato || null, contact: input.contact.trim() }, codes }
}

async function onceByBin<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (violatedConstraint(error) === 'potential_centre_bin_key') deny('potential-centre.bin-taken')
    throw error
  }
}

/** An organisation that is already filing is tied to its newest case. */
async function tieByBin(t: Tx, id: Uuid): Promise<void> {
  const row = (await selectPotentialCentre(t.sql, id))!
  const organisation = row.bin && !row.caseId ? await people.findOrganisationOfBin(t.sql, row.bin) : undefined
  const kase = organisation && (await selectCasesOfOrganisation(t.sql, organisation.id)).find((each) => each.step !== 'withdrawn')
  if (kase) await tieTo(t, row, kase.id, kase.submittedAt !== null)
}

/** Somebody of the accrediting body or the ministry enters an organisation that takes an interest. Answers its id. */
export async function enterPotentialCentre(ctx: Ctx, input: PotentialCentreFacts): Promise<Uuid> {
  return onceByBin(() => tx(ctx, 'potential-centre.write', async (t) => {
    assertMay(t, policy, 'potential-centre.write', undefined as never)
    const { facts, codes } = await readFacts(t, input)
    const id = t.newId()
    const row: NewPotentialCentre = {
      ...facts, id, slidesNo: null, provenance: 'desk', state: 'interest', caseId: null, droppedReason: '', nextStep: '', nextStepOn: null, responsibleId: null, enteredBy: accountOf(t.actor)!, enteredAt: t.now, movedAt: t.now,
    }
    await insertPotentialCentre(t.sql, row)
    await replaceProfessions(t.sql, id, codes)
    await recordPotential(t, id, 'potential-centre-entered', {})
    await tieByBin(t, id)
    return id
  }))
}

/** Writes what has become known of an organisation, or puts it right. */
export async function describePotentialCentre(ctx: Ctx, input: PotentialCentreFacts & { id: string; version: number }): Promise<void> {
  await onceByBin(() => tx(ctx, 'potential-centre.write', async (t) => {
    assertMay(t, policy, 'potential-centre.write', undefined as never)
    const row = await lockUnchanged(t, input.id, input.version)
    const { facts, codes } = await readFacts(t, input)
    await updatePotentialCentre(t.sql, { ...row, ...facts })
    await replaceProfessions(t.sql, row.id, codes)
    const changed = [...(['name', 'bin', 'regionKato', 'contact'] as const).filter((each) => row[each] !== facts[each]), ...(row.professions.join() === codes.join() ? [] : ['professions'])]
    await recordPotential(t, row.id, 'potential-centre-described', { changed })
    await tieByBin(t, row.id)
  }))
}

/** The organisations that the slides name, each once: their names, and that work goes on; nothing else is known of them. */
export async function keepNamedOnSlides(sql: Sql, rows: readonly { no: number; name: string; id: Uuid }[], at: NewPotentialCentre['enteredAt']): Promise<number> {
  let kept = 0
  for (const { no, name, id } of rows) {
    kept += await insertPotentialCentre(sql, {
      id, slidesNo: no, name, bin: null, regionKato: null, contact: '', provenance: 'slides', state: 'talks', caseId: null, droppedReason: '', nextStep: '', nextStepOn: null, responsibleId: null, enteredBy: null, enteredAt: at, movedAt: at,
    })
  }
  return kept
}
