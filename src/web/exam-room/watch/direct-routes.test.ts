import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { PersonActor } from '#platform/acts/actor.ts'
import { s3Store } from '#platform/files/s3-store.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { bringPiece } from '../../../../test/support/brought-piece.ts'
import { anOnlineExam, CHUNK_HEAD, hashOf } from '../../../../test/support/online-exam.ts'
import { openS3Server, type S3Server } from '../../../../test/support/s3-server.ts'
import { openTestServer } from '../../../../test/support/server.ts'
import { aVisitor } from '../../../../test/support/visitor.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { seal, type Seal, type Told } from '../../islands/proctoring/direct.ts'

let store: S3Server
let world: TestWorld
let app: FastifyInstance
let lines: string[]
beforeAll(async () => {
  store = await openS3Server()
  world = await openTestWorld(undefined, { files: s3Store(store.settings) })
  ;({ app, lines } = await openTestServer(world))
}, 60_000)
afterAll(async () => {
  await app.close()
  await world.drop()
  await store.end()
})
const cookieOf = async (person: PersonActor) => (await aVisitor(world, app, person)).cookie()
const connectOf = async (cookie: string, url: string) => /connect-src ([^;]*)/.exec(String((await app.inject({ url, headers: { cookie } })).headers['content-security-policy']))![1]

describe('the pages of a watch whose recording goes straight to the store', () => {
  it('name the store in their policy while the exam runs, and no other page does', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    const [candidate, proctor] = [await cookieOf(exam.candidate), await cookieOf(exam.proctor)]
    const room = `/kk/exam/${exam.number}`
    expect(await connectOf(candidate, room)).toBe("'self'")
    const running = await anOnlineExam(world)
    await running.watched()
    const his = await cookieOf(running.candidate)
    expect(await connectOf(his, `/kk/exam/${running.number}`)).toBe(`'self' ${store.origin}`)
    for (const other of [`/kk/exam/${running.number}/watch`, `/kk/exam/${running.number}/watch/state`, `/kk/cases/${running.number}`, `/kk/cases/${running.number}/watch`, '/kk', '/kk/nowhere']) expect(await connectOf(his, other), other).toBe("'self'")
    expect(await connectOf(proctor, `/kk/proctor/cases/${running.number}`)).toBe("'self'")
    const practice = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await practice.working()
    expect(await connectOf(await cookieOf(practice.candidate), `/kk/exam/${practice.number}/practice`)).toBe(`'self' ${store.origin}`)
    world.at('2026-03-26 10:00')
  })

  it('get key and places in answers that nobody keeps, behind the token of the page; nothing of it is in the log', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const cookie = await cookieOf(exam.candidate)
    const base = `/kk/exam/${exam.number}/watch`
    const page = (await app.inject({ url: `/kk/exam/${exam.number}`, headers: { cookie } })).body
    const csrf = /data-csrf="([^"]+)"/.exec(page)![1]!
    const answer = await app.inject({ url: `${base}/state`, headers: { cookie } })
    const { seal: own } = answer.json() as { seal: Seal }
    expect([answer.headers['cache-control'], Buffer.from(own.key, 'base64').length, page.includes(own.key)]).toEqual(['no-store', 32, false])
    expect((await app.inject({ url: `${base}/state`, headers: { cookie: await cookieOf(await world.aPerson()) } })).statusCode).toBe(404)

    const post = async (path: string, body: unknown, token = csrf) => {
      const said = await app.inject({ method: 'POST', url: `${base}/${path}`, headers: { cookie, 'x-csrf-token': token, 'content-type': 'application/json' }, payload: JSON.stringify(body) })
      return { ...(said.json() as Told), status: said.statusCode }
    }
    const sealed = await seal(own, 'camera:0', CHUNK_HEAD)
    const asked = { track: 'camera', chunk: 0, mediaType: 'video/webm', sha256: hashOf(CHUNK_HEAD), clientFrom: Date.parse(world.clock.now()), ms: 4000, sealedSha256: hashOf(sealed), sealedSize: sealed.length }
    expect(await post('places', asked, 'wrong')).toMatchObject({ status: 403, code: 'csrf.wrong' })
    for (const wrong of [null, {}, [], { ...asked, chunk: '0' }, { ...asked, chunk: -1 }, { ...asked, sealedSize: 1.5 }, { ...asked, sha256: 7 }, { ...asked, mediaType: 'text/html' }]) expect(await post('places', wrong)).toMatchObject({ status: 400, code: 'input.wrong' })
    expect(await post('places', { ...asked, sealedSize: 5 * 1024 * 1024 })).toMatchObject({ status: 413, code: 'proctoring.chunk-too-large' })
    expect(await post('places', { ...asked, chunk: 1 })).toMatchObject({ status: 409, code: 'proctoring.chunk-order' })
    const place = await post('places', asked)
    expect([place.status, new URL(place.put!.url).origin]).toEqual([200, store.origin])
    expect(await post('places/confirm', { ticket: place.ticket })).toMatchObject({ status: 422, code: 'proctoring.upload-missing' })
    expect((await fetch(place.put!.url, { method: 'PUT', headers: place.put!.headers, body: sealed })).status).toBe(200)
    for (const wrong of [{}, { ticket: 1 }]) expect(await post('places/confirm', wrong)).toMatchObject({ status: 400 })
    expect(await post('places/confirm', { ticket: 'forged' })).toMatchObject({ status: 422, code: 'proctoring.ticket-wrong' })
    expect([await post('places/confirm', { ticket: place.ticket }), await post('places/confirm', { ticket: place.ticket }), await post('places', asked)]).toEqual([{ status: 200, outcome: 'stored' }, { status: 200, outcome: 'again' }, { status: 200, outcome: 'again' }])
    const log = lines.join('')
    expect(log).toContain('/places')
    for (const secret of [own.key, place.ticket!, 'X-Amz-Signature']) expect(log).not.toContain(secret)
  })

  it('say how many pieces do not open, as soon as somebody opens the recording by his form', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const forged = Buffer.from('junk under a right digest, longer than what a seal adds')
    const { ticket } = await bringPiece(world, exam, 0, CHUNK_HEAD, { said: { sealedSha256: hashOf(forged), sealedSize: forged.length }, put: forged })
    await proctoring.confirmChunk(world.as(exam.candidate), { number: exam.number, ticket })
    const proctor = await aVisitor(world, app, exam.proctor)
    const page = `/kk/proctor/cases/${exam.number}`
    expect(await proctor.get(page)).not.toContain('ашылмайтын бөліктері')
    const opened = await proctor.send(page, { do: 'open', stage: 'theory', purpose: 'live-watch' })
    expect(opened.statusCode).toBe(303)
    expect(await proctor.get(String(opened.headers.location))).toContain('Жазбаның ашылмайтын бөліктері: 1.')
    const view = new URL(String(opened.headers.location), 'http://x').searchParams.get('view')
    expect(await proctor.get(`${page}/clip?view=${view}&track=camera`, 422)).toContain('Жазбаның бұл бөлігін көрсету мүмкін емес')
    expect(lines.join('')).toContain('a piece of a recording does not open')
  })
})
