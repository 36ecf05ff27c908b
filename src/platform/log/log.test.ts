import { expect, it } from 'vitest'
import { createLog } from './log.ts'

it('lets no IIN into the log: not from a message, a deep object, a text with other words, or an error', () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', write: (line) => lines.push(line) })
  const iin = '900517' + '900012'
  log.info(`person ${iin} came`)
  log.info({ a: { b: [{ iin }] }, text: `ИИН:${iin},` }, 'deep')
  log.error({ error: new Error(`duplicate key (${iin})`) }, 'fault')
  expect(lines).toHaveLength(3)
  expect(lines.join('')).not.toContain(iin)
  expect(lines.join('').match(/••••••••0012/g)?.length).toBeGreaterThanOrEqual(4)
})
