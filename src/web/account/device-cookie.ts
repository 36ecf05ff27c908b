import { randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/acts/ctx.ts'
import { cookieName } from '#platform/http/cookies.ts'
import type { CookieToSet, PageRequest } from '#platform/http/page.ts'
import { deviceDays, isDeviceNumber } from '#modules/people/index.ts'

const DAY_SECONDS = 86_400

/** The random number by which this browser is known, where it keeps one. Nothing else of the browser is looked at. */
export function deviceNumberOf({ cookies }: Pick<PageRequest, 'cookies'>): string | undefined {
  return [cookies[cookieName('device', true)], cookies[cookieName('device', false)]].find(isDeviceNumber)
}

/**
 * The number of this browser, a new one where it keeps none, and the cookie that keeps it as long as the note of it is kept. Asked for by the acts that are
 * noted alone: who only reads gets no number. Without a norm how long, there is neither number nor cookie.
 */
export async function deviceFor(ctx: Ctx, request: Pick<PageRequest, 'cookies'>): Promise<{ device: string | undefined; cookies: CookieToSet[] }> {
  const days = await deviceDays(ctx)
  if (days === undefined) return { device: undefined, cookies: [] }
  const device = deviceNumberOf(request) ?? randomBytes(16).toString('base64url')
  return { device, cookies: [{ name: 'device', value: device, maxAgeSeconds: days * DAY_SECONDS }] }
}
