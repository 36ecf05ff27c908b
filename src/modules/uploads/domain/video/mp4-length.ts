const INNER: readonly string[] = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']
const MOST_BOXES = 50_000
const MOST_DEPTH = 8
const MOST_ENTRIES = 2_000_000
/** Of a version 1 box: all ones say that the length is not known. */
const UNKNOWN_64 = 0xffffffffffffffffn

interface Track { scale: number; declared: number; played: number; every: number; reached: number }

/**
 * Seconds of an MP4: the longest of what the film and each track declare, of what the table of samples lasts, and of what its fragments add up to, for a recorder that writes
 * fragments declares nothing. Undefined where there is no time at all.
 */
export function mp4Seconds(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tracks = new Map<number, Track>()
  let [boxes, entries, film, told, id] = [0, 0, 0, false, 0]
  const typeAt = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  const trackOf = (no: number): Track => {
    const known = tracks.get(no) ?? { scale: 0, declared: 0, played: 0, every: 0, reached: 0 }
    tracks.set(no, known)
    return known
  }
  const long = (at: number): number => {
    const value = view.getBigUint64(at)
    return value === UNKNOWN_64 ? 0 : Number(value)
  }
  /** Scale and length of a `mvhd` or `mdhd`: the first counts ticks of a second, the second is in them. */
  const header = (body: number, end: number): { scale: number; length: number } | undefined => {
    const wide = bytes[body] === 1
    if (end - body < (wide ? 32 : 20)) return undefined
    const short = view.getUint32(body + 16)
    return wide ? { scale: view.getUint32(body + 20), length: long(body + 24) } : { scale: view.getUint32(body + 12), length: short === 0xffffffff ? 0 : short }
  }
  const walk = (from: number, to: number, depth: number): void => {
    for (let at = from; to - at >= 8 && ++boxes <= MOST_BOXES;) {
      const short = view.getUint32(at)
      if (short === 1 && to - at < 16) return
      const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short
      const body = at + (short === 1 ? 16 : 8)
      if (size < body - at || at + size > to) return
      const [type, end] = [typeAt(at + 4), at + size]
      if (type === 'trak') id = 0
      if (INNER.includes(type) && depth < MOST_DEPTH) walk(body, end, depth + 1)
      else read(type, body, end)
      at = end
    }
  }
  const read = (type: string, body: number, end: number): void => {
    const room = end - body
    if (type === 'mvhd') {
      const found = header(body, end)
      if (found && found.scale > 0 && found.length > 0) [film, told] = [Math.max(film, found.length / found.scale), true]
    } else if (type === 'tkhd' && room >= (bytes[body] === 1 ? 24 : 16)) id = view.getUint32(body + (bytes[body] === 1 ? 20 : 12))
    else if (type === 'mdhd') {
      const found = header(body, end)
      if (found) Object.assign(trackOf(id), { scale: found.scale, declared: found.length })
    } else if (type === 'stts' && room >= 8) {
      const many = Math.min(view.getUint32(body + 4), Math.floor((room - 8) / 8))
      for (let i = 0; i < many && ++entries <= MOST_ENTRIES; i++) trackOf(id).played += view.getUint32(body + 8 + i * 8) * view.getUint32(body + 12 + i * 8)
    } else if (type === 'trex' && room >= 16) trackOf(view.getUint32(body + 4)).every = view.getUint32(body + 12)
    else if (type === 'tfhd' && room >= 8) fragment(body, end)
    else if (type === 'tfdt' && room >= (bytes[body] === 1 ? 12 : 8)) {
      const track = trackOf(id)
      track.reached = Math.max(track.reached, bytes[body] === 1 ? long(body + 4) : view.getUint32(body + 4))
    } else if (type === 'trun' && room >= 8) run(body, end)
  }
  /** Whose samples a fragment has, and what each lasts where it says so for all. */
  const fragment = (body: number, end: number): void => {
    id = view.getUint32(body + 4)
    const flags = view.getUint32(body) & 0xffffff
    const at = body + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0)
    if (flags & 8 && at + 4 <= end) trackOf(id).every = view.getUint32(at)
  }
  const run = (body: number, end: number): void => {
    const track = trackOf(id)
    const flags = view.getUint32(body) & 0xffffff
    const samples = view.getUint32(body + 4)
    if (!(flags & 0x100)) {
      track.reached += samples * track.every
      return
    }
    const width = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length
    for (let at = body + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0), i = 0; i < samples && at + width <= end && ++entries <= MOST_ENTRIES; i++, at += width) track.reached += view.getUint32(at)
  }
  walk(0, bytes.length, 0)
  if (boxes > MOST_BOXES || entries > MOST_ENTRIES) return Infinity
  for (const { scale, declared, played, reached } of tracks.values()) {
    const ticks = Math.max(declared, played, reached)
    // Ticks without a scale are no time; where there are some, nobody can say how long they are.
    if (ticks > 0) [film, told] = [Math.max(film, scale > 0 ? ticks / scale : Infinity), true]
  }
  return told ? film : undefined
}
