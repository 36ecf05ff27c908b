const [SEGMENT, INFO, CLUSTER, GROUP] = [0x18538067, 0x1549a966, 0x1f43b675, 0xa0]
const [SCALE, DURATION, CLUSTER_TIME, SIMPLE_BLOCK, BLOCK, BLOCK_DURATION] = [0x2ad7b1, 0x4489, 0xe7, 0xa3, 0xa1, 0x9b]
const NS_PER_TICK = 1_000_000
const MOST_DEPTH = 8
const MOST_ELEMENTS = 500_000

/** Seconds of a WebM: a recorder often writes no Duration, so the time from the first block to the last counts too. Undefined where there is neither. */
export function webmSeconds(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [scale, declared, cluster, count] = [NS_PER_TICK, undefined as number | undefined, 0, 0]
  let [first, last] = [Infinity, -Infinity]
  const numberAt = (at: number, marked: boolean): { value: number; next: number; unknown: boolean } | undefined => {
    const length = at < bytes.length ? Math.clz32(bytes[at]!) - 23 : 99
    if (length > 8 || at + length > bytes.length) return undefined
    const mask = 0xff >> length
    let value = marked ? bytes[at]! : bytes[at]! & mask
    let unknown = (bytes[at]! & mask) === mask
    for (let i = 1; i < length; i++) {
      value = value * 256 + bytes[at + i]!
      unknown &&= bytes[at + i] === 0xff
    }
    return { value, next: at + length, unknown }
  }
  const uint = (body: number, end: number): number => bytes.subarray(body, Math.min(end, body + 8)).reduce((sum, byte) => sum * 256 + byte, 0)
  const seen = (ticks: number): void => {
    first = Math.min(first, ticks)
    last = Math.max(last, ticks)
  }
  const blockTime = (body: number, end: number): number | undefined => {
    const track = numberAt(body, false)
    return track && track.next + 2 <= end ? cluster + view.getInt16(track.next) : undefined
  }
  const walk = (from: number, to: number, parent: number, depth: number): void => {
    let groupTime: number | undefined
    for (let at = from; at < to && ++count <= MOST_ELEMENTS;) {
      const id = numberAt(at, true)
      const size = id && numberAt(id.next, false)
      if (!size) return
      const [body, end] = [size.next, size.unknown ? to : Math.min(to, size.next + size.value)]
      // What has no length ends with the next element that cannot lie in it: so a cluster is read as if its pieces stood beside it.
      if (id.value === SEGMENT || id.value === INFO || id.value === CLUSTER) {
        if (size.unknown) {
          at = body
          continue
        }
        if (depth < MOST_DEPTH) walk(body, end, id.value, depth + 1)
      } else if (id.value === GROUP && depth < MOST_DEPTH) walk(body, end, GROUP, depth + 1)
      else if (id.value === SCALE) scale = uint(body, end) || NS_PER_TICK
      else if (id.value === DURATION) declared = end - body === 4 ? view.getFloat32(body) : end - body === 8 ? view.getFloat64(body) : declared
      else if (id.value === CLUSTER_TIME && parent !== INFO) cluster = uint(body, end)
      else if (id.value === SIMPLE_BLOCK || id.value === BLOCK) {
        groupTime = blockTime(body, end)
        if (groupTime !== undefined) seen(groupTime)
      } else if (id.value === BLOCK_DURATION && parent === GROUP && groupTime !== undefined) seen(groupTime + uint(body, end))
      at = end
    }
  }
  walk(0, bytes.length, 0, 0)
  if (count > MOST_ELEMENTS) return Infinity
  const played = last >= first ? last - first : undefined
  if (declared !== undefined && !Number.isFinite(declared)) declared = Infinity
  if (declared === undefined && played === undefined) return undefined
  return (Math.max(declared ?? 0, played ?? 0, 0) * scale) / 1e9
}
