import pino from 'pino'

export type Log = pino.Logger

const TWELVE_DIGITS = /(?<!\d)\d{8}(\d{4})(?!\d)/g

/** Hides every number of twelve digits, wherever it stands: an IIN in a message or deep in an object never reaches the log. */
export function masked(line: string): string {
  return line.replace(TWELVE_DIGITS, '••••••••$1')
}

/** The log of the process, one JSON line an entry. `write` is where lines go; tests catch them. */
export function createLog({ level, write = (line) => void process.stdout.write(line) }: { level: string; write?: (line: string) => void }): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err } }, { write: (line: string) => write(masked(line)) })
}
