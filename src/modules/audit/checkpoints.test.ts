import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { sealCheckpoint } from '#platform/journal/checkpoint.ts'
import { openCheckpointKey } from '#platform/signing/checkpoint-key.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import { compareWithFile, exportCheckpoints, parseCheckpointFile, readCheckpoints, verifyCheckpoints } from './index.ts'

const { world, app } = await servedWorld()
let auditor: PersonActor
beforeAll(async () => {
  auditor = await world.anOfficial('auditor')
  const key = await openCheckpointKey(await mkdtemp(join(tmpdir(), 'tanu-checkpoint-')))
  await sealCheckpoint(world.db, key, { id: newUuid(world.clock.realNow()), at: world.clock.realNow() })
}, 60_000)

describe('checkpoints for the auditor', () => {
  it('are read, checked and taken away by him and by nobody else', async () => {
    const visitor = await aVisitor(world, app, auditor)
    for (const body of await inAllLanguages(visitor, '/auditor/checkpoints?check=yes')) expect(body).toMatch(/1 бақылау нүктесі|контрольных точек — 1|1 checkpoints compared/)
    const stranger = world.as(await world.anOfficial('ministry'))
    await expect(readCheckpoints(stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(exportCheckpoints(stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(verifyCheckpoints(stranger)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('compare a file taken away with the journal of today, and name what is no longer there', async () => {
    const file = parseCheckpointFile(JSON.stringify(await exportCheckpoints(world.as(auditor))))!
    expect(await compareWithFile(world.as(auditor), file)).toEqual({ lost: [], checkpointStands: true })
    const [chain, seq] = file.heads[0]!
    const other = { ...file, checkpoint: { ...file.checkpoint!, root: '00'.repeat(32) }, heads: [[chain, seq, 'ab'.repeat(32)], ['register:gone', 7, 'cd'.repeat(32)]] as typeof file.heads }
    const compared = await compareWithFile(world.as(auditor), other)
    expect([compared.checkpointStands, compared.lost.map((each) => each.chain).sort()]).toEqual([false, [chain, 'register:gone'].sort()])
  })

  it.each(['', '{}', '{"format":"tanu-journal-checkpoint-1","heads":[["a",1,"xyz"]]}', '[1'])('take nothing else for such a file: %s', (text) => expect(parseCheckpointFile(text)).toBeUndefined())
})
