import { waitAfter } from './queue.ts'
import { Stopped, type SaveNote } from './save-note.ts'

export interface DeliveryWork {
  /** Sends what goes next and answers `sent`; with nothing left it asks the server how things stand when `ask` is set, and answers `asked`, else `nothing`. */
  next(ask: boolean): Promise<'sent' | 'asked' | 'nothing'>
  /** Everything that could go has gone, what is left waits for something else than the line; `sent` tells whether anything did. */
  done(sent: boolean): void
  pending(): Promise<number>
}

const HEARTBEAT_MS = 15_000

/** Delivers what a device keeps, one delivery at a time: at once, when the line is back, and again after every failure. Answers the way to start it; with `ask` the server is asked even when nothing waits. */
export function startDelivery(note: SaveNote, work: DeliveryWork): (ask?: boolean) => Promise<void> {
  let [busy, failures] = [false, 0]
  let waiting: ReturnType<typeof setTimeout> | undefined
  const deliver = async (ask = false): Promise<void> => {
    if (busy) return
    busy = true
    let sent = false
    clearTimeout(waiting)
    try {
      for (let asking = ask; ; asking = false) {
        const did = await work.next(asking)
        if (did === 'nothing') break
        sent ||= did === 'sent'
        failures = 0
      }
      const left = await work.pending()
      note.state(left > 0 ? 'held' : 'saved', left)
      work.done(sent)
    } catch (error) {
      failures++
      note.state('offline', await work.pending(), error instanceof Stopped ? error.message : undefined)
      waiting = setTimeout(() => void deliver(true), waitAfter(failures))
    } finally {
      busy = false
    }
  }
  addEventListener('online', () => void deliver())
  setInterval(() => void deliver(true), HEARTBEAT_MS)
  return deliver
}
