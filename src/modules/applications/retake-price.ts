import type { Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { bothOf } from '#platform/pdf/bilingual.ts'
import type { Bilingual } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import { retakePrice, retakePriceRule, wasAskedFor, type RetakePrices } from './domain/retake.ts'
import { messages } from './messages/index.ts'
import { selectContracts } from './store/contract-store.ts'

/** What a retake of these stages costs the candidate of this case by the norm, from the prices of a list. */
export async function priceOfRetake(t: Tx, kase: casework.CaseFile, stages: readonly Stage[], prices: RetakePrices): Promise<number> {
  const before = (await selectContracts(t.sql, kase.id)).filter(wasAskedFor).length
  return retakePrice(stages, prices, { rule: retakePriceRule(await casework.normsOf(t, kase)), before })
}

/** The rule by which a retake costs other than the list says, as a sentence of the papers of the case; undefined where the list alone says it. */
export async function retakeRuleOnPaper(t: Tx, kase: casework.CaseFile): Promise<Bilingual | undefined> {
  const rule = retakePriceRule(await casework.normsOf(t, kase))
  return rule === 'published-list' ? undefined : both((words) => words[rule])
}

const both = bothOf(messages.kk.retakeRules, messages.ru.retakeRules)
