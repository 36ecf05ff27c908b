import { readdirSync, readFileSync } from 'node:fs'
import { day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { normNumber } from '#kernel/norms.ts'
import { describe, expect, it } from 'vitest'
import { unitsLearnt, editionOf, isBuiltIn, isEditable, nameOf, proposalBlockers, readValue, type Proposal } from './proposal.ts'

const newest = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const proposal: Proposal = { key: 'notice.wholeDays', value: 12, mark: 'O', source: { kk: 'Бұйрық', ru: 'Приказ' }, ground: 'Жаңа бұйрық', validFrom: day('2027-01-01') }
const today = day('2026-11-27')

describe('a change of a norm', () => {
  const cases: [string, Partial<Proposal>, string[]][] = [
    ['with value, source and ground is right', {}, []],
    ['does not act on the day it is proposed', { validFrom: today }, ['norms.acts-backwards']],
    ['acts from tomorrow at the earliest', { validFrom: day('2026-11-28') }, []],
    ['never acts backwards', { validFrom: day('2026-01-01') }, ['norms.acts-backwards']],
    ['needs a ground and a source', { ground: ' ', source: { kk: '', ru: 'Приказ' } }, ['norms.source-missing', 'norms.ground-missing']],
    ['needs a mark of evidence', { mark: 'X' }, ['norms.mark-missing']],
    ['changes something', { value: 10 }, ['norms.nothing-changes']],
    ['takes away nothing that is set', { value: null }, ['norms.value-missing']],
    ['may take away a time of keeping: then nothing is deleted', { key: 'retention.fileYears', value: null }, []],
    ['may take a ground of violation away', { key: 'violation.grounds', value: 'forbidden-item communication' }, []],
    ['leaves the forbidden items, which the slides name', { key: 'violation.grounds', value: 'communication other' }, ['norms.forbidden-items-stay']],
    ['may take a ground of annulment away', { key: 'document.annulmentGrounds', value: 'court forged-papers' }, []],
    ['leaves the decision of a court, which binds everybody', { key: 'document.annulmentGrounds', value: 'appeal forged-papers' }, ['norms.court-stays']],
    ['is about a norm that exists', { key: 'notice.other' }, ['norms.unknown']],
  ]
  it.each(cases)('%s', (_, change, expected) => expect(proposalBlockers({ ...proposal, ...change }, newest, today).map((each) => each.code)).toEqual(expected))

  it('never slips before an edition that is approved for a later day', () => {
    expect(proposalBlockers(proposal, { ...newest, validFrom: day('2027-02-01') }, today).map((each) => each.code)).toEqual(['norms.before-a-later-edition'])
  })

  it('makes a whole edition that the kernel can read, with this norm changed, and its twin', () => {
    const edition = parseNormEdition(JSON.parse(JSON.stringify(editionOf(proposal, newest, '2027-01'))))
    expect(normNumber(edition, 'notice.wholeDays')).toBe(12)
    expect(edition.norms.filter((norm, place) => norm.value !== newest.norms[place]!.value).map((norm) => norm.key).sort()).toEqual(['deadline.T3.length', 'notice.wholeDays'])
  })

  it('is offered only for norms that the program reads: no desk takes a value that changes nothing', () => {
    const program = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|messages/.test(file) && !file.endsWith('proposal.ts')).map((file) => readFileSync(`src/${file}`, 'utf8')).join('\n')
    const isRead = (key: string) => program.includes(`'${key}'`) || new RegExp(`(startClock|deadlineRule|CLOCK_OF_STEP)[^\\n]*\\n?[^\\n]*'${/^deadline\.(T\d+)\.length$/.exec(key)?.[1] ?? '-'}'`).test(program)
    const editable = newest.norms.filter(isEditable).map((norm) => norm.key)
    expect(editable.length).toBeGreaterThan(25)
    expect(editable.filter((key) => !isRead(key))).toEqual([])
    // Every other one is marked on the pages, so nobody takes it for a setting.
    expect(newest.norms.filter((norm) => isEditable(norm) === isBuiltIn(norm))).toEqual([])
    expect(newest.norms.filter((norm) => !isRead(norm.key) && !isBuiltIn(norm)).map((norm) => norm.key)).toEqual([])
    expect(proposalBlockers({ ...proposal, key: 'voucher.perCalendarYear', value: 2 }, newest, today).map((each) => each.code)).toEqual(['norms.unknown'])
  })

  it('learns the unit of a norm without a value from a newer platform, and touches no norm that is set', () => {
    const without = (key: string, value: number | null) => ({ ...newest, norms: newest.norms.map((norm) => { const { unit: _, ...rest } = norm; return norm.key === key ? { ...rest, value } : norm }) })
    expect(unitsLearnt(without('violation.banAfterRemoval', null), newest).map(({ key, unit }) => [key, unit])).toEqual([['violation.banAfterRemoval', 'calendar']])
    expect(unitsLearnt(without('violation.banAfterRemoval', 30), newest)).toEqual([])
    expect(unitsLearnt(newest, newest)).toEqual([])
  })

  it('keeps the type of the norm', () => {
    const norm = (key: string) => newest.norms.find((each) => each.key === key)!
    const cases: [string, string, unknown][] = [
      ['notice.wholeDays', '12', 12], ['notice.wholeDays', '-1', undefined], ['notice.wholeDays', '1.5', undefined], ['notice.wholeDays', '', null], ['panel.oddSize', 'false', false], ['panel.oddSize', 'yes', undefined],
      ['panel.quorum', '1/2', '1/2'], ['panel.quorum', 'two thirds', undefined], ['notice.reading', 'nth-day-allowed', 'nth-day-allowed'], ['notice.reading', 'whenever', undefined], ['panel.majority', 'absolute', 'absolute'], ['panel.majority', 'two thirds', undefined], ['panel.ownEmployerMaySit', 'true', true], ['appeal.body', 'panel-of-other-centres', 'panel-of-other-centres'], ['appeal.body', 'the ministry', undefined], ['appeal.secondInstance', 'panel-of-other-centres', 'panel-of-other-centres'], ['appeal.secondInstance', 'panel-of-centre', undefined],
      ['retention.draftDays', '90', 90], ['retention.draftDays', '0', undefined], ['retention.fileYears', '', null], ['retention.fileAtLeastWhileDocumentValid', 'false', false],
      ['deadline.electronicActsUntil', '18:00', '18:00'], ['deadline.electronicActsUntil', '24:00', '24:00'], ['deadline.electronicActsUntil', '00:00', undefined], ['deadline.electronicActsUntil', '24:30', undefined], ['deadline.electronicActsUntil', '6 pm', undefined], ['deadline.T2.start', 'contract-paid', 'contract-paid'], ['deadline.T2.start', 'application-registered', undefined], ['deadline.T4.start', 'candidate-finished', 'candidate-finished'], ['deadline.T4.start', 'whenever', undefined], ['deadline.T4.startAfterRemoval', 'review-ended', 'review-ended'], ['deadline.moveOffDayOff', 'true', true], ['deadline.T6.start', 'decision-made', undefined], ['deadline.T7.length', '60', 60], ['deadline.T8.length', '10-15', '10-15'], ['deadline.T8.length', '15 October', undefined], ['deadline.T8.length', '11-01 12-01', undefined],
      ['document.annulmentGrounds', 'whim court', undefined], ['breakdown.theory', 'anew', 'anew'], ['breakdown.theory', 'over', undefined], ['violation.grounds', 'other forbidden-item', 'other forbidden-item'], ['violation.grounds', 'forbidden-item forbidden-item', undefined], ['violation.grounds', 'forbidden-item talk', undefined], ['violation.grounds', 'other', 'other'], ['briefing.oncePerAttempt', 'false', false], ['retake.price', 'first-free', 'first-free'], ['retake.price', 'free', undefined], ['appeal.stageAgainIsFree', 'false', false], ['violation.scope', 'stage', 'stage'], ['violation.scope', 'procedure', undefined],
      ['document.languages', 'kk ru en', 'kk ru en'], ['document.languages', 'ru en', undefined], ['document.languages', 'kk ru en en', undefined],
      ['application.openCasesPerQualification', '2', 2], ['application.openCasesPerQualification', '0', undefined], ['deadline.T13.length', '5', 5], ['voucher.extendForIncapacity', 'false', false], ['retention.recordingDaysAfterAppealTerm', '60', 60],
    ]
    for (const [key, typed, expected] of cases) expect(readValue(typed, norm(key)), `${key} ${typed}`).toBe(expected)
    expect(isEditable(norm('scheduling.newDateFreeAfterCentreFault'))).toBe(false)
    expect([isEditable(norm('violation.endsExamAt')), isEditable(norm('complaint.answeredBy')), isEditable(norm('panel.quorum')), isEditable(norm('theory.passPercent'))]).toEqual([false, false, true, true])
    expect(nameOf(day('2027-01-05'), ['2026-01', '2027-01', '2027-01-2'])).toBe('2027-01-3')
  })
})
