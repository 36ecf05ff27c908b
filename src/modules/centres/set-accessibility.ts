import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { ACCESSIBILITY_FEATURES } from './domain/accessibility.ts'
import { policy } from './policy.ts'
import type { AccessibilityFeature } from './store/centre-store.ts'
import { upsertAccessibility } from './store/room-store.ts'

const NOTE_MAX = 300

/** Writes the accessibility passport of the centre: what there is, where it is, in both languages. */
export async function setAccessibility(ctx: Ctx, input: { centreId: Uuid; features: readonly AccessibilityFeature[] }): Promise<void> {
  await tx(ctx, 'accessibility.set', async (t) => {
    assertMay(t, policy, 'accessibility.set', input)
    for (const feature of input.features) {
      if (!(ACCESSIBILITY_FEATURES as readonly string[]).includes(feature.feature)) throw new Denial('accessibility.unknown-feature')
      for (const [field, note, other] of [['noteKk', feature.noteKk, feature.noteRu], ['noteRu', feature.noteRu, feature.noteKk]] as const) {
        if (note.length > NOTE_MAX) throw new Denial('accessibility.note-too-long', { data: { field: `${feature.feature}-${field}`, most: NOTE_MAX } })
        if (note.trim() === '' && other.trim() !== '') throw new Denial('accessibility.note-in-both', { data: { field: `${feature.feature}-${field}` } })
      }
      await upsertAccessibility(t.sql, input.centreId, { ...feature, noteKk: feature.noteKk.trim(), noteRu: feature.noteRu.trim() })
    }
    await record(t, `centre:${input.centreId}`, 'accessibility-set', { available: input.features.filter((feature) => feature.available).map((feature) => feature.feature) })
  })
}
