import type { Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { answerKey, faultyItems } from './neighbours.ts'
import { selectAnswersOfRuns, selectEndedPractice, selectEndedTheory, selectItemsOfForms, selectMarksOfRuns, type EndedPractice, type EndedTheory, type GivenMark } from './store/ended-run-store.ts'

export type { EndedPractice, EndedTheory, GivenMark } from './store/ended-run-store.ts'

/** Runs asked for at once, so that the answers of a whole year are never held as forms. */
const BATCH = 500

/** The exams that ended from one moment up to another, as far as the reader may see their cases; the caller's own policy has decided that he may count them. */
export async function listEndedExams(t: Tx, from: Moment, until: Moment): Promise<{ theory: EndedTheory[]; practice: EndedPractice[]; marks: GivenMark[] }> {
  const practice = await selectEndedPractice(t.sql, from, until)
  return { theory: await selectEndedTheory(t.sql, from, until), practice, marks: await selectMarksOfRuns(t.sql, practice.map((run) => run.runId)) }
}

export interface WrongOfRuns {
  /** Run → question → the wrong options chosen, in one text; an unanswered question is none. */
  byRun: Map<string, Map<string, string>>
  /** Question → how many options it has. */
  options: Map<string, number>
}
/** What was answered wrongly in these runs; questions found faulty are left out. */
export async function listWrongAnswers(t: Tx, runs: readonly Pick<EndedTheory, 'runId' | 'programmeVersionId'>[]): Promise<WrongOfRuns> {
  const [keys, faulty] = [new Map<string, string>(), new Set<string>()]
  for (const versionId of new Set(runs.map((run) => run.programmeVersionId))) {
    for (const [item, right] of await answerKey(t.sql, versionId)) keys.set(item, [...right].sort().join(' '))
    for (const item of await faultyItems(t.sql, versionId)) faulty.add(item)
  }
  const found: WrongOfRuns = { byRun: new Map(runs.map((run) => [run.runId, new Map()])), options: new Map() }
  for (let at = 0; at < runs.length; at += BATCH) {
    const ids = runs.slice(at, at + BATCH).map((run) => run.runId)
    const forms = new Map((await selectItemsOfForms(t.sql, ids)).map((row) => [row.runId, new Map(row.items.map((item) => [item.no, item]))]))
    for (const row of await selectAnswersOfRuns(t.sql, ids)) {
      const item = forms.get(row.runId)!.get(row.itemNo)!
      const chosen = [...row.chosen].sort().join(' ')
      const right = keys.get(item.itemId)
      if (right === undefined || chosen === right || faulty.has(item.itemId)) continue
      found.byRun.get(row.runId)!.set(item.itemId, chosen)
      found.options.set(item.itemId, item.options.length)
    }
  }
  return found
}
