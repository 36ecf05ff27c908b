import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { WATCH_CONSENT_VERSION } from '#modules/proctoring/index.ts'
import type { Bench } from '../instance.ts'
import { cpuMsOf, type Round } from '../load.ts'
import type { Line } from '../report.ts'
import { seedWall, type SeededWall } from './wall.ts'

const CANDIDATES = 100
/** Of the camera; pieces of four seconds, as the island makes them. */
const BITS = 250_000
const PIECE_MS = 4_000
const BEAT_MS = 15_000
/** Each answers every five seconds, six times as often as people do, so that there is enough to count. */
const ANSWER_MS = 5_000

type Headers = Record<string, string>
interface Counted {
  times: number[]
  failed: number
}
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** Autosave of a hundred who write, alone and while the cameras of all of them are recorded; the aim is 95 of 100 answers under 300 ms. */
export async function proctoring(bench: Bench, seconds: number): Promise<Line[]> {
  const { owner } = bench
  const wall = await seedWall(owner, CANDIDATES, 'rustam', 'P-')
  await owner.query("update sitting set mode = 'online', room_id = null, invigilator_id = null, proctor_id = created_by, place_kk = 'онлайн', place_ru = 'онлайн' where id = $1", [wall.sittingId])
  await owner.query("update theory_run set ends_at = now() + interval '6 hours' where sitting_id = $1", [wall.sittingId])
  const { cookie } = await bench.signIn('rustam')
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await fetch(`${bench.own.url}/kk/account`, { headers: { cookie } })).text())![1]!
  const headers = { cookie, 'x-csrf-token': csrf }
  // The name that the browser of each keeps: answers and signs of another computer are not taken.
  const devices = wall.runs.map(() => randomUUID())
  const refused = await consents(bench, wall, devices, cookie, csrf)
  const seqs = wall.runs.map(() => 0)
  const alone = await during(bench, Math.max(10, seconds * 5), (until) => [answers(bench, wall, devices, headers, seqs, until)])
  const pieces: Counted = { times: [], failed: refused }
  const recorded = await during(bench, Math.max(60, seconds * 15), (until) => [answers(bench, wall, devices, headers, seqs, until), streams(bench, wall, devices, headers, until, pieces)])
  const p95 = Math.round(at(recorded.times, 0.95))
  return [
    { measure: `autosave, ${CANDIDATES} write, none recorded`, own: roundOf(alone, alone) },
    { measure: `autosave, ${CANDIDATES} write and are recorded`, own: roundOf(recorded, recorded), note: `aim: p95 < 300 ms: ${p95 < 300 ? 'reached' : 'not reached'}; slowest ${Math.round(at(recorded.times, 1))} ms` },
    { measure: `pieces of ${CANDIDATES} cameras, ${BITS / 1000} kbit/s each`, own: roundOf(pieces, recorded), note: `${recorded.seconds} s, with signs of life; ${Math.round((recorded.cpuMs / recorded.seconds) / 10)} % of one core, answers included` },
  ]
}

/** Everybody agrees to be recorded, as his page asks him; answers how many could not. */
async function consents(bench: Bench, wall: SeededWall, devices: readonly string[], cookie: string, csrf: string): Promise<number> {
  let refused = CANDIDATES - wall.runs.length
  for (const [place, run] of wall.runs.entries()) {
    const body = new URLSearchParams({ csrf, requestKey: randomUUID(), do: 'consent', device: devices[place]!, version: WATCH_CONSENT_VERSION, recording: 'yes', rules: 'yes' }).toString()
    const answer = await fetch(`${bench.own.url}/kk/exam/${run.number}/watch`, { method: 'POST', redirect: 'manual', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, body })
    if (answer.status !== 303) refused++
    await answer.arrayBuffer()
  }
  return refused
}

async function during(bench: Bench, seconds: number, work: (until: number) => Promise<Counted | void>[]) {
  const cpuBefore = cpuMsOf(bench.own.pid)
  const [counted] = await Promise.all(work(performance.now() + seconds * 1000))
  return { ...counted!, seconds, cpuMs: cpuMsOf(bench.own.pid) - cpuBefore }
}

async function answers(bench: Bench, { runs, options }: SeededWall, devices: readonly string[], headers: Headers, seqs: number[], until: number): Promise<Counted> {
  const counted: Counted = { times: [], failed: 0 }
  await everybody(runs, ANSWER_MS, until, async (run, place) => {
    const seq = ++seqs[place]!
    const item = seq % options.length
    const body = JSON.stringify({ runId: run.id, device: devices[place], changes: [{ seq, itemNo: item + 1, chosen: [options[item]![seq % options[item]!.length]] }] })
    await count(counted, () => fetch(`${bench.own.url}/kk/exam/${run.number}/answers`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }))
  })
  return counted
}

/** The camera of each, and his sign of life, at their own pace: a server that is late is waited for, as the island does. */
async function streams(bench: Bench, { runs }: SeededWall, devices: readonly string[], headers: Headers, until: number, counted: Counted): Promise<void> {
  const bytes = randomBytes((BITS / 8) * (PIECE_MS / 1000))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const numbers = runs.map(() => 0)
  await Promise.all([
    everybody(runs, PIECE_MS, until, (run, place) => count(counted, () => fetch(`${bench.own.url}/kk/exam/${run.number}/watch/chunks/camera/${numbers[place]!++}?from=${Date.now() - PIECE_MS}&ms=${PIECE_MS}`, {
      method: 'PUT', headers: { ...headers, 'content-type': 'video/webm', 'x-chunk-sha256': sha256 }, body: bytes,
    }))),
    everybody(runs, BEAT_MS, until, async (run, place) => {
      const answer = await fetch(`${bench.own.url}/kk/exam/${run.number}/watch/signals`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ device: devices[place], sentAt: Date.now(), signals: [] }) })
      if (!answer.ok) counted.failed++
      await answer.arrayBuffer()
    }),
  ])
}

/** Each of them does it again and again, not all in one instant. */
async function everybody<T>(all: readonly T[], everyMs: number, until: number, act: (one: T, place: number) => Promise<void>): Promise<void> {
  await Promise.all(all.map(async (one, place) => {
    for (let next = performance.now() + (everyMs * place) / all.length; next < until; next = Math.max(next + everyMs, performance.now())) {
      await sleep(next - performance.now())
      await act(one, place)
    }
  }))
}

async function count(counted: Counted, ask: () => Promise<Response>): Promise<void> {
  const begun = performance.now()
  try {
    const answer = await ask()
    await answer.arrayBuffer()
    if (!answer.ok) counted.failed++
  } catch {
    counted.failed++
  }
  counted.times.push(performance.now() - begun)
}

function at(times: number[], share: number): number {
  times.sort((a, b) => a - b)
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}
function roundOf({ times, failed }: Counted, { seconds, cpuMs }: { seconds: number; cpuMs: number }): Round {
  return { perSecond: times.length / seconds, p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99), cpuMs: cpuMs / Math.max(1, times.length), failed, bytes: 0 }
}
