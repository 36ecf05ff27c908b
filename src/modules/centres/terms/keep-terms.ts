import type { Day } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { clausesOf, termsBlockers, termsOn, type TermsDraft } from './domain/contract-terms.ts'
import { decideTermsRow, insertTerms, lockTerms, selectTerms, selectTermsOf, type ContractTerms } from './store/terms-store.ts'

const takenDays = (rows: readonly ContractTerms[]): Day[] => rows.filter((row) => row.approved).map((row) => row.inForceFrom)

/** One person of the centre drafts the conditions that the centre adds to the standard contract; the head decides about them. */
export async function draftContractTerms(ctx: Ctx, input: TermsDraft & { centreId: Uuid }): Promise<Uuid> {
  try {
    return await tx(ctx, 'contract-terms.draft', async (t) => {
      assertMay(t, policy, 'contract-terms.draft', input)
      assertNone('contract-terms.not-possible', termsBlockers(input, { today: t.today, taken: takenDays(await selectTermsOf(t.sql, input.centreId)) }))
      const id = t.newId()
      await insertTerms(t.sql, {
        id, centreId: input.centreId, inForceFrom: input.inForceFrom, textKk: clausesOf(input.textKk).join('\n'), textRu: clausesOf(input.textRu).join('\n'), draftedBy: accountOf(t.actor)!, draftedAt: t.now,
      })
      await record(t, `centre:${input.centreId}`, 'contract-terms-drafted', { termsId: id, inForceFrom: input.inForceFrom })
      return id
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_draft_of_terms_per_centre') deny('contract-terms.drafted-already')
    throw error
  }
}

/**
 * The head approves a draft of another person, or gives it back with a note; its drafter may take it back himself.
 * A draft whose day came while it waited is not approved any more: contracts of today are made as they stand today.
 */
export async function decideContractTerms(ctx: Ctx, input: { id: string; approve: boolean; note: string }): Promise<void> {
  await tx(ctx, 'contract-terms.decide', async (t) => {
    const id = parseUuid(input.id)
    const row = id && (await lockTerms(t.sql, id))
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'contract-terms.read', row)
    const own = accountOf(t.actor) === row.draftedBy
    if (row.decidedBy) deny('contract-terms.decided-already')
    if (input.approve && own) deny('contract-terms.own-draft')
    if (!own) assertMay(t, policy, 'contract-terms.decide', row)
    const note = input.note.trim()
    if (input.approve) {
      assertNone('contract-terms.not-possible', termsBlockers({ ...row, none: row.textKk === '' }, { today: t.today, taken: takenDays(await selectTermsOf(t.sql, row.centreId)) }))
    } else if (!own && note === '') deny('contract-terms.note-missing', { field: 'note' })
    await decideTermsRow(t.sql, row.id, { by: accountOf(t.actor)!, at: t.now, approved: input.approve, note })
    await record(t, `centre:${row.centreId}`, input.approve ? 'contract-terms-approved' : 'contract-terms-set-aside', { termsId: row.id, inForceFrom: row.inForceFrom })
  })
}

/** The edition in force at the centre on a day, its clauses in both languages; undefined where the centre adds nothing. */
export async function findContractTerms(sql: Sql, centreId: string, on: Day): Promise<TermsOfContract | undefined> {
  return ofContract(termsOn(await selectTermsOf(sql, centreId), on))
}
/** The edition a contract was made under. */
export async function getContractTerms(sql: Sql, id: string): Promise<TermsOfContract | undefined> {
  return ofContract(await selectTerms(sql, id))
}

export interface TermsOfContract {
  id: Uuid
  inForceFrom: Day
  clauses: { kk: string; ru: string }[]
}
function ofContract(row: ContractTerms | undefined): TermsOfContract | undefined {
  if (!row || row.textKk === '') return undefined
  const ru = clausesOf(row.textRu)
  return { id: row.id, inForceFrom: row.inForceFrom, clauses: clausesOf(row.textKk).map((kk, place) => ({ kk, ru: ru[place]! })) }
}

export interface TermsShown extends ContractTerms {
  state: 'waiting' | 'coming' | 'in-force' | 'past' | 'set-aside'
  draftedByName: string
  decidedByName: string | undefined
  own: boolean
}
/** Every edition and draft of the centre's own conditions, the newest day first. */
export async function readContractTerms(ctx: Ctx, centreId: Uuid): Promise<{ rows: TermsShown[]; today: Day; mayDraft: boolean; mayDecide: boolean }> {
  return read(ctx, 'contract-terms.read', async (t) => {
    assertMay(t, policy, 'contract-terms.read', { centreId })
    const rows = await selectTermsOf(t.sql, centreId)
    const names = await people.namesOf(t, rows.flatMap((row) => [row.draftedBy, row.decidedBy]))
    const current = termsOn(rows, t.today)
    return {
      today: t.today, mayDraft: may(t.actor, policy, 'contract-terms.draft', { centreId }), mayDecide: may(t.actor, policy, 'contract-terms.decide', { centreId }),
      rows: rows.map((row) => ({
        ...row, draftedByName: names.get(row.draftedBy) ?? '—', decidedByName: row.decidedBy ? names.get(row.decidedBy) : undefined, own: row.draftedBy === accountOf(t.actor),
        state: row.approved === null ? 'waiting' : !row.approved ? 'set-aside' : row === current ? 'in-force' : row.inForceFrom > t.today ? 'coming' : 'past',
      })),
    }
  })
}
