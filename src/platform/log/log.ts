import pino from 'pino'

export type Log = pino.Logger
export function createLog({ level }: { level: string }): Log {
  return pino({ level })
}
