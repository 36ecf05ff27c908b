import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanVideo } from './clean-video.ts'

const PLACE = '+43.2500+076.9000/'
const u32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const text = (words: string): number[] => [...Buffer.from(words, 'latin1')]
const box = (type: string, ...parts: number[][]): number[] => { const body = parts.flat(); return [...u32(body.length + 8), ...text(type), ...body] }
const handler = (type: string) => box('hdlr', u32(0), u32(0), text(type), text('appl'), u32(0), u32(0), text('Phone of Aizhan'))
const track = (type: string, ...table: number[][]) => box('trak', box('tkhd', u32(0)), box('mdia', box('mdhd', u32(0)), handler(type), box('minf', box('stbl', ...table))))
const ftyp = box('ftyp', text('isom'), u32(0))
const mdat = box('mdat', text(`FILM${PLACE}FILM`))
const udta = box('udta', box('\u00a9xyz', text(PLACE)), box('\u00a9mak', text('Maker')))
const mp4 = (...parts: number[][]) => Uint8Array.from(parts.flat())
/** The samples of one chunk at a place in the file. */
const samples = (at: number, length: number) => [box('stsz', u32(0), u32(0), u32(1), u32(length)), box('stsc', u32(0), u32(1), u32(1), u32(1), u32(1)), box('stco', u32(0), u32(1), u32(at))]

const size = (n: number): number[] => [0x10 | (n >>> 24), ...u32(n).slice(1)]
const el = (id: number[], ...parts: number[][]): number[] => { const body = parts.flat(); return [...id, ...size(body.length), ...body] }
const open = (id: number[], ...parts: number[][]): number[] => [...id, 0x01, 255, 255, 255, 255, 255, 255, 255, ...parts.flat()]
const [EBML, SEGMENT, INFO, TRACKS, CLUSTER, TAGS, FILES] = [[0x1a, 0x45, 0xdf, 0xa3], [0x18, 0x53, 0x80, 0x67], [0x15, 0x49, 0xa9, 0x66], [0x16, 0x54, 0xae, 0x6b], [0x1f, 0x43, 0xb6, 0x75], [0x12, 0x54, 0xc3, 0x67], [0x19, 0x41, 0xa4, 0x69]]
const head = (kind = 'webm') => el(EBML!, el([0x42, 0x82], text(kind)))
const webmTrack = (no: number, type: number) => el([0xae], el([0xd7], [no]), el([0x83], [type]), el([0x53, 0x6e], text('Phone of Aizhan')))
const block = (no: number, words: string) => el([0xa3], [0x80 | no, 0, 0, 0], text(words))
const info = el(INFO!, el([0x7b, 0xa9], text(PLACE)), el([0x57, 0x41], text('Maker')))
const tags = [el(TAGS!, text(PLACE)), el(FILES!, text(PLACE))]

