import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '#platform/acts/ctx.ts'
import { tx } from '#platform/acts/tx.ts'
import { openCheckpointKey, type CheckpointKey } from '#platform/signing/checkpoint-key.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { entriesOf, firstBreak, hashOf, record } from './journal.ts'
import { findCheckpointFaults, findLostHeads, sealCheckpoint, selectCheckpoints, selectSealedHeads } from './checkpoint.ts'

let world: TestWorld
let key: CheckpointKey
let owner: pg.Client
beforeAll(async () => {
  world = await openTestWorld()
  key = await openCheckpointKey(await mkdtemp(join(tmpdir(), 'tanu-checkpoint-')))
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
}, 60_000)
afterAll(async () => {
  await owner.end()
  await world.drop()
})

const seal = () => sealCheckpoint(world.db, key, { id: newUuid(world.clock.realNow()), at: world.clock.realNow() })
const act = (chain: string, kind = 'something') => tx(world.system(), 'reference.load', async (t) => {
  t.authorised = 'reference.load'
  await record(t, chain, kind)
})
/** As somebody who has the database in his hands and puts everything back afterwards. */
async function asAdministrator(change: () => Promise<unknown>, ...tables: string[]): Promise<void> {
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`)
  await change()
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`)
}
const faults = async () => (await findCheckpointFaults(world.db)).faults

describe('checkpoints of the journal', () => {
  it('cover everything there is, and nothing twice', async () => {
    await act('register:a')
    await act('register:a')
    await act('register:b')
    expect(await seal()).toBe(true)
    expect(await seal()).toBe(false)
    const total = await world.db.one<{ count: number }>('select count(*) as count from journal_entry')
    expect((await selectCheckpoints(world.db, 1))[0]).toMatchObject({ no: 1, entries: total.count })
    await act('register:b')
    expect(await seal()).toBe(true)
    expect((await selectCheckpoints(world.db, 1))[0]).toMatchObject({ no: 2, entries: total.count + 1 })
    expect(await findCheckpointFaults(world.db)).toEqual({ faults: [], next: undefined, checked: 2 })
  })

  it('are written once when two workers seal at the same moment', async () => {
    await act('register:b')
    const sealed = await Promise.all([seal(), seal(), seal()])
    expect(sealed.filter(Boolean)).toHaveLength(1)
    expect(await faults()).toEqual([])
  })

  it('are never changed or removed by the application', async () => {
    for (const statement of ['update journal_checkpoint set entries = 0', 'delete from journal_checkpoint_head', 'truncate journal_checkpoint_key']) {
      await expect(world.db.run(statement)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('find a tail that was cut off, whose chain alone holds', async () => {
    await act('register:cut')
    await act('register:cut')
    await seal()
    await asAdministrator(() => owner.query("delete from journal_entry where chain = 'register:cut' and seq = 2"), 'journal_entry')
    expect(firstBreak(await entriesOf(world.db, 'register:cut'))).toBeUndefined()
    expect(await faults()).toMatchObject([{ fault: 'entry', chain: 'register:cut', seq: 2 }])
  })

  it('find a chain that was rewritten whole and verifies clean', async () => {
    await act('register:whole', 'right')
    await seal()
    const heads = await selectSealedHeads(world.db)
    const [entry] = await entriesOf(world.db, 'register:whole')
    const forged = { ...entry!, kind: 'wrong' }
    await asAdministrator(() => owner.query('update journal_entry set kind = $2, hash = $3 where id = $1', [entry!.id, forged.kind, Buffer.from(hashOf(new Uint8Array(32), forged))]), 'journal_entry')
    expect(firstBreak(await entriesOf(world.db, 'register:whole'))).toBeUndefined()
    expect((await faults()).map((each) => each.chain)).toContain('register:whole')
    expect((await findLostHeads(world.db, heads)).map((head) => head.chain)).toContain('register:whole')
  })

  it('find a checkpoint that was edited, or taken out from between', async () => {
    const before = (await faults()).length
    await asAdministrator(() => owner.query('update journal_checkpoint set entries = entries - 1 where no = 1'), 'journal_checkpoint')
    expect((await faults()).slice(0, 1)).toEqual([{ no: 1, fault: 'signature' }])
    await asAdministrator(() => owner.query('update journal_checkpoint set entries = entries + 1 where no = 1'), 'journal_checkpoint')
    expect(await faults()).toHaveLength(before)
    await asAdministrator(async () => {
      await owner.query('delete from journal_checkpoint_head where no = 2')
      await owner.query('delete from journal_checkpoint where no = 2')
    }, 'journal_checkpoint', 'journal_checkpoint_head')
    expect(await faults()).toContainEqual({ no: 3, fault: 'gap' })
  })
})
