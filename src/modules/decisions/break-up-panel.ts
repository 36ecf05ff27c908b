import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { closeRecordingFor } from '#modules/proctoring/index.ts'
import { letterOf } from './letters.ts'
import { markDissolved, selectOpenPanel, selectSeats } from './store/decision-store.ts'

/** The case goes to another centre or ends: a panel that was called and has not decided is dissolved, whatever it has voted. The case must be locked and the caller has asked its own policy. */
export async function breakUpPanel(t: Tx, kase: casework.CaseFile, note: string): Promise<void> {
  const panel = await selectOpenPanel(t.sql, kase.id)
  if (!panel) return
  const seats = await selectSeats(t.sql, panel.id)
  await markDissolved(t.sql, panel.id, { ground: 'other', note: note.slice(0, 2000), by: accountOf(t.actor)!, at: t.now })
  await closeRecordingFor(t, kase.id, { viewers: seats.map((seat) => seat.accountId), purpose: 'decision' })
  await casework.record(t, kase.id, 'panel-dissolved', { panelId: panel.id, ground: 'other', voidVotes: seats.filter((seat) => seat.choice !== null).length })
  for (const seat of seats) await people.sendLetter(t, { accountId: seat.accountId }, letterOf('panel-dissolved', kase))
}
