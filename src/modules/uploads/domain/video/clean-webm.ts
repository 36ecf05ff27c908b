import type { CleanedVideo } from './clean-video.ts'

/** Elements of WebM (RFC 9559) that stay, by the element they lie in; any other says what the picture does not need and becomes a void of the same length. */
const [SEGMENT, INFO, TRACKS, TRACK, CLUSTER, GROUP] = [0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]
const [DOC_TYPE, TRACK_NUMBER, TRACK_TYPE, SIMPLE_BLOCK, BLOCK] = [0x4282, 0xd7, 0x83, 0xa3, 0xa1]
const OF_SEGMENT = [0x114d9b74, INFO, TRACKS, CLUSTER, 0x1c53bb6b, 0x1043a770, 0x1254c367, 0x1941a469]
const KEPT: Readonly<Record<number, readonly number[]>> = {
  [SEGMENT]: [0x114d9b74, INFO, TRACKS, CLUSTER, 0x1c53bb6b],
  [INFO]: [0x2ad7b1, 0x4489, 0x4d80, 0x5741],
  [TRACKS]: [TRACK],
  [TRACK]: [TRACK_NUMBER, 0x73c5, TRACK_TYPE, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x23e383, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xe0, 0xe1, 0x22b59c],
  [CLUSTER]: [0xe7, SIMPLE_BLOCK, GROUP, 0xab],
  [GROUP]: [BLOCK, 0x9b, 0xfb, 0xfd, 0x75a2],
}
/** What wrote the film: required, and left empty. */
const WRITERS = [0x4d80, 0x5741]
const MOST_ELEMENTS = 500_000

interface Element { id: number; at: number; body: number; end: number; open: boolean }

/** Cleans a copy of the bytes; nothing moves, so every offset in the film stays true. */
export function cleanWebm(sent: Uint8Array): CleanedVideo {
  const bytes = sent.slice()
  let count = 0
  /** A number of the format: its length in bytes by the first bit that is set; undefined where it does not fit. */
  const numberAt = (at: number, to: number, most: number, marked: boolean): { value: number; next: number; unknown: boolean } | undefined => {
    const length = at < to ? Math.clz32(bytes[at]!) - 23 : 99
    if (length > most || at + length > to) return undefined
    let value = marked ? bytes[at]! : bytes[at]! & (0xff >> length)
    let ones = (bytes[at]! & (0xff >> length)) === 0xff >> length
    for (let i = 1; i < length; i++) {
      value = value * 256 + bytes[at + i]!
      ones &&= bytes[at + i] === 0xff
    }
    return { value, next: at + length, unknown: ones }
  }
  const elementAt = (at: number, to: number): Element | undefined => {
    const id = numberAt(at, to, 4, true)
    const size = id && numberAt(id.next, to, 8, false)
    if (!size || ++count > MOST_ELEMENTS) return undefined
    // Only what a recorder writes while it goes on may be without a length.
    if (size.unknown) return id.value === SEGMENT || id.value === CLUSTER ? { id: id.value, at, body: size.next, end: to, open: true } : undefined
    return size.next + size.value > to ? undefined : { id: id.value, at, body: size.next, end: size.next + size.value, open: false }
  }
  const blank = ({ at, end }: Element): void => {
    const width = Math.min(8, end - at - 1)
    bytes.fill(0, at, end)
    bytes[at] = 0xec
    for (let left = end - at - 1 - width, i = width; i > 0; i--, left = Math.floor(left / 256)) bytes[at + i] = left % 256
    bytes[at + 1]! |= 0x80 >> (width - 1)
  }
  const uintIn = ({ body, end }: Element): number => bytes.subarray(body, Math.min(end, body + 6)).reduce((sum, byte) => sum * 256 + byte, 0)
  /** Tracks of picture and sound; a block of any other, or one that comes before the tracks, goes. */
  const stays = new Set<number>()
  let [hasPicture, hasFilm] = [false, false]
  /** Cleans what lies in an element and answers where it ends; undefined where it is broken. */
  const clean = (parent: Element): number | undefined => {
    let at = parent.body
    const facts = new Map<number, number>()
    while (at < parent.end) {
      const element = elementAt(at, parent.end)
      if (!element) return undefined
      // A cluster without a length ends where the next part of the segment begins.
      if (parent.id === CLUSTER && parent.open && OF_SEGMENT.includes(element.id)) return at
      if (parent.id === TRACK) facts.set(element.id, uintIn(element))
      at = element.end
      if (!KEPT[parent.id]!.includes(element.id)) {
        if (element.open) return undefined
        blank(element)
      } else if (WRITERS.includes(element.id) && parent.id === INFO) bytes.fill(0, element.body, element.end)
      else if (element.id === SIMPLE_BLOCK || element.id === BLOCK) {
        const track = numberAt(element.body, element.end, 8, false)
        if (!track) return undefined
        if (stays.has(track.value)) hasFilm = true
        else blank(element)
      } else if (element.id in KEPT) {
        const end = clean(element)
        if (end === undefined) return undefined
        at = end
      }
    }
    if (parent.id === TRACK) {
      const type = facts.get(TRACK_TYPE)
      hasPicture ||= type === 1
      // A track of anything but picture and sound goes with its blocks.
      if (type === 1 || type === 2) stays.add(facts.get(TRACK_NUMBER) ?? 0)
      else blank(parent)
    }
    return at
  }

  const head = elementAt(0, bytes.length)
  if (!head || head.open) return { fault: 'broken' }
  let docType = ''
  for (let at = head.body; at < head.end;) {
    const element = elementAt(at, head.end)
    if (!element) return { fault: 'broken' }
    if (element.id === DOC_TYPE) docType = String.fromCharCode(...bytes.subarray(element.body, Math.min(element.end, element.body + 16)))
    at = element.end
  }
  if (docType.replaceAll('\0', '') !== 'webm') return { fault: 'no-video' }
  const segment = elementAt(head.end, bytes.length)
  if (segment?.id !== SEGMENT || segment.end !== bytes.length || clean(segment) === undefined) return { fault: 'broken' }
  return hasPicture ? (hasFilm ? { mediaType: 'video/webm', bytes } : { fault: 'broken' }) : { fault: 'no-video' }
}
