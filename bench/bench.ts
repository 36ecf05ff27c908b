import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/db/migrate.ts'
import { openBench } from './instance.ts'
import { autosave } from './measures/autosave.ts'
import { importing } from './measures/import.ts'
import { inbox } from './measures/inbox.ts'
import { pages, wire } from './measures/pages.ts'
import { paper } from './measures/paper.ts'
import { proctoring } from './measures/proctoring.ts'
import { search } from './measures/search.ts'
import { start } from './measures/start.ts'
import { statistics } from './measures/statistics.ts'
import { voucher } from './measures/voucher.ts'
import { wall } from './measures/wall.ts'
import { tableOf, type Line } from './report.ts'

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const seconds = process.argv.includes('--quick') ? 1 : 4
const takes = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

const lines: Line[] = []
const notes: string[] = []
const say = (text: string): void => void process.stdout.write(`${text}\n`)

if (takes('start')) notes.push(...(await start()))
if (takes('import')) notes.push(...(await importing()))
if (takes('search')) lines.push(...(await search(seconds)))
if (takes('pdf')) lines.push(...(await paper(seconds)))
let machine = ''
if (takes('pages') || takes('inbox') || takes('autosave') || takes('voucher') || takes('wall') || takes('proctoring') || takes('statistics')) {
  const bench = await openBench()
  machine = bench.machine
  try {
    if (takes('pages')) {
      lines.push(...(await pages(bench, seconds)))
      notes.push(await wire(bench))
    }
    if (takes('autosave')) lines.push(...(await autosave(bench, seconds)))
    if (takes('voucher')) {
      const measured = await voucher(bench, seconds)
      lines.push(...measured.lines)
      notes.push(...measured.notes)
    }
    if (takes('wall')) lines.push(...(await wall(bench, seconds)))
    if (takes('proctoring')) lines.push(...(await proctoring(bench, seconds)))
    if (takes('inbox')) lines.push(...(await inbox(bench, seconds)))
    // Last: it fills the database with a million cases.
    if (wanted.includes('statistics')) {
      const most = process.argv.find((word) => word.startsWith('--cases='))?.slice('--cases='.length)
      const found = await statistics(bench, seconds, most ? Number(most) : undefined)
      lines.push(...found.lines)
      notes.push(...found.notes)
    }
  } finally {
    await bench.end()
  }
}
say(tableOf(lines))
for (const note of [machine, ...notes].filter(Boolean)) say(note)
const folder = join(projectRoot(), 'var')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'bench.json'), JSON.stringify({ at: new Date().toISOString(), machine, lines, notes }, null, 2))
say('Written to var/bench.json.')
