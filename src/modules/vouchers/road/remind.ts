import { findNorm, normList, normNumber } from '#kernel/norms.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import { chainOfRequest } from '../office.ts'
import { policy } from '../policy.ts'
import { insertVoucherReminder, selectDueVoucherReminders, type DueVoucherReminder } from '../store/reminder-store.ts'
import { lockVoucher } from '../store/voucher-store.ts'
import { choiceFacts } from './facts.ts'
import { writeToHolder } from './letters.ts'

const BATCH = 200

/** Writes to holders so many days before the last day of their vouchers as the norm says [D]; one transaction each, each reminder once. Answers how many were written to. */
export async function remindOfLastDay(ctx: Ctx): Promise<number> {
  const due = await read(ctx, 'voucher.sweep', async (t) => {
    assertMay(t, policy, 'voucher.sweep', undefined as never)
    const norms = await t.law.normsInForce(t.sql, t.today)
    const days = findNorm(norms, 'voucher.remindDaysBefore') ? normList(norms, 'voucher.remindDaysBefore').map(Number) : []
    return days.length === 0 ? [] : withSystemSight(t, () => selectDueVoucherReminders(t.sql, t.today, days, BATCH))
  })
  return eachInTurn(due, (each) => remindOne(ctx, each))
}

async function remindOne(ctx: Ctx, due: DueVoucherReminder): Promise<boolean> {
  return tx(ctx, 'voucher.sweep', async (t) => {
    assertMay(t, policy, 'voucher.sweep', undefined as never)
    return withSystemSight(t, async () => {
      const voucher = await lockVoucher(t.sql, due.voucherId)
      if (!voucher?.accountId || voucher.validUntil !== due.validUntil || (voucher.state !== 'issued' && voucher.state !== 'bound')) return false
      if ((await insertVoucherReminder(t.sql, { ...due, at: t.now })) === 0) return false
      const notice = normNumber(await t.law.normsInForce(t.sql, t.today), 'notice.wholeDays')
      const { name } = await choiceFacts(t, voucher)
      await record(t, chainOfRequest(voucher.requestId!), 'voucher-reminded', { daysBefore: due.daysBefore, validUntil: due.validUntil })
      await writeToHolder(t, voucher.accountId, voucher.state === 'bound' ? 'ends-soon-bound' : 'ends-soon', (lang) => ({ profession: inLanguage(name, lang), until: formatDay(due.validUntil, lang), notice }))
      return true
    })
  })
}
