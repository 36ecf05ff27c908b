import type { CleanedVideo } from './clean-video.ts'

/** What stays of an MP4 (ISO/IEC 14496-12), by the box it lies in; a box that is not named here may say where, with what or by whom it was filmed, and becomes free space. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix'],
  moov: ['mvhd', 'trak', 'mvex'], trak: ['tkhd', 'edts', 'mdia', 'tref'], mdia: ['mdhd', 'hdlr', 'minf'], minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  stbl: ['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stsz', 'stz2', 'stsc', 'stco', 'co64', 'sdtp', 'sgpd', 'sbgp'],
  edts: ['elst'], mvex: ['mehd', 'trex'], dinf: ['dref'], mfra: ['tfra', 'mfro'],
  moof: ['mfhd', 'traf'], traf: ['tfhd', 'tfdt', 'trun', 'sgpd', 'sbgp'],
}
const MOST_BOXES = 50_000
/** Of the tracks that go; a film of some seconds has a few hundred. */
const MOST_CHUNKS = 20_000
const MOST_FILMS = 64

interface Box { type: string; at: number; body: number; end: number }

/** Cleans a copy of the bytes; nothing moves, so every offset in the film stays true. */
export function cleanMp4(sent: Uint8Array): CleanedVideo {
  const bytes = sent.slice()
  const view = new DataView(bytes.buffer)
  let count = 0
  const typeAt = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  const boxesIn = (from: number, to: number): Box[] | undefined => {
    const boxes: Box[] = []
    for (let at = from; at < to; at = boxes.at(-1)!.end) {
      if (to - at < 8 || ++count > MOST_BOXES) return undefined
      const short = view.getUint32(at)
      if (short === 1 && to - at < 16) return undefined
      const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short
      const body = at + (short === 1 ? 16 : 8)
      // Only the last box of the file may go on to its end.
      if (at + size > to || at + size < body || (short === 0 && to !== bytes.length)) return undefined
      boxes.push({ type: typeAt(at + 4), at, body, end: at + size })
    }
    return boxes
  }
  const free = (box: Box): void => {
    bytes.set([0x66, 0x72, 0x65, 0x65], box.at + 4)
    bytes.fill(0, box.body, box.end)
  }
  const within = (box: Box | undefined, type: string): Box | undefined => (box ? boxesIn(box.body, box.end)?.find((each) => each.type === type) : undefined)
  const clean = (from: number, to: number, parent: string): boolean => {
    const boxes = boxesIn(from, to)
    if (!boxes) return false
    for (const box of boxes) {
      if (!KEPT[parent]!.includes(box.type)) free(box)
      else if (box.type in KEPT && !clean(box.body, box.end, box.type)) return false
      // Of the handler only what it handles stays: behind it stand a maker and a name.
      else if (box.type === 'hdlr') bytes.fill(0, Math.min(box.body + 12, box.end), box.end)
    }
    return true
  }

  const top = boxesIn(0, bytes.length)
  if (!top) return { fault: 'broken' }
  const moov = top.filter((box) => box.type === 'moov')
  const films = top.filter((box) => box.type === 'mdat')
  if (moov.length !== 1 || films.length === 0 || films.length > MOST_FILMS) return { fault: 'broken' }
  const inside = boxesIn(moov[0]!.body, moov[0]!.end)
  if (!inside) return { fault: 'broken' }
  const tracks: { box: Box; media: Box | undefined; handles: string }[] = []
  for (const box of inside.filter((each) => each.type === 'trak')) {
    const media = within(box, 'mdia')
    const handler = within(media, 'hdlr')
    if (!handler || handler.end - handler.body < 12) return { fault: 'broken' }
    tracks.push({ box, media, handles: typeAt(handler.body + 8) })
  }
  if (!tracks.some((track) => track.handles === 'vide')) return { fault: 'no-video' }
  let [chunks, blanked] = [0, 0]
  for (const { box, media } of tracks.filter(({ handles }) => handles !== 'vide' && handles !== 'soun')) {
    // A track of anything else (place, movement, text) goes with its samples; in a film of fragments they cannot be told apart.
    if (top.some((box) => box.type === 'moof')) return { fault: 'broken' }
    const table = within(within(media, 'minf'), 'stbl')
    const samples = table && samplesOf(table)
    if (!samples) return { fault: 'broken' }
    for (const [from, to] of samples) {
      const film = films.find((box) => from >= box.body && to <= box.end)
      // Chunks that lie over each other would be blanked again and again.
      if (!film || ++chunks > MOST_CHUNKS || (blanked += to - from) > bytes.length) return { fault: 'broken' }
      bytes.fill(0, from, to)
    }
    free(box)
  }
  if (!clean(0, bytes.length, '')) return { fault: 'broken' }
  return { mediaType: 'video/mp4', bytes }

  /** Where the samples of a track lie, chunk by chunk; undefined where the tables do not name every one of them. */
  function samplesOf(table: Box): [from: number, to: number][] | undefined {
    const [sizes, places, runs] = [within(table, 'stsz'), within(table, 'stco') ?? within(table, 'co64'), within(table, 'stsc')]
    if (!sizes || !places || !runs || sizes.end - sizes.body < 12 || places.end - places.body < 8 || runs.end - runs.body < 8) return undefined
    const [every, count] = [view.getUint32(sizes.body + 4), view.getUint32(sizes.body + 8)]
    const wide = places.type === 'co64' ? 8 : 4
    const [many, runCount] = [view.getUint32(places.body + 4), view.getUint32(runs.body + 4)]
    if ((every === 0 && count * 4 > sizes.end - sizes.body - 12) || many * wide > places.end - places.body - 8 || runCount * 12 > runs.end - runs.body - 8 || many > MOST_CHUNKS) return undefined
    const found: [from: number, to: number][] = []
    let [run, sample] = [0, 0]
    for (let chunk = 0; chunk < many; chunk++) {
      while (run + 1 < runCount && view.getUint32(runs.body + 8 + (run + 1) * 12) <= chunk + 1) run++
      const last = sample + (runCount === 0 ? 0 : view.getUint32(runs.body + 12 + run * 12))
      if (last > count) return undefined
      let length = every * (last - sample)
      if (every === 0) for (let one = sample; one < last; one++) length += view.getUint32(sizes.body + 12 + one * 4)
      sample = last
      const at = places.body + 8 + chunk * wide
      const from = wide === 8 ? Number(view.getBigUint64(at)) : view.getUint32(at)
      found.push([from, from + length])
    }
    return sample === count ? found : undefined
  }
}
