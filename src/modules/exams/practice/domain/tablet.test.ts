import { describe, expect, it } from 'vitest'
import type { Moment } from '#kernel/day.ts'
import { arrivalBlockers, writtenWhen, type Arrival, type TabletWord } from './tablet.ts'

const at = (time: string) => `2026-03-26T${time}:00.000Z` as Moment
const STEPS = [{ no: 1, optional: false, critical: true }, { no: 2, optional: false, critical: false }]
const OPEN: Arrival = { steps: STEPS, endKind: null, sheetAccepted: false, setAside: false, standing: undefined, alike: 0, limits: { photosPerStep: 6, photoMegabytes: 10, videosPerStep: 2, videoMegabytes: 20, videoSeconds: 20 } }
const mark = (more: Partial<Extract<TabletWord, { kind: 'mark' }>> = {}): TabletWord => ({ kind: 'mark', step: 2, done: true, note: '', seconds: null, ...more })

describe('a word from a tablet', () => {
  it.each<[string, TabletWord, Partial<Arrival>, string | undefined]>([
    ['counts while the practice goes on', mark(), {}, undefined],
    ['does not count after the practice ended', mark(), { endKind: 'finished' }, 'practice.ended-meanwhile'],
    ['does not count after a stop, the end of all reasons comes first', mark(), { endKind: 'safety', sheetAccepted: true }, 'practice.stopped-meanwhile'],
    ['does not count after a removal', mark(), { endKind: 'removal' }, 'practice.removed-meanwhile'],
    ['does not count after the own sheet was set aside', mark(), { setAside: true }, 'practice.sheet-set-aside'],
    ['does not count when a failure broke the practice off and it is held anew', mark(), { endKind: 'broken-down' }, 'practice.broken-meanwhile'],
    ['does not count after the own sheet was accepted', mark(), { sheetAccepted: true }, 'practice.sheet-accepted'],
    ['names an operation of the card', mark({ step: 9 }), {}, 'practice.no-such-step'],
    ['says why an operation was not done', mark({ done: false }), {}, 'practice.note-missing'],
    ['is not too long', mark({ note: 'x'.repeat(1001) }), {}, 'practice.note-too-long'],
    ['gives way to a later one from another device', mark(), { standing: { device: 'other', writtenAt: at('10:01') } }, 'practice.marked-later-elsewhere'],
    ['stands against an earlier one from another device', mark(), { standing: { device: 'other', writtenAt: at('09:59') } }, undefined],
    ['stands against an own one, whatever its time', mark(), { standing: { device: 'own', writtenAt: at('10:01') } }, undefined],
    ['stops only at a critical operation', { kind: 'stop', step: 2, ground: 'x' }, {}, 'practice.step-not-critical'],
    ['stops with a ground', { kind: 'stop', step: 1, ground: '' }, {}, 'practice.ground-missing'],
    ['is a photo of an operation, without a note too', { kind: 'photo', step: 2, note: '', fault: null }, { alike: 5 }, undefined],
    ['is not the seventh photo', { kind: 'photo', step: 2, note: '', fault: null }, { alike: 6 }, 'practice.photos-too-many'],
    ['is a second video', { kind: 'video', step: 2, note: '', fault: null }, { alike: 1 }, undefined],
    ['is not the third video', { kind: 'video', step: 2, note: '', fault: null }, { alike: 2 }, 'practice.videos-too-many'],
    ['is no photo where the bytes are none', { kind: 'photo', step: 2, note: '', fault: 'file.broken' }, {}, 'file.broken'],
    ['stops', { kind: 'stop', step: 1, ground: 'x' }, {}, undefined],
  ])('%s', (_says, word, arrival, code) => expect(arrivalBlockers(word, 'own', at('10:00'), { ...OPEN, ...arrival })[0]?.code).toBe(code))

  it.each<[string, string | undefined, string | undefined, string]>([
    ['is taken as the device says where its clock is right', '10:20', '11:00', '10:20'],
    ['shifts with a clock that is an hour behind', '09:20', '10:00', '10:20'],
    ['shifts with a clock that is ahead', '20:20', '21:00', '10:20'],
    ['is not before the practice began', '01:00', '11:00', '10:00'],
    ['is not later than now', '12:00', '11:00', '11:00'],
    ['is now where the device says nothing that can be read', undefined, '11:00', '11:00'],
    ['is now where it does not say when it sends', '10:20', undefined, '11:00'],
  ])('its time %s', (_says, written, sent, taken) => {
    expect(writtenWhen({ writtenAt: written === undefined ? undefined : at(written), sentAt: sent === undefined ? undefined : at(sent) }, { notBefore: at('10:00'), now: at('11:00') })).toBe(at(taken))
  })
})
