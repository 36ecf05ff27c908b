import { Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { sharedWatch } from '#platform/acts/shared-watch.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from './policy.ts'
import { selectMessages, selectMessagesOfSitting, type Message } from './store/session-store.ts'
import { watchedCase, type Watched } from './watched.ts'

/** The lines between a candidate and his proctor, and the event up to which they are. */
export interface Chat {
  messages: Message[]
  after: string
}
type Lines = Map<string, Message[]>

const chat = sharedWatch<Lines>({
  read: (ctx, sittingId) => read({ ...ctx, actor: SYSTEM }, 'proctoring.watch-system', async (t) => {
    assertMay(t, policy, 'proctoring.watch-system', undefined as never)
    return Map.groupBy(await selectMessagesOfSitting(t.sql, sittingId), (each) => each.sessionId)
  }),
  parts: (lines) => new Map([...lines].map(([sessionId, own]) => [sessionId, `${own.length} ${own.at(-1)!.id}`])),
})

/** The candidate himself, or who may read the watch of his centre. */
function chatOf(t: Tx, number: string, stage: Stage | undefined): Promise<Watched> {
  return watchedCase(t, number, { stage, lock: false }, (kase) => {
    if (casework.isCandidateOf(t.actor, kase)) assertMay(t, policy, 'proctoring.sit', kase)
    else assertMay(t, policy, 'proctoring.read', kase)
  })
}

/** What was written so far; nothing before the consent. */
export async function readChat(ctx: Ctx, number: string, stage?: Stage): Promise<Chat> {
  return read(ctx, 'proctoring.sit', async (t) => {
    const { exam, session } = await chatOf(t, number, stage)
    const after = (await chat.eventOf(ctx, exam.sitting.id)) ?? ''
    return { after, messages: session ? await selectMessages(t.sql, session.id) : [] }
  })
}

/** Asks again while a stream lasts; nothing is written after the end, so that nothing is waited for. */
export async function assertMaySeeChat(ctx: Ctx, number: string, stage?: Stage): Promise<{ over: boolean }> {
  return read(ctx, 'proctoring.sit', async (t) => ({ over: (await chatOf(t, number, stage)).state === 'ended' }))
}

/** The lines as they come: one read for all of the sitting, and of it only his own. */
export async function watchChat(ctx: Ctx, number: string, onChange: () => void, stage?: Stage) {
  const { exam, session } = await read(ctx, 'proctoring.sit', (t) => chatOf(t, number, stage))
  if (!session) throw new Denial('proctoring.no-consent')
  const { id } = session
  const watcher = await chat.watch(ctx, exam.sitting.id, onChange)
  return { lines: () => watcher.facts().get(id) ?? [], isNews: (changes: { parts: ReadonlySet<string> }) => changes.parts.has(id), changesSince: watcher.changesSince, isFresh: watcher.isFresh, stop: watcher.stop }
}
