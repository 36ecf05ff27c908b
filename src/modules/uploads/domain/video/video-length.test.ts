import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/db/migrate.ts'
import { cleanVideo } from './clean-video.ts'
import { isTooLong, videoSeconds } from './video-length.ts'

const u16 = (n: number): number[] => [(n >>> 8) & 255, n & 255]
const u32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const u64 = (n: number): number[] => [...u32(Math.floor(n / 2 ** 32)), ...u32(n >>> 0)]
const ONES = [...u32(0xffffffff), ...u32(0xffffffff)]
const text = (words: string): number[] => [...Buffer.from(words, 'latin1')]
const box = (type: string, ...parts: number[][]): number[] => { const body = parts.flat(); return [...u32(body.length + 8), ...text(type), ...body] }
const head32 = (type: string, scale: number, length: number) => box(type, u32(0), u32(0), u32(0), u32(scale), u32(length))
const head64 = (type: string, scale: number, length: number[]) => box(type, u32(0x01000000), u64(0), u64(0), u32(scale), length)
const stts = (...entries: [count: number, delta: number][]) => box('stts', u32(0), u32(entries.length), ...entries.flatMap(([count, delta]) => [u32(count), u32(delta)]))
const trak = (mdhd: number[], ...table: number[][]) => box('trak', box('tkhd', u32(0), u32(0), u32(0), u32(1), u32(0)), box('mdia', mdhd, box('minf', box('stbl', ...table))))
const moof = (...traf: number[][]) => box('moof', box('traf', ...traf))
const mp4 = (...parts: number[][]) => Uint8Array.from([box('ftyp', text('isom')), ...parts, box('mdat', text('FILM'))].flat())

const size = (n: number): number[] => [0x10 | (n >>> 24), ...u32(n).slice(1)]
const el = (id: number[], ...parts: number[][]): number[] => { const body = parts.flat(); return [...id, ...size(body.length), ...body] }
const open = (id: number[], ...parts: number[][]): number[] => [...id, 0x01, 255, 255, 255, 255, 255, 255, 255, ...parts.flat()]
const SEGMENT = [0x18, 0x53, 0x80, 0x67]
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75]
const f64 = (n: number): number[] => [...Buffer.from(new Float64Array([n]).buffer)].reverse()
const f32 = (n: number): number[] => [...Buffer.from(new Float32Array([n]).buffer)].reverse()
const info = (...parts: number[][]) => el([0x15, 0x49, 0xa9, 0x66], ...parts)
const duration = (bytes: number[]) => el([0x44, 0x89], bytes)
const scale = (ns: number) => el([0x2a, 0xd7, 0xb1], u32(ns))
const time = (ticks: number) => el([0xe7], u32(ticks))
const block = (relative: number) => el([0xa3], [0x81], u16(relative), [0], text('FILM'))
const group = (relative: number, lasts: number) => el([0xa0], el([0xa1], [0x81], u16(relative), [0], text('FILM')), el([0x9b], u32(lasts)))
const webm = (...parts: number[][]) => Uint8Array.from([...el([0x1a, 0x45, 0xdf, 0xa3], el([0x42, 0x82], text('webm'))), ...open(SEGMENT, ...parts)])

