import pino from 'pino'

export type Log = pino.Logger

// Twelve digits and more, because an IIN may follow other digits without a gap, as in %20 of an address.
// Escapes come first, so that the digits of \u0000 are neither masked nor taken for a beginning.
const ESCAPE_OR_RUN = /\\u[\da-f]{4}|\\.|\d{8,}(?=\d{4}(?!\d))|\d{6}[ \u00a0\u202f-]\d{2}(?=\d{4}(?!\d))/gi
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])\d{12}(?![\w.])/g

/** Hides every IIN or BIN, wherever it stands in a line of JSON: in a message, deep in an object, in an address; the line stays JSON. */
export function masked(line: string): string {
  return line.replace(STRING_OR_NUMBER, (part) => (part.startsWith('"') ? maskedText(part) : `"${maskedText(part)}"`))
}

function maskedText(text: string): string {
  return text.replace(ESCAPE_OR_RUN, (part) => (part.startsWith('\\') ? part : '••••••••'))
}

/** The log of the process, one JSON line an entry. `write` is where lines go; tests catch them. */
export function createLog({ level, write = (line) => void process.stdout.write(line) }: { level: string; write?: (line: string) => void }): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err } }, { write: (line: string) => write(masked(line)) })
}
