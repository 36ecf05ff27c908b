import { STAGES } from '#kernel/exam-stage.ts'
import { wilsonInterval } from './chance.ts'
import type { Result } from './shares.ts'
import { percent, type Found, type SignalNorms } from './signal.ts'

/**
 * A region whose candidates pass a stage far more or far less often than those of all other regions, though no centre of it stands out alone: the
 * centres that have a signal of their own are left out. Every centre of the region that lies on the same side bears the signal.
 */
export function regionRateSignals(results: readonly Result[], regionOf: ReadonlyMap<string, string>, own: readonly Pick<Found, 'centreId' | 'subject'>[], norms: SignalNorms): Found[] {
  const seen = new Set(own.map((each) => `${each.centreId} ${each.subject}`))
  return STAGES.flatMap((stage) => {
    const held = results.filter((result) => result.stage === stage && regionOf.has(result.centreId) && !seen.has(`${result.centreId} ${stage}`))
    const allPassed = held.filter((result) => result.passed).length
    return [...new Set(held.map((result) => regionOf.get(result.centreId)!))].sort().flatMap((region) => {
      const here = held.filter((result) => regionOf.get(result.centreId) === region)
      const centres = [...new Set(here.map((result) => result.centreId))].sort()
      const others = held.length - here.length
      // One centre alone is no region: it is compared as a centre.
      if (centres.length < 2 || here.length < norms.minCases || others < norms.minCases) return []
      const passed = here.filter((result) => result.passed).length
      const [share, othersShare] = [passed / here.length, (allPassed - passed) / others]
      const { low, high } = wilsonInterval(passed, here.length, norms.confidencePercent)
      const around = wilsonInterval(allPassed - passed, others, norms.confidencePercent)
      if ((around.low <= high && around.high >= low) || Math.abs(share - othersShare) * 100 < norms.passRateDistance) return []
      return centres.flatMap((centreId): Found[] => {
        const at = here.filter((result) => result.centreId === centreId)
        const atPassed = at.filter((result) => result.passed).length
        if (share > othersShare ? atPassed / at.length <= othersShare : atPassed / at.length >= othersShare) return []
        return [{
          kind: 'region-rate', centreId, subject: stage, weight: here.length, caseIds: at.map((result) => result.caseId),
          figures: { stage, region, centres: centres.length, passed, total: here.length, share: percent(share), low: percent(low), high: percent(high), othersShare: percent(othersShare), othersTotal: others, ownPassed: atPassed, ownTotal: at.length, direction: share > othersShare ? 'more' : 'less' },
        }]
      })
    })
  })
}

export interface SpentVoucher {
  caseId: string
  centreId: string
  /** Whose places it took. */
  regionKato: string
  /** Whether a centre of that region might have held the exam. */
  hasHomeCentre: boolean
}

/** A centre that takes most of its vouchers from other regions, though these regions have centres for the same qualification. Another region is far: the platform knows no distances. */
export function farVoucherSignals(vouchers: readonly SpentVoucher[], regionOf: ReadonlyMap<string, string>, norms: SignalNorms): Found[] {
  return [...new Set(vouchers.map((each) => each.centreId))].sort().flatMap((centreId) => {
    const home = regionOf.get(centreId)
    const own = vouchers.filter((each) => each.centreId === centreId)
    const far = own.filter((each) => home !== undefined && each.regionKato !== home && each.hasHomeCentre)
    if (home === undefined || far.length < norms.farVouchers || far.length * 100 <= norms.farVoucherPercent * own.length) return []
    const counts = new Map<string, number>()
    for (const each of far) counts.set(each.regionKato, (counts.get(each.regionKato) ?? 0) + 1)
    const [region, most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    return [{ kind: 'far-voucher' as const, centreId, subject: 'vouchers', weight: far.length, caseIds: far.map((each) => each.caseId), figures: { far: far.length, total: own.length, share: percent(far.length / own.length), region, most, regions: counts.size, home } }]
  })
}