describe('how long a film is', () => {
  it.each<[string, Uint8Array, number | undefined]>([
    ['by the head of the film', mp4(box('moov', head32('mvhd', 1000, 15_000))), 15],
    ['by a long head', mp4(box('moov', head64('mvhd', 90_000, u64(90_000 * 15)))), 15],
    ['by a track that is longer than the head says', mp4(box('moov', head32('mvhd', 1000, 1000), trak(head32('mdhd', 600, 600 * 40)))), 40],
    ['by the table of samples, whatever the heads say', mp4(box('moov', head32('mvhd', 1000, 1000), trak(head32('mdhd', 600, 600), stts([600, 60], [300, 60])))), 90],
    ['by its fragments, where a recorder declares nothing', mp4(box('moov', head32('mvhd', 1000, 0), trak(head32('mdhd', 1000, 0)), box('mvex', box('trex', u32(0), u32(1), u32(1), u32(500), u32(0), u32(0)))),
      moof(box('tfhd', u32(0), u32(1)), box('tfdt', u32(0), u32(0)), box('trun', u32(0), u32(20))), moof(box('tfhd', u32(0), u32(1)), box('tfdt', u32(0), u32(10_000)), box('trun', u32(0), u32(20)))), 20],
    ['by fragments that say of each sample how long it lasts', mp4(box('moov', trak(head32('mdhd', 1000, 0))), moof(box('tfhd', u32(0), u32(1)), box('tfdt', u32(0x01000000), u64(5000)), box('trun', u32(0x100), u32(2), u32(3000), u32(4000)))), 12],
    ['by what a fragment says of all its samples', mp4(box('moov', trak(head32('mdhd', 1000, 0))), moof(box('tfhd', u32(8), u32(1), u32(250)), box('trun', u32(0), u32(40)))), 10],
    ['not by a length that says it is unknown', mp4(box('moov', head32('mvhd', 1000, 0xffffffff), trak(head64('mdhd', 1000, ONES), stts([10, 1000])))), 10],
    ['of nothing that tells a time, nothing', mp4(box('moov', box('mvhd', u32(0)))), undefined],
    ['WebM by its Duration', webm(info(scale(1_000_000), duration(f64(18_500)))), 18.5],
    ['WebM by a short Duration', webm(info(duration(f32(18_500)))), 18.5],
    ['WebM of a recorder, without Duration, by its last block', webm(info(scale(1_000_000)), open(CLUSTER, time(0), block(0), block(4000)), open(CLUSTER, time(8000), block(0), block(3500))), 11.5],
    ['WebM by the last block, whatever the Duration says', webm(info(duration(f64(1000))), el(CLUSTER, time(0), block(0)), el(CLUSTER, time(60_000), block(0))), 60],
    ['WebM by a last block that says how long it lasts', webm(el(CLUSTER, time(0), group(0, 40), group(1000, 2000))), 3],
    ['WebM that begins late, from its first block', webm(el(CLUSTER, time(3_600_000), block(0), block(9000))), 9],
    ['WebM with another scale', webm(info(scale(2_000_000), duration(f64(5000)))), 10],
    ['WebM without a block and without Duration', webm(info()), undefined],
  ])('%s', (_name, bytes, seconds) => {
    const found = videoSeconds(bytes, bytes[0] === 0x1a ? 'video/webm' : 'video/mp4')
    if (seconds === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(seconds, 6)
  })

  it.each<[string, Uint8Array]>([
    ['ticks without a scale', mp4(box('moov', trak(head32('mdhd', 0, 5))))],
    ['an entry of four thousand million samples', mp4(box('moov', trak(head32('mdhd', 1, 0), stts([0xffffffff, 0xffffffff]))))],
    ['a run of as many without a word of each', mp4(box('moov', trak(head32('mdhd', 1, 0))), moof(box('tfhd', u32(8), u32(1), u32(0xffffffff)), box('trun', u32(0), u32(0xffffffff))))],
    ['a Duration that is no number', webm(info(duration(f64(Number.NaN))))],
    ['a Duration without end', webm(info(duration(f64(Number.POSITIVE_INFINITY))))],
    ['a cluster at the end of time', webm(el(CLUSTER, time(0), block(0)), el(CLUSTER, time(0xffffffff), block(0)))],
  ])('is too long for anybody with %s', (_name, bytes) => expect(isTooLong(videoSeconds(bytes, bytes[0] === 0x1a ? 'video/webm' : 'video/mp4'), 600)).toBe(true))

  it.each<[string, Uint8Array]>([
    ['a Duration below nought', webm(info(duration(f64(-5000))), el(CLUSTER, time(0), block(0), block(2000)))],
    ['a scale of nought, which is none', webm(info(scale(0)), el(CLUSTER, time(0), block(0), block(2000)))],
    ['boxes one in another without end', mp4(Array.from({ length: 20_000 }).reduce<number[]>((inner) => inner.length > 100_000 ? inner : box('moov', inner), [...head32('mvhd', 1000, 2000)]))],
  ])('is not confused by %s', (_name, bytes) => {
    const found = videoSeconds(bytes, bytes[0] === 0x1a ? 'video/webm' : 'video/mp4')
    expect(found === undefined || found <= 2).toBe(true)
  })

  it('is that of a film that a browser recorded', () => {
    const cleaned = cleanVideo(readFileSync(join(projectRoot(), 'demo/recordings/camera.webm')))
    if (cleaned.fault !== undefined) throw new Error(cleaned.fault)
    const seconds = videoSeconds(cleaned.bytes, cleaned.mediaType)!
    expect([seconds > 11, seconds < 13]).toEqual([true, true])
  })

  it('answers whatever the bytes are, and quickly', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom<'video/mp4' | 'video/webm'>('video/mp4', 'video/webm'), (bytes, mediaType) => {
      const found = videoSeconds(Uint8Array.from([...(mediaType === 'video/mp4' ? box('ftyp', text('isom')) : el([0x1a, 0x45, 0xdf, 0xa3])), ...bytes]), mediaType)
      return found === undefined || found >= 0
    }), { numRuns: 500 })
  })

  it('is refused from three seconds over the norm on, and where nobody knows it is not', () => {
    expect([isTooLong(20, 20), isTooLong(23, 20), isTooLong(23.1, 20), isTooLong(Infinity, 20), isTooLong(undefined, 20)]).toEqual([false, false, true, true, false])
  })
})
