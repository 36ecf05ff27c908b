import { assertNone, Denial } from '#kernel/denial.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { stepBlockers, topicsBlockers, type BlueprintLine, type MapStep, type ProgrammeContent, type ProgrammeText, type Topic } from './domain/programme-content.ts'
import { modeBlockers } from './domain/practice-modes.ts'
import { policy } from './policy.ts'
import { assertDraft, assertNotExamined, chainOf, lockVersion } from './programmes.ts'
import { selectItems } from './store/item-store.ts'
import { updateContent } from './store/programme-store.ts'

/** What one page of the editor saves at once. */
export type ProgrammePart =
  | { part: 'texts'; title: ProgrammeText; methodology: ProgrammeText; briefing: ProgrammeText; needs: ProgrammeText; theoryMinutes: number }
  | { part: 'topics'; topics: Topic[]; blueprint: BlueprintLine[]; recommendations: Record<string, ProgrammeText> }
  | { part: 'modes'; theoryOnline: boolean; practiceOnline: boolean }
  | { part: 'map'; title: ProgrammeText; task: ProgrammeText; minutes: number }
  | { part: 'step'; step: Omit<MapStep, 'no'> & { no?: number } }
  | { part: 'step-up' | 'step-down' | 'step-removed'; no: number }

/** Writes one part into a draft; what is still missing is said when it is submitted, not here. */
export async function saveProgrammePart(ctx: Ctx, input: { versionId: string; revision: number } & ProgrammePart): Promise<void> {
  await tx(ctx, 'programme.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.write', version)
    await assertNotExamined(t, version)
    assertDraft(version, input.revision)
    const content = changed(version.content, input)
    if (input.part === 'topics') {
      assertNone('programme.topics-wrong', topicsBlockers(input.topics, input.blueprint))
      const known = new Set(input.topics.map((topic) => topic.code))
      const left = (await selectItems(t.sql, version.id)).find((item) => !known.has(item.topic))
      if (left) throw new Denial('programme.topic-has-items', { data: { topic: left.topic } })
      const step = content.map.steps.find((each) => each.topic !== undefined && !known.has(each.topic))
      if (step) throw new Denial('programme.topic-has-step', { data: { topic: step.topic!, no: step.no } })
    }
    if (input.part === 'step') assertNone('programme.step-wrong', stepBlockers({ ...input.step, no: input.step.no ?? content.map.steps.length }, content.topics))
    if (input.part === 'modes') assertNone('programme.modes-wrong', modeBlockers(content))
    await updateContent(t.sql, version.id, content)
    await record(t, chainOf(version.id), 'programme-changed', { part: input.part })
  })
}

function changed(content: ProgrammeContent, part: ProgrammePart): ProgrammeContent {
  switch (part.part) {
    case 'texts':
      return { ...content, title: part.title, methodology: part.methodology, briefing: part.briefing, needs: part.needs, theoryMinutes: part.theoryMinutes }
    case 'topics':
      return { ...content, topics: part.topics, blueprint: part.blueprint, recommendations: part.recommendations }
    case 'modes': {
      const { practiceModes: _, ...rest } = content
      return { ...rest, modes: heldModes(part.theoryOnline), ...(part.practiceOnline ? { practiceModes: heldModes(true) } : {}) }
    }
    case 'map':
      return { ...content, map: { ...content.map, title: part.title, task: part.task, minutes: part.minutes } }
    default:
      return { ...content, map: { ...content.map, steps: changedSteps(content.map.steps, part) } }
  }
}

const heldModes = (online: boolean): ExamMode[] => (online ? ['offline', 'online'] : ['offline'])

function changedSteps(steps: readonly MapStep[], part: Extract<ProgrammePart, { part: `step${string}` }>): MapStep[] {
  const all = [...steps]
  if (part.part === 'step') {
    if (part.step.no === undefined) all.push({ ...part.step, no: all.length + 1 })
    else all[placeOf(all, part.step.no)] = { ...part.step, no: part.step.no }
  } else {
    const place = placeOf(all, part.no)
    const [moved] = all.splice(place, 1)
    if (part.part === 'step-up') all.splice(Math.max(place - 1, 0), 0, moved!)
    if (part.part === 'step-down') all.splice(place + 1, 0, moved!)
  }
  return all.map((step, place) => ({ ...step, no: place + 1 }))
}

function placeOf(steps: readonly MapStep[], no: number): number {
  const place = steps.findIndex((step) => step.no === no)
  if (place < 0) throw new Denial('programme.step-gone', { data: { no } })
  return place
}
