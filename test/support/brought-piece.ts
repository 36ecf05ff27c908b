import type { PersonActor } from '#platform/acts/actor.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { hashOf, seal } from '../../src/web/islands/proctoring/direct.ts'
import type { OnlineExamCase } from './online-exam.ts'
import type { TestWorld } from './world.ts'

export interface Bringing {
  track?: proctoring.Track
  by?: PersonActor
  /** What is announced, where it is not the truth. */
  said?: Partial<proctoring.AskedPlace>
  /** What is put into the store instead of what was announced; nothing at all with `null`. */
  put?: Uint8Array | null
}

/** A piece of the recording as the browser brings it: sealed by itself, put into the store without our keys, not confirmed yet. Answers the ticket. */
export async function bringPiece(world: TestWorld, exam: OnlineExamCase, number: number, bytes: Uint8Array, { track = 'camera', by = exam.candidate, said = {}, put }: Bringing = {}): Promise<{ ticket: string; sealed: Uint8Array }> {
  const own = (await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number))!
  const plain = Uint8Array.from(bytes)
  const sealed = await seal(own, `${track}:${number}`, plain)
  const place = await proctoring.offerPlace(world.as(by), {
    number: exam.number, track, chunk: number, mediaType: 'video/webm', sha256: await hashOf(plain), clientFrom: Date.parse(world.clock.now()), ms: 4000, sealedSha256: await hashOf(sealed), sealedSize: sealed.length, ...said,
  })
  if (place.outcome !== 'place') throw new Error(place.outcome)
  if (put !== null) {
    const answer = await fetch(place.put.url, { method: 'PUT', headers: place.put.headers, body: Uint8Array.from(put ?? sealed) })
    if (!answer.ok) throw new Error(String(answer.status))
  }
  return { ticket: place.ticket, sealed }
}
