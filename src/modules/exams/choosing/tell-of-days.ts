import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { policy } from '../policy.ts'
import { fitsWish } from './domain/choice.ts'
import { daysFor, hasDays } from './offer-days.ts'
import { markTold, selectChoices, selectWish, selectWishesToTell } from './store/choice-store.ts'

const AT_ONCE = 50

/** Whoever asked to be told gets one letter when a lawful day as he wished can be chosen. All who wait are looked at, a handful at a time; answers how many were told. */
export async function tellOfDays(ctx: Ctx): Promise<number> {
  let told = 0
  for (let after: string | null = null; ;) {
    const wishes = await read(ctx, 'day.tell', async (t) => {
      assertMay(t, policy, 'day.tell', undefined as never)
      return selectWishesToTell(t.sql, after, AT_ONCE)
    })
    told += await eachInTurn(wishes, (wish) => tellOne(ctx, wish.caseId))
    if (wishes.length < AT_ONCE) return told
    after = wishes.at(-1)!.id
  }
}

async function tellOne(ctx: Ctx, caseId: string): Promise<boolean> {
  return tx(ctx, 'day.tell', async (t) => {
    assertMay(t, policy, 'day.tell', undefined as never)
    const kase = await casework.lockCase(t, caseId)
    const wish = await selectWish(t.sql, caseId)
    if (!wish || wish.toldAt || kase.step !== 'contract-signed' || (await selectChoices(t.sql, caseId)).length > 0) return false
    const days = await daysFor(t, kase)
    const first = days.stages[0]
    const fitting = hasDays(days) && first ? days.sittings[first].find((each) => fitsWish(wish, each)) : undefined
    if (!fitting) return false
    await markTold(t.sql, wish.id, t.now)
    await casework.record(t, kase.id, 'day-told', { examOn: fitting.onDay })
    await people.sendLetter(t, { accountId: kase.accountId }, {
      kind: 'day-offered', caseId: kase.id,
      write: (lang: Language) => {
        const words = messages[lang].letters.dayOffered
        const values = { number: kase.number, day: formatDay(fitting.onDay, lang), link: `${t.publicUrl}/${lang}/cases/${kase.number}/day` }
        return { subject: fill(words.subject, values), body: fill(words.body, values) }
      },
    })
    return true
  })
}
