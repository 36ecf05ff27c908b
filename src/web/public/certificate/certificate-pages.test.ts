import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { certificateEvent } from '../../../../test/support/lost-scope.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

it('the public page of a certificate says the right thing at each moment of its life, with its history', async () => {
  const code = await world.aProfession()
  const centre = await world.aCentre({ professionCode: code })
  const other = await world.aProfession()
  await world.db.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, 4)', [centre.certificateId, other])
  const anybody = await aVisitor(world, app)
  // Pages for everybody are kept for seconds: every look is at an address of its own.
  let looks = 0
  const path = () => `/certificates/T-${centre.serial}${'%20'.repeat(looks++ % 20)}`
  const api = async () => JSON.parse(await anybody.get(`/api/v1${path()}`)) as { status: string; withdrawnOn: string | null; scope: { code: string; status: string }[]; history: { kind: string; on: string; professions: string[] | null; ground: string | null }[] }

  for (const body of await inAllLanguages(anybody, path())) expect(body).toContain('t-time')
  expect(await api()).toMatchObject({ status: 'valid', history: [{ kind: 'issued', on: '2025-01-01' }] })

  world.at('2026-03-03 10:00')
  await certificateEvent(world, centre, 'withdrawal', { professions: [other] })
  expect(await api()).toMatchObject({ status: 'valid', withdrawnOn: null })
  expect((await api()).scope.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((line) => line.status)).toEqual(['valid', 'withdrawn'])

  world.at('2026-03-04 10:00')
  await certificateEvent(world, centre, 'withdrawal')
  expect(await api()).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-03-04' })
  const [kk, ru, en] = await inAllLanguages(anybody, path())
  expect([kk!.includes('Кері қайтарып алынды'), ru!.includes('Отозван'), en!.includes('Documents of recognition issued before stay valid.')]).toEqual([true, true, true])
  // Neither who proposed it nor the circumstances are for everybody.
  expect(kk).not.toContain('Тексеру актісі')

  await certificateEvent(world, centre, 'resumption', { from: day('2026-03-06'), ground: 'breaches-remedied' })
  expect((await api()).status).toBe('withdrawn')
  expect(await anybody.get(`/en${path()}`)).toContain('in force from 6 March 2026')
  world.at('2026-03-06 00:00')
  expect((await api()).status).toBe('valid')
  await certificateEvent(world, centre, 'termination', { ground: 'organisation-wound-up' })
  expect(await api()).toMatchObject({ status: 'terminated', history: [{ kind: 'issued' }, { kind: 'withdrawal', professions: [other] }, { kind: 'withdrawal', professions: null, ground: 'breaches-found' }, { kind: 'resumption' }, { kind: 'termination', ground: 'organisation-wound-up' }] })
})

it('says of a profession that left the register that no centre recognises it, on the page of the certificate, of its centre and in the open data', async () => {
  world.at('2026-03-10 10:00')
  const [code, alone] = [await world.aProfession(), await world.aProfession()]
  const centre = await world.aCentre({ professionCode: code })
  await world.db.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, 4)', [centre.certificateId, alone])
  const anybody = await aVisitor(world, app)
  let looks = 0
  const certificate = async () => JSON.parse(await anybody.get(`/api/v1/certificates/T-${centre.serial}${'%20'.repeat(++looks)}`)) as { scope: { code: string; status: string; struck: boolean }[] }
  const page = async () => anybody.get(`/en/centres/${centre.serial}?look=${++looks}`)
  const offered = async () => (await anybody.get('/api/v1/datasets/centre-scope.csv')).split('\n').filter((row) => row.includes(code)).length
  expect((await certificate()).scope.every((line) => !line.struck)).toBe(true)
  expect([(await page()).includes(`/en/apply/${code}`), await offered()]).toEqual([true, 1])

  await certificateEvent(world, centre, 'withdrawal', { professions: [alone], from: day('2026-03-10') })
  const withdrawn = await page()
  expect([withdrawn.includes(`/en/apply/${alone}`), withdrawn.includes(`/en/apply/${code}`), withdrawn.includes('withdrawn')]).toEqual([false, true, true])

  await world.db.run("update profession_version set valid_until = '2026-03-10' where code = $1", [code])
  expect((await certificate()).scope.find((line) => line.code === code)).toMatchObject({ status: 'valid', struck: true })
  expect(await anybody.get(`/en/certificates/T-${centre.serial}%20%20%20%20%20%20%20`)).toContain('no centre recognises it')
  expect([(await page()).includes(`/en/apply/${code}`), await offered()]).toEqual([false, 0])
})
