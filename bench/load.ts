import { Agent, request } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'

export interface Shot {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}
export interface Round {
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** CPU milliseconds of the server process for one answer. */
  cpuMs: number
  failed: number
  bytes: number
}

/** CPU time a process has used so far, in milliseconds; user and system. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
/** CPU time of a process and of those it started, in milliseconds: a PostgreSQL is one process for each connection, and some beside. */
export function cpuMsOfFamily(parent: number): number {
  const of = (pid: number): number => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      // What ended meanwhile stands in the account of its parent.
      const own = pid === parent ? [11, 12, 13, 14] : Number(fields[1]) === parent ? [11, 12] : []
      return own.reduce((ticks, at) => ticks + Number(fields[at]), 0) * 10
    } catch {
      return 0
    }
  }
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, name) => sum + of(Number(name)), 0)
}

function fire(origin: URL, agent: Agent, shot: Shot): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const call = request({
      host: origin.hostname, port: origin.port, agent, method: shot.method ?? 'GET', path: shot.path,
      headers: { ...shot.headers, ...(shot.body === undefined ? {} : { 'content-length': Buffer.byteLength(shot.body) }) },
    }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
    })
    call.on('error', reject)
    call.end(shot.body)
  })
}

/** Fires for a while with so many clients at once; every client waits for its answer before it asks again. */
export async function round(originText: string, pid: number, clients: number, seconds: number, next: (client: number, turn: number) => Shot): Promise<Round> {
  const origin = new URL(originText)
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let failed = 0
  let bytes = 0
  const until = performance.now() + seconds * 1000
  const cpuBefore = cpuMsOf(pid)
  const begun = performance.now()
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    for (let turn = 0; performance.now() < until; turn++) {
      const at = performance.now()
      const answer = await fire(origin, agent, next(client, turn)).catch(() => ({ status: 0, bytes: 0 }))
      times.push(performance.now() - at)
      bytes += answer.bytes
      if (answer.status < 200 || answer.status >= 400) failed++
    }
  }))
  const elapsed = (performance.now() - begun) / 1000
  const cpu = cpuMsOf(pid) - cpuBefore
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: cpu / Math.max(1, times.length), failed, bytes: bytes / Math.max(1, times.length) }
}

/** The middle round by its rate. */
export function median(rounds: readonly Round[]): Round {
  return [...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!
}
