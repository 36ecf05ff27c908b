import type { Day } from '#kernel/day.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import { struckOn, type Profession } from '#modules/professions/index.ts'
import { findApprovedProgramme, practiceModesOf } from '#modules/programmes/index.ts'
import { banOf } from './ban.ts'
import type { ApplicationFacts } from './domain/application-blockers.ts'

export interface Question {
  profession: Profession
  level: number | undefined
  centreId: string | undefined
  personId: Uuid | undefined
  birthOn: Day | undefined
  on: Day
  /** A case is opened in this transaction if nothing is in the way: a second application of the person for the profession waits. */
  opening?: boolean
}

/** What can be known of a would-be application before anything is sent: accreditation, price, age, an open case. */
export async function gatherFacts(t: Tx, q: Question): Promise<Pick<ApplicationFacts, 'profession' | 'level' | 'scope' | 'hasPrice' | 'birthOn' | 'openCases' | 'barredUntil' | 'ownTie'>> {
  const { profession, level, centreId, on } = q
  const place = centreId && level !== undefined ? { centreId, professionCode: profession.code, level, on } : undefined
  // What came on paper is of the day it was received; a centre that has lost the scope since registers nothing new [D].
  const scope = place && (await centres.findScope(t.sql, place)) && (on === t.today || (await centres.findScope(t.sql, { ...place, on: t.today })))
  const price = place && (await centres.findPrice(t.sql, place))
  const before = place && !scope && (await centres.wasEverInScope(t.sql, place))
  const { personId } = q
  const bars = personId && centreId && employers.ownPeopleRule(await t.law.normsInForce(t.sql, t.today)) === 'refuse'
  return {
    profession: {
      track: profession.track, struckOn: struckOn(profession, on), levels: profession.levels, ageMin: profession.ageMin,
      educationRequired: profession.educationRequired, experienceRequired: profession.experienceRequired,
      basis: profession.basis, attributesProvenance: profession.attributesProvenance,
    },
    level, birthOn: q.birthOn, hasPrice: price !== undefined,
    scope: !centreId ? 'no-centre' : scope ? 'valid' : before ? 'ended' : 'none',
    ownTie: bars ? await employers.findOwnTie(t, { personId, centreId, on: t.today }) : undefined,
    barredUntil: personId ? await banOf(t, personId, on) : undefined,
    // Open cases may lie in another centre or be entered from paper: only the number of the one in the way is told, and only to the person himself or his clerk.
    openCases: personId ? await withSystemSight(t, () => casework.listOpenCases(t, { personId, professionCode: profession.code, opening: q.opening === true })) : [],
  }
}

/** The modes in which each stage may be taken by the approved programme of the chosen centre; without a choice or a programme only in the centre. */
export async function modesAllowed(t: Pick<Tx, 'sql'>, professionCode: string, place: { level?: number | undefined; centreId?: string | undefined }): Promise<Record<Stage, readonly ExamMode[]>> {
  const programme = place.level === undefined || !place.centreId ? undefined : await findApprovedProgramme(t.sql, { centreId: place.centreId, professionCode, level: place.level })
  return { theory: programme?.content.modes ?? ['offline'], practice: practiceModesOf(programme?.content ?? {}) }
}
