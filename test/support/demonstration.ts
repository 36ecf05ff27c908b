import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { csrfToken } from '#platform/auth/tokens.ts'
import * as people from '#modules/people/index.ts'
import { loadDemonstration } from '../../demo/load.ts'
import { openTestServer } from './server.ts'
import { toldOnce } from './told-once.ts'
import { openTestWorld, type TestWorld } from './world.ts'

/** Somebody's browser, whose cookie and token need no page to be drawn first. */
export interface Guest {
  key: string
  cookie: string
  csrf: string
  /** Any request; `body` is sent as a form unless `type` says otherwise. */
  ask(url: string, send?: { body: string | Buffer; type?: string }): Promise<LightMyRequestResponse>
}

export interface Demonstration {
  world: TestWorld
  app: FastifyInstance
  /** Lines of the log since the last request. */
  lines: string[]
  /** A person of the demonstration by his key; nobody when it is empty. */
  guest(key: string): Promise<Guest>
  /** One column of a query, with the sight of the system. */
  column(sql: string): Promise<string[]>
  close(): Promise<void>
}

export const FORM = 'application/x-www-form-urlencoded'

const EVENING = '2026-11-24 19:00'

/** A copy of the demonstration as it stands on the evening of 24 November 2026; it is told once in a run. */
async function openToldWorld(): Promise<TestWorld> {
  const folder = await toldOnce(`${inject('told')}-world`, async (folder) => {
    const teller = await openTestWorld()
    teller.at(EVENING)
    await loadDemonstration(teller, { say: () => {} })
    await writeFile(join(folder, 'database'), await teller.keep(join(folder, 'files')))
  })
  const world = await openTestWorld({ database: await readFile(join(folder, 'database'), 'utf8'), files: join(folder, 'files') })
  world.at(EVENING)
  return world
}

/** The whole demonstration behind a web server, on the evening of 24 November 2026. */
export async function openDemonstration(): Promise<Demonstration> {
  const world = await openToldWorld()
  const { app, lines } = await openTestServer(world)
  const guests = new Map<string, Promise<Guest>>()
  async function enter(key: string): Promise<Guest> {
    const { cookie, csrf } = key === '' ? stranger(world) : await signedIn(world, key)
    return {
      key, cookie, csrf,
      ask(url, send) {
        lines.length = 0
        return app.inject(send ? { method: 'POST', url, payload: send.body, headers: { cookie, 'content-type': send.type ?? FORM } } : { url, headers: { cookie } })
      },
    }
  }
  return {
    world, app, lines,
    guest(key) {
      if (!guests.has(key)) guests.set(key, enter(key))
      return guests.get(key)!
    },
    column: async (sql) => (await world.db.begin((sight) => sight.many<Record<string, string>>(sql), { 'tanu.scope': 'system' })).map((row) => Object.values(row)[0]!),
    async close() {
      await app.close()
      await world.drop()
    },
  }
}

function stranger(world: TestWorld): { cookie: string; csrf: string } {
  const visit = 'a-visit-of-nobody-in-particular'
  return { cookie: `tanu-visit=${visit}`, csrf: csrfToken(world.secret, visit) }
}

async function signedIn(world: TestWorld, key: string): Promise<{ cookie: string; csrf: string }> {
  const { id } = await world.db.one<{ id: string }>('select id from account where demo_key = $1', [key])
  const actor = (await people.personActor(world, id))!
  const token = await people.startSession(world.as(actor), actor.accountId, 'test')
  const session = (await people.resolveSession(world.context(ANONYMOUS, 'kk'), token))!
  return { cookie: `tanu-session=${token}`, csrf: csrfToken(world.secret, session.sessionId) }
}

/** Addresses of things that are really there, at the centre with this number, for a path with parameters. */
export async function realAddresses({ column }: Pick<Demonstration, 'column'>, path: string, serial = '01'): Promise<string[]> {
  const here = `(select id from centre where serial = '${serial}')`
  const ofCentre = (table: string) => `select x.id from ${table} x join case_file c on c.id = x.case_id where c.centre_id = ${here} order by 1`
  const numbers = (kind: string) => `select number from case_file where kind = '${kind}' and centre_id = ${here} order by 1`
  const programmes = `select v.id from programme_version v join programme p on p.id = v.programme_id where p.centre_id = ${here} order by 1`
  const kind = /complaint/.test(path) && !path.startsWith('/cases') ? 'complaint' : /\/appeals\//.test(path) ? 'appeal' : 'recognition'
  const sources: [RegExp, string][] = [
    [/^\/verify\/:number/, 'select number from recognition_document order by 1'], [/:number/, numbers(kind)], [/^\/centre\/programmes\/:id/, programmes],
    [/^\/centre\/sittings\/:id/, `select id from sitting where centre_id = ${here} order by 1`], [/^\/papers\/:id/, ofCentre('paper')], [/^\/attachments\/:id/, ofCentre('attachment')],
    [/^\/(centre|accreditor)\/monitoring\/checks\/:id/, `select id from monitoring_check where centre_id = ${here} order by 1`], [/^\/monitoring\/papers\/:id/, `select id from monitoring_paper where centre_id = ${here} order by 1`],
    [/^\/accreditor\/monitoring\/centres\/:id/, `select id from centre where serial = '${serial}'`],
    [/^\/admin\/accounts\/:id/, 'select id from account order by 1'], [/^\/centres\/:serial/, 'select serial from centre order by 1'],
  ]
  const [place] = sources.find(([pattern]) => pattern.test(path)) ?? []
  const found = place ? await column(sources.find(([pattern]) => pattern === place)![1]) : ['']
  const item = path.includes(':item') ? (await column(`select i.id from item i where i.programme_version_id in (${programmes.replace(' order by 1', '')}) order by i.programme_version_id, 1`))[0]! : ''
  const fixed: Record<string, string> = { code: 'K-0001', step: 'you', no: '1', item, token: 'x'.repeat(43), key: 'deadline.T1.length' }
  return found.map((value) => path.replace(/:(\w+)/g, (_, name: string) => fixed[name] ?? value))
}

export interface DrawnForm {
  action: string
  /** Names of the fields with the values they were drawn with, the tokens left out. */
  fields: [name: string, value: string][]
}

/** The forms of a page that post something. */
export function formsOf(html: string, address: string): DrawnForm[] {
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return [...html.matchAll(/<form[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/g)].map(([whole, inner]) => ({
    action: plain(/action="([^"]+)"/.exec(whole)?.[1] ?? address),
    fields: [...inner!.matchAll(/<(?:input|textarea|select|button)\b([^>]*)>/g)].flatMap(([, attributes]): [string, string][] => {
      const name = /\bname="([^"]*)"/.exec(attributes!)?.[1]
      return name && name !== 'csrf' && name !== 'requestKey' ? [[name, plain(/\bvalue="([^"]*)"/.exec(attributes!)?.[1] ?? '')]] : []
    }),
  }))
}
