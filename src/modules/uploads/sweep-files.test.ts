import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tx } from '#platform/acts/tx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import { PNG } from '../../../test/support/files.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { receiveAttachment, sweepFiles } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function keys(): Promise<string[]> {
  const found: string[] = []
  for await (const key of world.files.list(-1000)) found.push(key)
  return found.sort()
}

it('asks every table that names a file: bytes of one that is not asked would be taken after a day', async () => {
  const tables = await world.db.many<{ table: string }>("select distinct table_name as table from information_schema.columns where table_schema = 'public' and column_name in ('file_key', 'original_key') order by 1")
  const asked = ['src/modules/uploads/store/attachment-store.ts', 'src/platform/pdf/paper-outbox.ts'].map((file) => readFileSync(file, 'utf8')).join()
  expect(tables.length).toBeGreaterThan(8)
  expect(tables.filter(({ table }) => !new RegExp(`from ${table}\\b`).test(asked))).toEqual([])
})

it('deletes bytes that nothing points at, spares those of cases and papers, and touches nothing younger than a day', async () => {
  const exam = await anExamCase(world)
  const file = await receiveAttachment(world.as(exam.clerk), { caseId: exam.caseId as never, kind: 'other', name: 'a.png', bytes: PNG })
  const paper = await world.files.put(Buffer.from('%PDF-'))
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
    const id = await createPaper(t, 'protocol', {} as never, { caseId: exam.caseId as never, centreId: exam.centre.id })
    await t.sql.run('update paper set file_key = $2 where id = $1', [id, paper.key])
  })
  const orphan = await world.files.put(Buffer.from('nobody'))
  expect(await sweepFiles(world.system())).toBe(0)
  expect(await sweepFiles(world.system(), -1000)).toBe(1)
  expect(await keys()).toEqual([file.fileKey, file.originalKey, paper.key].sort())
  await expect(world.files.get(orphan.key)).rejects.toThrow()
  expect(await sweepFiles(world.system(), -1000)).toBe(0)
})
