import { expect } from 'vitest'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { PersonActor } from '#platform/acts/actor.ts'
import { cookieName } from '#platform/http/cookies.ts'
import * as people from '#modules/people/index.ts'
import type { TestWorld } from './world.ts'

export interface Visitor {
  /** The cookies as they are now, for requests that no browser would send. */
  cookie(): string
  get(path: string, status?: number): Promise<string>
  /** Fills the hidden fields of the page's last form that has them, as a browser without a script would; with a file it is sent as forms with files are. */
  send(path: string, fields: Readonly<Record<string, Typed>>): Promise<LightMyRequestResponse>
}

/** What is typed, ticked or chosen in a field; a file by its name and bytes. */
export type Typed = string | readonly string[] | SentFile
export interface SentFile {
  name: string
  bytes: Uint8Array
}
const isFile = (value: Typed): value is SentFile => typeof value === 'object' && !Array.isArray(value)

/** A browser without a script that keeps its cookie; somebody unknown when no actor is given. */
export async function aVisitor(world: TestWorld, app: FastifyInstance, actor?: PersonActor): Promise<Visitor> {
  const token = actor && (await people.startSession(world.as(actor), actor.accountId, 'test'))
  const headers: Record<string, string> = token ? { cookie: `${cookieName('session', false)}=${token}` } : {}
  /** A session is rotated while it is used: the browser goes on with the newest. Somebody unknown keeps his visit, to which his forms are bound. */
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    const renewed = answer.cookies.find((each) => each.name === cookieName(token ? 'session' : 'visit', false) && each.value !== '')
    if (renewed) headers['cookie'] = `${renewed.name}=${renewed.value}`
    return answer
  }
  async function get(path: string, status = 200): Promise<string> {
    const answer = keep(await app.inject({ url: path, headers }))
    expect(`${answer.statusCode} ${path}`).toBe(`${status} ${path}`)
    return answer.body
  }
  return {
    cookie: () => headers['cookie'] ?? '',
    get,
    async send(path, fields) {
      const body = await get(path)
      const all: Record<string, Typed> = {}
      for (const name of ['csrf', 'requestKey', 'version', 'draftId']) {
        const found = [...body.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1]
        if (found !== undefined) all[name] = found
      }
      const { type, payload } = encoded({ ...all, ...fields })
      return keep(await app.inject({ method: 'POST', url: path, headers: { ...headers, 'content-type': type }, payload }))
    },
  }
}

function encoded(fields: Readonly<Record<string, Typed>>): { type: string; payload: string | Buffer } {
  const parts = Object.entries(fields).flatMap(([name, value]): [string, string | SentFile][] => (Array.isArray(value) ? (value as readonly string[]).map((each): [string, string] => [name, each]) : [[name, value as string | SentFile]]))
  if (!parts.some(([, value]) => isFile(value))) return { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(parts as [string, string][]).toString() }
  const pieces = parts.flatMap(([name, value]) => [
    Buffer.from(isFile(value) ? `--b\r\ncontent-disposition: form-data; name="${name}"; filename="${value.name}"\r\ncontent-type: application/octet-stream\r\n\r\n` : `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(isFile(value) ? value.bytes : value), Buffer.from('\r\n'),
  ])
  return { type: 'multipart/form-data; boundary=b', payload: Buffer.concat([...pieces, Buffer.from('--b--\r\n')]) }
}

/** The bodies of one page in Kazakh, Russian and English. */
export async function inAllLanguages(who: Visitor, path: string): Promise<string[]> {
  const bodies: string[] = []
  for (const lang of ['kk', 'ru', 'en']) bodies.push(await who.get(`/${lang}${path}`))
  return bodies
}
