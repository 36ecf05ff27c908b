import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#platform/db/migrate.ts'
import { startOwn, stop } from '../instance.ts'

const ROWS = 10_000
const HEADER = 'code,name_kk,name_ru,track,basis,basis_title_ru,field,levels,education_required,experience_required,validity_months,body'
const row = (n: number, levels: string) => `X-${String(n).padStart(5, '0')},Маман ${n},Специалист ${n},voluntary,standard,Стандарт,manufacturing,${levels},0,0,60,B05`

/** The command that imports a register, as a whole process: start, reading, examining twice, entering, journal. */
export async function importing(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tanu-bench-import-'))
  const dataDir = join(folder, 'data')
  const file = (name: string, levelsOf: (n: number) => string) => {
    const path = join(folder, name)
    writeFileSync(path, [HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n + 1, levelsOf(n)))].join('\n'))
    return path
  }
  try {
    await stop((await startOwn({ DATA_DIR: dataDir })).child)
    const nothing = await command(dataDir, ['import', 'professions', file('one.csv', () => '99'), '--dry-run'])
    const faulty = await command(dataDir, ['import', 'professions', file('faulty.csv', (n) => (n % 100 === 50 ? '99' : '4'))])
    const whole = await command(dataDir, ['import', 'professions', file('whole.csv', () => '4')])
    if (nothing.code !== 1 || faulty.code !== 1 || whole.code !== 0) throw new Error('an import did not end as it should')
    return [`import of ${ROWS} rows as a command, start of the process and database included: every row wrong ${nothing.ms} ms, 100 rows wrong ${faulty.ms} ms, all valid and entered ${whole.ms} ms`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function command(dataDir: string, words: readonly string[]): Promise<{ code: number | null; ms: number }> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'tanu', ...words], { cwd: projectRoot(), env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir }, stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, ms: Math.round(performance.now() - begun) }))
  })
}
