import type { Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { bothOf } from '#platform/pdf/bilingual.ts'
import type { Bilingual } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { retakePrice, retakePriceRule, wasAskedFor, type RetakePrices } from './domain/retake.ts'
import { messages } from './messages/index.ts'
import { selectContracts } from './store/contract-store.ts'

/** What a retake of these stages costs the candidate of this case by the norm, from the prices of a list. */
export async function priceOfRetake(t: Tx, kase: casework.CaseFile, stages: readonly Stage[], prices: RetakePrices): Promise<number> {
  const before = (await selectContracts(t.sql, kase.id)).filter(wasAskedFor).length
  return retakePrice(stages, prices, { rule: retakePriceRule(await casework.normsOf(t, kase)), before })
}

/** Whether the voucher of the case pays a retake that is asked for on the day, which it does by the norm and once. */
export async function voucherPaysRetake(t: Tx, kase: casework.CaseFile, on: Day): Promise<boolean> {
  const paidBefore = (await selectContracts(t.sql, kase.id)).some((each) => each.kind === 'retake' && each.payer === 'budget')
  return vouchers.paysRetake(await vouchers.findVoucherOfCase(t, kase.id), { on, paidBefore }, await casework.normsOf(t, kase))
}

/** The rule by which a retake costs other than the list says, as a sentence; undefined where the list alone says it. */
export function retakeRuleIn(norms: NormEdition, lang: Language): string | undefined {
  const rule = retakePriceRule(norms)
  return rule === 'published-list' ? undefined : messages[lang].retakeRules[rule]
}

/** The same in both languages of a paper of the case. */
export async function retakeRuleOnPaper(t: Tx, kase: casework.CaseFile): Promise<Bilingual | undefined> {
  const rule = retakePriceRule(await casework.normsOf(t, kase))
  return rule === 'published-list' ? undefined : both((words) => words[rule])
}

const both = bothOf(messages.kk.retakeRules, messages.ru.retakeRules)
