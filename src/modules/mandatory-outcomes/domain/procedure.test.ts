import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { editionOn, procedureBlockers, type ProcedureTyped } from './procedure.ts'

const day = (text: string) => text as Day
const right: ProcedureTyped = { actKk: 'Акт', actRu: 'Акт', form: 'certification', placeKk: 'Астана', placeRu: 'Астана', link: 'https://egov.example/mejirger?a=1', termsKk: '10 күн', termsRu: '10 дней', contact: '+7', validFrom: day('2026-03-02') }
const facts = { today: day('2026-03-02'), lastFrom: undefined as Day | undefined }

describe('the procedure of a mandatory profession', () => {
  it.each<[string, Partial<ProcedureTyped>, Partial<typeof facts>, string[]]>([
    ['is published whole, from today', {}, {}, []],
    ['may have no link', { link: '' }, {}, []],
    ['has no link but a safe one', { link: 'http://egov.example' }, {}, ['link procedure.link-wrong']],
    ['has no link that runs', { link: 'javascript:alert(1)' }, {}, ['link procedure.link-wrong']],
    ['has no link with a blank', { link: 'https://a.kz/ b' }, {}, ['link procedure.link-wrong']],
    ['needs each text in both languages', { actRu: ' ', termsKk: '' }, {}, ['actRu procedure.text-missing', 'termsKk procedure.text-missing']],
    ['is not endless', { contact: 'a'.repeat(2001) }, {}, ['contact procedure.text-wrong']],
    ['may have lines', { placeKk: 'Астана\r\nҮлгі көшесі' }, {}, []],
    ['needs a form', { form: '' }, {}, ['form procedure.form-missing']],
    ['does not hold from yesterday', { validFrom: day('2026-03-01') }, {}, ['validFrom procedure.day-past']],
    ['needs its day', { validFrom: undefined as never }, {}, ['validFrom procedure.day-wrong']],
    ['does not overtake the last edition', { validFrom: day('2026-03-31') }, { lastFrom: day('2026-04-01') }, ['validFrom procedure.day-before-last']],
    ['may hold from the same day as the last', { validFrom: day('2026-04-01') }, { lastFrom: day('2026-04-01') }, []],
  ])('%s', (_says, change, more, expected) => expect(procedureBlockers({ ...right, ...change }, { ...facts, ...more }).map((each) => `${each.field} ${each.code}`)).toEqual(expected))

  it.each([['2026-03-01', undefined], ['2026-03-02', 1], ['2026-03-31', 1], ['2026-04-01', 3], ['2027-01-01', 3]])('on %s edition %s is in force', (on, editionNo) => {
    const editions = [{ editionNo: 3, validFrom: day('2026-04-01') }, { editionNo: 2, validFrom: day('2026-04-01') }, { editionNo: 1, validFrom: day('2026-03-02') }]
    expect(editionOn(editions, day(on))?.editionNo).toBe(editionNo)
  })
})
