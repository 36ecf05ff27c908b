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
  /** Fills the hidden fields of the page's last form that has them, as a browser without a script would. */
  send(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<LightMyRequestResponse>
}

/** A browser without a script that keeps its cookie; somebody unknown when no actor is given. */
export async function aVisitor(world: TestWorld, app: FastifyInstance, actor?: PersonActor): Promise<Visitor> {
  const token = actor && (await people.startSession(world.as(actor), actor.accountId, 'test'))
  const headers: Record<string, string> = token ? { cookie: `${cookieName('session', false)}=${token}` } : {}
  /** A session is rotated while it is used: the browser goes on with the newest. */
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    const renewed = answer.cookies.find((each) => each.name === cookieName('session', false) && each.value !== '')
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
      const query = new URLSearchParams()
      for (const name of ['csrf', 'requestKey', 'version']) {
        const found = [...body.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1]
        if (found !== undefined) query.set(name, found)
      }
      for (const [name, value] of Object.entries(fields)) {
        query.delete(name)
        for (const each of typeof value === 'string' ? [value] : value) query.append(name, each)
      }
      return keep(await app.inject({ method: 'POST', url: path, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: query.toString() }))
    },
  }
}

/** The bodies of one page in Kazakh, Russian and English. */
export async function inAllLanguages(who: Visitor, path: string): Promise<string[]> {
  const bodies: string[] = []
  for (const lang of ['kk', 'ru', 'en']) bodies.push(await who.get(`/${lang}${path}`))
  return bodies
}
