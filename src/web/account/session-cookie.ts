import { cookieName } from '#platform/http/cookies.ts'
import type { CookieToSet, PageRequest } from '#platform/http/page.ts'
import { ABSOLUTE_MS } from '#modules/people/index.ts'

/** The cookie that carries a sign-in. */
export function sessionCookie(token: string): CookieToSet {
  return { name: 'session', value: token, maxAgeSeconds: Math.floor(ABSOLUTE_MS / 1000) }
}

/** Takes the sign-in out of the browser. */
export const NO_SESSION: CookieToSet = { name: 'session', value: '', maxAgeSeconds: 0 }

/** The token the browser sent, under either name of the cookie. */
export function sessionTokenOf(request: PageRequest): string | undefined {
  return request.cookies[cookieName('session', true)] ?? request.cookies[cookieName('session', false)]
}

/** Where to go after sign-in: a page of this site or nowhere. */
export function safeNext(text: string | null): string | undefined {
  return text !== null && /^\/(kk|ru|en)(\/[\w\-./?=&%]*)?$/.test(text) && !text.includes('//') ? text : undefined
}