describe('a video of an operation', () => {
  it.each<[string, Uint8Array, string]>([
    ['MP4 with its index before the film', mp4(ftyp, box('moov', box('mvhd', u32(0)), track('vide'), track('soun'), udta, box('meta', text(PLACE))), mdat), 'video/mp4'],
    ['MP4 with its index at the end', mp4(ftyp, mdat, box('uuid', text(PLACE)), box('moov', track('vide'), udta)), 'video/mp4'],
    ['MP4 of fragments, as a recorder writes it', mp4(ftyp, box('moov', track('vide'), udta), box('moof', box('mfhd', u32(0)), box('traf', box('tfhd', u32(0)), udta)), mdat), 'video/mp4'],
    ['MP4 whose last box goes on to the end', mp4(ftyp, box('moov', track('vide'), udta), [...u32(0), ...text(`mdatFILM${PLACE}FILM`)]), 'video/mp4'],
    ['MP4 with a long length', mp4(ftyp, box('moov', track('vide'), udta), [...u32(1), ...text('mdat'), ...u32(0), ...u32(20), ...text('FILM')]), 'video/mp4'],
    ['MP4 with free space that is not empty', mp4(ftyp, box('free', text(PLACE)), box('moov', track('vide'), udta), mdat), 'video/mp4'],
    ['WebM of a recorder, without lengths', Uint8Array.from([...head(), ...open(SEGMENT!, info, el(TRACKS!, webmTrack(1, 1)), open(CLUSTER!, block(1, 'FILM')), open(CLUSTER!, block(1, 'FILM')), ...tags)]), 'video/webm'],
    ['WebM with lengths', Uint8Array.from([...head(), ...el(SEGMENT!, ...tags, info, el(TRACKS!, webmTrack(1, 1), webmTrack(2, 2)), el(CLUSTER!, el([0xe7], [0]), block(1, 'FILM'), el([0xa0], el([0xa1], [0x81, 0, 0, 0], text('FILM')), el([0x75, 0xa1], text(PLACE)))))]), 'video/webm'],
  ])('is kept without the place and the device, and nothing moves: %s', (_name, sent, mediaType) => {
    const before = Buffer.from(sent).toString('latin1')
    const cleaned = cleanVideo(sent)
    if (cleaned.fault !== undefined) throw new Error(cleaned.fault)
    const after = Buffer.from(cleaned.bytes).toString('latin1')
    expect([cleaned.mediaType, after.length]).toEqual([mediaType, before.length])
    expect(after.replaceAll(`FILM${PLACE}FILM`, '')).not.toMatch(/43\.25|Maker|Phone of|appl/)
    expect([...after.matchAll(/FILM/g)].map((match) => match.index)).toEqual([...before.matchAll(/FILM/g)].map((match) => match.index))
    expect(Buffer.from(sent).toString('latin1')).toBe(before)
    // What was cleaned is clean.
    expect(cleanVideo(cleaned.bytes)).toEqual(cleaned)
  })

  it('loses a track that is neither picture nor sound, and what was in it', () => {
    const shape = (at: number) => mp4(ftyp, box('moov', track('vide'), track('meta', ...samples(at, PLACE.length))), mdat)
    const at = Buffer.from(shape(0)).lastIndexOf(PLACE)
    const cleaned = cleanVideo(shape(at))
    if (cleaned.fault !== undefined) throw new Error(cleaned.fault)
    expect(Buffer.from(cleaned.bytes).toString('latin1')).toContain(`FILM${'\0'.repeat(PLACE.length)}FILM`)
    const webm = cleanVideo(Uint8Array.from([...head(), ...open(SEGMENT!, el(TRACKS!, webmTrack(1, 1), webmTrack(3, 0x21)), open(CLUSTER!, block(1, 'FILM'), block(3, PLACE), block(7, PLACE)))]))
    if (webm.fault !== undefined) throw new Error(webm.fault)
    expect(Buffer.from(webm.bytes).toString('latin1')).toMatch(/FILM/)
    expect(Buffer.from(webm.bytes).toString('latin1')).not.toContain(PLACE)
  })

  const nested = Array.from({ length: 3000 }).reduce<number[]>((inside) => box('moov', inside), [])
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'no-video'],
    ['a page', Uint8Array.from(text('<!doctype html><script>1</script>')), 'no-video'],
    ['a page that begins like MP4', mp4(u32(24), text('ftypisom<script>alert(1)</script>')), 'broken'],
    ['a page that begins like WebM', Uint8Array.from([...EBML!, ...text('<script>')]), 'broken'],
    ['a picture in the same container', mp4(box('ftyp', text('heic')), box('moov', track('pict')), mdat), 'no-video'],
    ['sound alone', mp4(ftyp, box('moov', track('soun')), mdat), 'no-video'],
    ['no index', mp4(ftyp, mdat), 'broken'],
    ['no film', mp4(ftyp, box('moov', track('vide'))), 'broken'],
    ['a length beyond the end', mp4(ftyp, box('moov', track('vide')), u32(900), text('mdat')), 'broken'],
    ['a length within its own head', mp4(ftyp, u32(4), text('moov'), mdat), 'broken'],
    ['a length of more than a number holds', mp4(ftyp, u32(1), text('moov'), u32(0xffffffff), u32(0xffffffff)), 'broken'],
    ['a box that ends with its parent early', mp4(ftyp, box('moov', track('vide'), u32(500), text('udta')), mdat), 'broken'],
    ['boxes without end', mp4(ftyp, box('moov', track('vide'), Array.from({ length: 60_000 }, () => box('free')).flat()), mdat), 'broken'],
    ['boxes one in another', mp4(ftyp, nested, mdat), 'no-video'],
    ['a track of places among fragments', mp4(ftyp, box('moov', track('vide'), track('meta')), box('moof'), mdat), 'broken'],
    ['Matroska', Uint8Array.from([...head('matroska'), ...open(SEGMENT!)]), 'no-video'],
    ['WebM of sound', Uint8Array.from([...head(), ...open(SEGMENT!, el(TRACKS!, webmTrack(1, 2)), open(CLUSTER!, block(1, 'x')))]), 'no-video'],
    ['a track of places whose samples are listed in another way', mp4(ftyp, box('moov', track('vide'), track('meta', box('stz2', u32(0), u32(16), u32(1), u32(PLACE.length << 16)), ...samples(40, 4).slice(1))), mdat), 'broken'],
    ['a track of places whose samples are not all listed', mp4(ftyp, box('moov', track('vide'), track('meta', box('stsz', u32(0), u32(0), u32(2), u32(4), u32(4)), ...samples(40, 4).slice(1))), mdat), 'broken'],
    ['a track of places with samples outside the film', mp4(ftyp, box('moov', track('vide'), track('meta', ...samples(4, 4))), mdat), 'broken'],
    ['a thousand chunks over the same bytes', mp4(ftyp, mdat, box('moov', track('vide'), track('meta', box('stsz', u32(0), u32(36), u32(1000)), box('stsc', u32(0), u32(1), u32(1), u32(1), u32(1)), box('stco', u32(0), u32(1000), Array.from({ length: 1000 }, () => u32(24)).flat())))), 'broken'],
    ['WebM whose film stands before its tracks', Uint8Array.from([...head(), ...el(SEGMENT!, el(CLUSTER!, block(1, PLACE)), el(TRACKS!, webmTrack(1, 1)))]), 'broken'],
    ['WebM that ends in a block', Uint8Array.from([...head(), ...open(SEGMENT!, el(TRACKS!, webmTrack(1, 1)), open(CLUSTER!, block(1, 'FILM').slice(0, -2)))]), 'broken'],
    ['tags without a length', Uint8Array.from([...head(), ...open(SEGMENT!, el(TRACKS!, webmTrack(1, 1)), open(TAGS!, text(PLACE)))]), 'broken'],
    ['something behind the segment', Uint8Array.from([...head(), ...el(SEGMENT!, el(TRACKS!, webmTrack(1, 1)), el(CLUSTER!, block(1, 'FILM'))), ...text(PLACE)]), 'broken'],
    ['elements without end', Uint8Array.from([...head(), ...open(SEGMENT!, Array.from({ length: 600_000 }, () => [0xec, 0x80]).flat())]), 'broken'],
    ['clusters one in another', Uint8Array.from([...head(), ...open(SEGMENT!, el(TRACKS!, webmTrack(1, 1)), ...Array.from({ length: 3000 }, () => open(CLUSTER!)))]), 'broken'],
  ])('is refused with a reason and never breaks the server: %s', (_name, sent, fault) => expect(cleanVideo(sent)).toEqual({ fault }))

  it('is refused or kept whole, whatever stands in it', () => {
    const good = [mp4(ftyp, box('moov', track('vide'), track('meta', ...samples(60, 9)), udta), mdat), Uint8Array.from([...head(), ...open(SEGMENT!, info, el(TRACKS!, webmTrack(1, 1)), open(CLUSTER!, block(1, 'FILM')), ...tags)])]
    fc.assert(fc.property(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }), fc.nat(500), (film, changes, cut) => {
      const sent = film.slice(0, Math.max(0, film.length - (cut > 400 ? cut - 400 : 0)))
      for (const [at, byte] of changes) if (at < sent.length) sent[at] = byte
      const cleaned = cleanVideo(sent)
      if (cleaned.fault === undefined) expect(cleaned.bytes.length).toBe(sent.length)
    }), { numRuns: 3000 })
  })
})
