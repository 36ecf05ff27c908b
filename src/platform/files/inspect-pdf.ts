import { inflateSync } from 'node:zlib'

export type PdfFault = 'file.wrong-type' | 'file.broken' | 'file.active-content' | 'file.encrypted'

export interface PdfFindings {
  fault: PdfFault | undefined
  /** Pages as the objects say; 0 when none could be counted. */
  pages: number
}

const MAX_OBJECT_STREAM = 16 * 1024 * 1024
const MAX_ALL_OBJECT_STREAMS = 64 * 1024 * 1024
const MOST_OPEN_ACTIONS = 16

// A scan is megabytes of compressed noise, in which "/JS" stands by chance in every second file of eight megabytes.
// So only names too long for chance are sought everywhere; the short ones only where a reader takes them for names.
const ACTIVE_ANYWHERE = names('JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'SubmitForm', 'ImportData')
const ACTIVE_IN_OBJECTS = names('JS', 'AA', 'XFA', 'GoToE', 'GoToR')
const OBJECT_STREAM = names('ObjStm')
const OPEN_ACTION = names('OpenAction')
const ENCRYPT = names('Encrypt')
const STREAM = /\bstream(?:\r\n|\n|\r)/g

/** Looks for what a paper of evidence never needs: scripts, programs, attachments, also inside compressed objects. */
export function inspectPdf(bytes: Uint8Array): PdfFindings {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const no = (fault: PdfFault): PdfFindings => ({ fault, pages: 0 })
  if (!raw.startsWith('%PDF-')) return no('file.wrong-type')
  if (/<(?:html|script|svg)\b/i.test(raw.slice(0, 4096))) return no('file.wrong-type')
  if (!raw.includes('startxref') || !raw.slice(-2048).includes('%%EOF')) return no('file.broken')
  if (has(ACTIVE_ANYWHERE, raw)) return no('file.active-content')

  const parts = partsOf(raw)
  if (!parts) return no('file.broken')
  if (has(ENCRYPT, parts.outside)) return no('file.encrypted')
  const packed = unpackObjects(raw, parts.streams)
  if (!packed) return no('file.broken')
  const objects = [parts.outside, ...packed.map(({ text }) => text)]
  if (objects.some((text) => has(ACTIVE_ANYWHERE, text) || has(ACTIVE_IN_OBJECTS, text) || opensWithAction(text, raw, packed))) return no('file.active-content')
  return { fault: undefined, pages: objects.reduce((sum, text) => sum + (text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0), 0) }
}

interface Stream {
  /** The dictionary before the body, its names in plain letters. */
  dictionary: string
  bodyAt: number
  endAt: number
}

interface PackedObjects {
  text: string
  /** Where the first object begins, after the numbers and places of all. */
  first: number
}

function partsOf(raw: string): { outside: string; streams: Stream[] } | undefined {
  const streams: Stream[] = []
  const outside: string[] = []
  let at = 0
  STREAM.lastIndex = 0
  for (let match = STREAM.exec(raw); match; match = STREAM.exec(raw)) {
    const bodyAt = match.index + match[0].length
    const endAt = raw.indexOf('endstream', bodyAt)
    if (endAt === -1) return undefined
    const before = raw.slice(at, match.index)
    outside.push(before)
    streams.push({ dictionary: respelt(before.slice(before.lastIndexOf('obj') + 1)), bodyAt, endAt })
    at = endAt
    STREAM.lastIndex = endAt + 'endstream'.length
  }
  outside.push(raw.slice(at))
  return { outside: outside.join('\n'), streams }
}

/**
 * The texts of all object streams, or nothing when one of them cannot be read: what cannot be examined is not accepted.
 * Some readers ask for /First and /N only, so a stream with both counts as one even without its type.
 */
function unpackObjects(raw: string, streams: readonly Stream[]): PackedObjects[] | undefined {
  const packed: PackedObjects[] = []
  let [left, named] = [MAX_ALL_OBJECT_STREAMS, 0]
  for (const { dictionary, bodyAt, endAt } of streams) {
    const namedHere = count(OBJECT_STREAM, dictionary)
    named += namedHere
    if (namedHere === 0 && !(/\/First[\s\d]/.test(dictionary) && /\/N[\s\d]/.test(dictionary))) continue
    const text = unpack(dictionary, raw, bodyAt, endAt, Math.min(left, MAX_OBJECT_STREAM))
    if (text === undefined) return undefined
    left -= text.length
    packed.push({ text, first: Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0) })
  }
  // One that is named elsewhere hides in a comment, a string or the body of another stream.
  return named === count(OBJECT_STREAM, raw) ? packed : undefined
}

function unpack(dictionary: string, raw: string, bodyAt: number, endAt: number, most: number): string | undefined {
  const body = raw.slice(bodyAt, endAt)
  if (!/\/(?:F|Filter|DecodeParms)(?!\w)/.test(dictionary)) return body.length <= most ? body : undefined
  if (!/\/Filter\s*(?:\/FlateDecode(?![\w#])|\[\s*\/FlateDecode\s*\])/.test(dictionary) || /\/DecodeParms(?!\s*null)/.test(dictionary)) return undefined
  if (most <= 0) return undefined
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: most }).toString('latin1')
  } catch {
    return undefined
  }
}

/** To open at a page is no action; anything else that starts by itself is. */
function opensWithAction(text: string, raw: string, packed: readonly PackedObjects[]): boolean {
  // One catalogue has one; each revision of a file may repeat it.
  if (count(OPEN_ACTION, text) > MOST_OPEN_ACTIONS) return true
  for (const match of text.matchAll(new RegExp(OPEN_ACTION.source, 'g'))) {
    const after = text.slice(match.index + match[0].length).trimStart().slice(0, 400)
    if (isDestination(after)) continue
    const number = /^(\d{1,10})\s+\d{1,5}\s+R\b/.exec(after)?.[1]
    const bodies = number === undefined ? [] : bodiesOf(number, raw, packed)
    if (bodies.length === 0 || !bodies.every(isDestination)) return true
  }
  return false
}

/** The beginnings of all objects with this number: which of them a reader takes is the reader's affair. */
function bodiesOf(number: string, raw: string, packed: readonly PackedObjects[]): string[] {
  const plain = [...raw.matchAll(new RegExp(`(?<!\\d)0*${number}\\s+\\d+\\s+obj\\b\\s*`, 'g'))].map((head) => head.index + head[0].length)
  const bodies = plain.map((at) => raw.slice(at, at + 400))
  for (const { text, first } of packed) {
    const table = text.slice(0, first).trim().split(/\s+/)
    for (let i = 0; i + 1 < table.length; i += 2) {
      const at = first + Number(table[i + 1])
      if (Number(table[i]) === Number(number)) bodies.push(text.slice(at, at + 400).trimStart())
    }
  }
  return bodies
}

function isDestination(text: string): boolean {
  return text.startsWith('[') || /^<<(?=[^>]*\/S\s*\/GoTo(?![\w#]))(?:(?!\/Next|<<|\/#)[^>])*>>/.test(text)
}

/** A name of PDF in all its spellings: any letter may be written as #xx. */
function names(...each: string[]): RegExp {
  const spelt = each.map((name) => [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16).replace(/[a-f]/g, (hex) => `[${hex}${hex.toUpperCase()}]`)})`).join(''))
  return new RegExp(`/(?:${spelt.join('|')})(?![\\w#])`)
}

function respelt(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function has(name: RegExp, text: string): boolean {
  return name.test(text)
}

function count(name: RegExp, text: string): number {
  return text.match(new RegExp(name.source, 'g'))?.length ?? 0
}
