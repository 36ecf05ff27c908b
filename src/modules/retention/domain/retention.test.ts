import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day, epochMs, legalDay, moment, momentAt } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormValue } from '#kernel/norms.ts'
import { legalHolds, findRetention, isPast, lastDayKept, netOf, type FileFacts, type Retention } from './retention.ts'

const own = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const withValue = (key: string, value: NormValue) => ({ ...own, norms: own.norms.map((norm) => (norm.key === key ? { ...norm, value } : norm)) })
const years = (length: number): Retention => ({ norm: 'retention.fileYears', length, unit: 'year' })
const days = (length: number): Retention => ({ norm: 'retention.draftDays', length, unit: 'day' })

describe('how long something is kept', () => {
  it.each([
    ['a draft of 90 days, on its last day', days(90), '2026-08-30', '2026-11-28', false],
    ['a draft of 90 days, on the day after', days(90), '2026-08-29', '2026-11-28', true],
    ['one day, yesterday', days(1), '2026-11-27', '2026-11-28', false],
    ['one day, the day before yesterday', days(1), '2026-11-26', '2026-11-28', true],
    ['five years, on the anniversary', years(5), '2021-11-28', '2026-11-28', false],
    ['five years, on the day after', years(5), '2021-11-27', '2026-11-28', true],
    ['a year from the leap day, on the last of February', years(1), '2024-02-29', '2025-02-28', false],
    ['a year from the leap day, on the first of March', years(1), '2024-02-29', '2025-03-01', true],
    ['four years to a leap year', years(4), '2024-02-29', '2028-02-29', false],
    ['across the turn of the year', days(31), '2026-12-01', '2027-01-01', false],
    ['across the turn of the year, a day later', days(31), '2026-12-01', '2027-01-02', true],
  ])('%s', (_, retention, since, today, past) => {
    expect(isPast(day(since), retention, day(today))).toBe(past)
    // Whatever is past lies inside the net, to its last second of the legal day.
    if (past) expect(epochMs(momentAt(day(since), '23:59'))).toBeLessThan(epochMs(netOf(retention, day(today))))
  })

  it('counts days of Almaty, six hours ahead before March 2024: what ended late in the evening there did not end on the day after', () => {
    expect(legalDay(moment('2021-11-27T17:59:59.000Z'))).toBe('2021-11-27')
    expect(lastDayKept(legalDay(moment('2021-11-27T18:00:00.000Z')), years(5))).toBe('2026-11-28')
  })

  it('deletes nothing under a norm without a value, unknown, or of no length', () => {
    expect(findRetention(own, 'retention.fileYears')).toEqual({ norm: 'retention.fileYears', length: 5, unit: 'year' })
    for (const norm of ['retention.draftDays', 'retention.signInDays', 'retention.quarantineDays'] as const) expect(findRetention(own, norm)).toBeUndefined()
    expect(findRetention(withValue('retention.draftDays', 90), 'retention.draftDays')).toEqual({ norm: 'retention.draftDays', length: 90, unit: 'day' })
    expect(findRetention(withValue('retention.fileYears', 0), 'retention.fileYears')).toBeUndefined()
    expect(findRetention({ ...own, norms: [] }, 'retention.fileYears')).toBeUndefined()
  })
})

describe('the file of a finished case', () => {
  const closed: FileFacts = { closedAt: momentAt(day('2021-11-27'), '12:00'), isCaseOpen: false, isAppealOpen: false, isComplaintOpen: false, documents: [] }
  const document = { validUntil: day('2026-11-27'), annulledOn: null, isAnnulmentOpen: false }
  it.each<[string, Partial<FileFacts>, boolean, string[]]>([
    ['is deleted when the years are over', {}, true, []],
    ['is kept on their last day', { closedAt: momentAt(day('2021-11-28'), '00:00') }, true, ['term-runs']],
    ['is kept while an appeal is open', { closedAt: null, isAppealOpen: true }, true, ['appeal-open']],
    ['is kept while a complaint is open', { closedAt: null, isComplaintOpen: true }, true, ['complaint-open']],
    ['is kept while the case is open', { closedAt: null, isCaseOpen: true }, true, ['case-open']],
    ['is kept while an annulment is proposed', { documents: [{ ...document, isAnnulmentOpen: true }] }, true, ['annulment-open']],
    ['is kept on the last day of its document', { documents: [{ ...document, validUntil: day('2026-11-28') }] }, true, ['document-valid']],
    ['goes on the day after it', { documents: [document] }, true, []],
    ['is kept with a document without an end', { documents: [{ ...document, validUntil: null }] }, true, ['document-valid']],
    ['goes when that document was annulled', { documents: [{ ...document, validUntil: null, annulledOn: day('2022-01-01') }] }, true, []],
    ['does not wait for the document where the norm does not say so', { documents: [{ ...document, validUntil: null }] }, false, []],
    ['tells every reason', { closedAt: null, isAppealOpen: true, documents: [{ validUntil: null, annulledOn: null, isAnnulmentOpen: true }] }, true, ['appeal-open', 'annulment-open', 'document-valid']],
  ])('%s', (_, change, whileDocumentValid, holds) => expect(legalHolds({ ...closed, ...change }, { retention: years(5), whileDocumentValid }, day('2026-11-28'))).toEqual(holds))
})
