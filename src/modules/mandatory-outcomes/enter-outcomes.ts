import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { OutcomeFacts, Said } from './domain/outcome.ts'
import { insertOutcomes, type Channel, type NewOutcome, type OutcomeRow } from './store/outcome-store.ts'

export const IIN_PLACE = 'mandatory_outcome_version.iin'

/** The journal of everything a body registers. */
export const chainOf = (bodyCode: string): string => `mandatory-outcomes:${bodyCode}`

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** What an outcome says, with the keyed index of its IIN in the place of the IIN. */
export function saidBy(t: Tx, outcome: OutcomeFacts): Said {
  const { iin, number: _number, professionVersionId: _version, ...rest } = outcome
  return { ...rest, iinIndex: hex(t.cipher.index(iin.reveal())) }
}
export function saidIn(row: OutcomeRow): Said {
  const { numberKey, professionCode, surname, givenName, patronymic, issuedOn, validUntil, ground } = row
  return { numberKey, professionCode, surname, givenName, patronymic, issuedOn, validUntil, ground, iinIndex: hex(row.iinIndex) }
}

/** The person of an outcome as he is kept: the IIN sealed, beside its index and its last four digits. */
export function sealedPerson(t: Tx, { iin, surname, givenName, patronymic }: OutcomeFacts) {
  return { iinCipher: t.cipher.seal(iin.reveal(), IIN_PLACE), iinIndex: t.cipher.index(iin.reveal()), iinLastFour: iin.reveal().slice(-4), surname, givenName, patronymic }
}

/** Who stands behind a version: an officer, or the key of the body's own system. */
export function behind(t: Tx): { byAccount: Uuid | null; byKey: Uuid | null } {
  return { byAccount: accountOf(t.actor) ?? null, byKey: t.actor.kind === 'partner' ? t.actor.keyId : null }
}

/** A digest by which the journal proves what was entered, without saying it: keyed, since an IIN alone could be guessed. */
export function digestOf(t: Tx, said: readonly Said[]): string {
  return hex(t.cipher.index(JSON.stringify(said.map((each) => Object.values(each))))).slice(0, 32)
}

/** Enters outcomes that were examined; answers their ids in order. The caller holds the lock of the body and writes the journal. */
export async function enterOutcomes(t: Tx, bodyCode: string, outcomes: readonly OutcomeFacts[], channel: Channel): Promise<Uuid[]> {
  const rows: NewOutcome[] = outcomes.map((outcome) => ({
    outcomeId: t.newId(), bodyCode, number: outcome.number, numberKey: outcome.numberKey, registeredOn: t.today, professionCode: outcome.professionCode,
    professionVersionId: outcome.professionVersionId as Uuid, ...sealedPerson(t, outcome), issuedOn: outcome.issuedOn, validUntil: outcome.validUntil, ground: outcome.ground, channel, ...behind(t), at: t.now,
  }))
  if (rows.length > 0) await insertOutcomes(t.sql, rows)
  return rows.map((row) => row.outcomeId)
}
