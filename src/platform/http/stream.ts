import type { FastifyReply } from 'fastify'
import type { OpenStream, StreamEvent } from './page.ts'

export const BEAT_MS = 10_000
export const RECHECK_MS = 15_000
/** A browser that does not read what it is sent is let go; it comes back and gets what is then. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024
const MOST_STREAMS = 500
const MOST_OF_ONE = 8

interface StreamPorts {
  /** Asks session and policy again; throws when the person may no longer look. */
  recheck(stream: OpenStream): Promise<void>
}

/** The open streams of this process: bounded, asked again and again, ended with the server. */
export function streamHouse(times: { beatMs: number; recheckMs: number } = { beatMs: BEAT_MS, recheckMs: RECHECK_MS }) {
  const open = new Map<() => void, string>()

  /** False when there is no room for one more, in all or of this person. */
  const hasRoom = (owner: string): boolean => open.size < MOST_STREAMS && [...open.values()].filter((each) => each === owner).length < MOST_OF_ONE

  /** Sends the head of the answer; from now on the answer is the stream's alone. `begin` opens what is streamed. */
  async function run(reply: FastifyReply, owner: string, ports: StreamPorts, begin: (send: (event: StreamEvent) => void) => Promise<OpenStream>): Promise<void> {
    const { raw } = reply
    let stream: OpenStream | undefined
    let ended = false
    const before: StreamEvent[] = []
    const write = (text: string): void => {
      if (ended) return
      raw.write(text)
      if (raw.writableLength > MOST_WAITING_BYTES) end()
    }
    const send = (event: StreamEvent): void => {
      if (stream) write(textOf(event))
      else before.push(event)
    }
    const end = (last?: StreamEvent): void => {
      if (ended) return
      if (last) write(textOf(last))
      ended = true
      for (const timer of timers) clearInterval(timer)
      open.delete(close)
      stream?.close()
      raw.end()
    }
    const close = (): void => end()
    const timers: ReturnType<typeof setInterval>[] = []
    // Nothing is sent before it is known that the stream may be opened: a refusal is an ordinary answer.
    const opened = await begin(send)
    if (raw.destroyed) return opened.close()
    reply.hijack()
    raw.writeHead(200, { ...reply.getHeaders() as Record<string, string>, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    raw.on('close', close)
    stream = opened
    open.set(close, owner)
    write('retry: 2000\n\n')
    for (const event of before) write(textOf(event))
    const beat = (): void => {
      const said = opened.beat()
      if (said !== undefined) write(textOf({ event: 'beat', data: said }))
      else write(': still here\n\n')
    }
    beat()
    let asking = false
    const recheck = (): void => {
      if (asking) return
      asking = true
      ports.recheck(opened).catch((error: { code?: string }) => end({ event: 'gone', data: { code: error.code ?? 'fault' } })).finally(() => { asking = false })
    }
    timers.push(setInterval(beat, times.beatMs), setInterval(recheck, times.recheckMs))
    for (const timer of timers) timer.unref()
  }

  return { hasRoom, run, endAll: () => { for (const close of [...open.keys()]) close() }, count: () => open.size }
}

function textOf({ id, event, data }: StreamEvent): string {
  return `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
