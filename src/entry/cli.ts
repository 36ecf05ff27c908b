import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Denial } from '#kernel/denial.ts'
import { readConfig } from '#platform/config/config.ts'
import { fatal } from '#platform/lifecycle/fatal.ts'
import { shutDown } from '#platform/lifecycle/shutdown.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { messages as peopleMessages } from '#modules/people/messages/index.ts'
import { messages as professionsMessages } from '#modules/professions/messages/index.ts'
import { messages as programmesMessages } from '#modules/programmes/messages/index.ts'
import { messages as documentsMessages } from '#modules/recognition-documents/messages/index.ts'
import { messages as vouchersMessages } from '#modules/vouchers/messages/index.ts'
import { messages as registerMessages } from '#modules/register/messages/index.ts'
import * as audit from '#modules/audit/index.ts'
import * as people from '#modules/people/index.ts'
import * as register from '#modules/register/index.ts'
import * as statistics from '#modules/statistics/index.ts'
import { messages as statisticsMessages } from '#modules/statistics/messages/index.ts'
import * as retention from '#modules/retention/index.ts'
import { messages as retentionMessages } from '#modules/retention/messages/index.ts'
import { openInstance } from './open-instance.ts'

const HELP = `Tanu, the command line. The server must not be running on the same embedded database.

  npm run tanu -- import <${register.IMPORT_KINDS.join('|')}> FILE.csv|FILE.xlsx [--dry-run]
      Brings a table into a register: all of it or nothing. --dry-run only says what would happen.
  npm run tanu -- create-admin --email E --iin N --surname S --given-name G --birth YYYY-MM-DD [--patronymic P]
      Makes the first administrator; the password is asked for, or read from the first line of the standard input.
  npm run tanu -- verify-journal [--against FILE.json]
      Walks every chain of the journal from its first entry to its last and compares it with every checkpoint, and with one that was taken
      away earlier; ends with 1 when something does not hold.
  npm run tanu -- statistics recompute [--as-of YYYY-MM-DD] [--from FOLDER]
      Rebuilds every published number from the open files (those of this instance, or CSV files taken away into FOLDER) and prints what differs;
      ends with 1 when something does.
  npm run tanu -- statistics check [--as-of YYYY-MM-DD]
      Counts cases and people from every row and compares each number with what is kept by day; ends with 1 when one differs.
  npm run tanu -- retention --dry-run
      Says what the next sweep would delete under the norms of retention in force, and what is kept and why. Nothing is deleted: that the
      worker does by itself, once a day.
  npm run tanu -- help
`
const SHOWN_FAULTS = 1_000
const BAR = 30

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

/** A wish that the command line does not understand: told in one sentence. */
class Misuse extends Error {}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false }, email: { type: 'string' }, iin: { type: 'string' }, surname: { type: 'string' }, 'given-name': { type: 'string' },
      patronymic: { type: 'string' }, birth: { type: 'string' }, help: { type: 'boolean', default: false }, against: { type: 'string' },
      'as-of': { type: 'string' }, from: { type: 'string' },
    },
  })
  const [verb, ...rest] = positionals
  if (values.help || verb === undefined || verb === 'help') {
    say(HELP)
    return 0
  }
  if (verb === 'import') return importFile(rest, values['dry-run'])
  if (verb === 'create-admin') return createAdministrator(values)
  if (verb === 'statistics' && rest[0] === 'check' && rest.length === 1) return checkStatistics(values['as-of'])
  if (verb === 'statistics') return recomputeStatistics(rest, values['as-of'], values['from'])
  if (verb === 'retention') {
    if (!values['dry-run'] || rest.length > 0) throw new Misuse('Say: retention --dry-run. What has passed its norm is deleted by the worker, once a day.')
    return tellRetention()
  }
  if (verb === 'verify-journal') return verifyWholeJournal(values.against)
  throw new Misuse(`"${verb}" is not known here: say "help" for what is.`)
}

async function recomputeStatistics(rest: readonly string[], asOf: string | undefined, folder: string | undefined): Promise<number> {
  if (rest.length !== 1 || rest[0] !== 'recompute') throw new Misuse('Say: statistics recompute [--as-of YYYY-MM-DD] [--from FOLDER], or statistics check [--as-of YYYY-MM-DD]')
  const { world } = await openInstance(readConfig(), { say })
  const ctx = world.system()
  const found = await statistics.recompute(ctx, { asOf: statistics.dayAsked(ctx, asOf), folder })
  for (const { where, published, rebuilt } of found.differences) complain(`${where}: published ${published}, rebuilt ${rebuilt}`)
  say(`As of ${found.asOf}: ${found.checked} numbers and sums rebuilt, ${found.differences.length} differences.`)
  return found.differences.length === 0 ? 0 : 1
}

async function checkStatistics(asOf: string | undefined): Promise<number> {
  const { world } = await openInstance(readConfig(), { say })
  const ctx = world.system()
  const found = await statistics.checkDays(ctx, statistics.dayAsked(ctx, asOf))
  for (const { where, kept, counted } of found.differences) complain(`${where}: kept ${kept}, counted ${counted}`)
  say(`As of ${found.asOf}: ${found.numbers} numbers counted from every row, ${found.differences.length} differences.`)
  return found.differences.length === 0 ? 0 : 1
}

async function verifyWholeJournal(against: string | undefined): Promise<number> {
  const text = against === undefined ? undefined : await readFile(against, 'utf8').catch(() => { throw new Misuse(`${against} cannot be read.`) })
  const file = text === undefined ? undefined : audit.parseCheckpointFile(text)
  if (text !== undefined && !file) throw new Misuse(`${against} is not a checkpoint of the journal.`)
  const { world } = await openInstance(readConfig(), { say })
  const found = await audit.verifyJournal(world.system(), (chains) => { if (process.stdout.isTTY) process.stdout.write(`\r${chains} chains`) })
  if (process.stdout.isTTY) say('')
  for (const { chain, at } of found.broken) complain(`${chain} is broken at entry ${at}.`)
  say(`${found.chains} chains, ${found.entries} entries, ${found.broken.length} broken.`)
  const sealed = await audit.verifyCheckpoints(world.system())
  for (const { no, fault, chain, seq } of sealed.faults) complain(`checkpoint ${no}: ${fault}${chain ? ` (${chain}, entry ${seq})` : ''}`)
  say(`${sealed.checked} checkpoints, ${sealed.faults.length} faults.`)
  const compared = file ? await audit.compareWithFile(world.system(), file) : { lost: [], checkpointStands: true }
  for (const { chain, seq } of compared.lost) complain(`${chain}: entry ${seq} is not as it was when ${against} was taken.`)
  if (!compared.checkpointStands) complain(`The checkpoint of ${against} is not in the journal any more.`)
  return found.broken.length + sealed.faults.length + compared.lost.length === 0 && compared.checkpointStands ? 0 : 1
}

async function tellRetention(): Promise<number> {
  const { world } = await openInstance(readConfig(), { say })
  const trial = await retention.tryRetention(world.system())
  say(`Norms of edition ${trial.edition}. A dry run: nothing was deleted.`)
  for (const { kind, norm, counted } of trial.kinds) say(`${String(counted).padStart(8)}  ${retentionMessages.en.kinds[kind]} (${norm})`)
  for (const norm of trial.unset) say(`       -  ${norm} is not set: nothing is deleted under it`)
  for (const [hold, cases] of Object.entries(trial.held)) say(`${String(cases).padStart(8)}  cases kept: ${retentionMessages.en.holds[hold as retention.LegalHold]}`)
  return 0
}

async function importFile(rest: readonly string[], dryRun: boolean): Promise<number> {
  const [kind, path] = rest
  if (!register.IMPORT_KINDS.includes(kind as never) || path === undefined || rest.length > 2) throw new Misuse(`Say: import <${register.IMPORT_KINDS.join('|')}> FILE.csv|FILE.xlsx [--dry-run]`)
  const bytes = await readFile(path).catch(() => { throw new Misuse(`${path} cannot be read.`) })
  const table = await readTable(bytes, { filename: basename(path) })
  const { world } = await openInstance(readConfig(), { say })
  const ctx = world.system()
  const examined = await register.importTable(ctx, register.importKind(kind!), table, { dryRun: true })
  for (const fault of examined.faults.slice(0, SHOWN_FAULTS)) complain(`row ${fault.line}, column ${fault.column}: ${sentence(fault.reason)}`)
  if (examined.faults.length > SHOWN_FAULTS) complain(`… and ${examined.faults.length - SHOWN_FAULTS} more.`)
  say(`${examined.rows} rows: ${examined.added} new, ${examined.changed} changed, ${examined.unchanged} unchanged, ${examined.faults.length} faults.`)
  if (examined.faults.length > 0) {
    complain('Nothing was entered.')
    return 1
  }
  if (dryRun) {
    say('A dry run: nothing was entered.')
    return 0
  }
  const total = examined.added + examined.changed
  const outcome = await register.importTable(ctx, examined.kind, table, { dryRun: false, onProgress: (done) => drawBar(done, total) })
  if (process.stdout.isTTY && total > 0) say('')
  say(outcome.applied ? 'Entered.' : 'Nothing had to be entered.')
  return 0
}

function drawBar(done: number, total: number): void {
  if (!process.stdout.isTTY) return
  const full = Math.round((BAR * Math.min(done, total)) / Math.max(total, 1))
  process.stdout.write(`\r[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${done}/${total}`)
}

async function createAdministrator(values: { email?: string | undefined; iin?: string | undefined; surname?: string | undefined; 'given-name'?: string | undefined; patronymic?: string | undefined; birth?: string | undefined }): Promise<number> {
  const { email, iin, surname, 'given-name': givenName, birth, patronymic } = values
  if (!email || !iin || !surname || !givenName || !birth) throw new Misuse('Say: create-admin --email E --iin N --surname S --given-name G --birth YYYY-MM-DD')
  const password = await askPassword()
  const { world } = await openInstance(readConfig(), { say })
  await people.createFirstAdministrator(world.system(), { email, iin, surname, givenName, birthOn: birth, lang: 'kk', password, ...(patronymic ? { patronymic } : {}) })
  say(`The administrator ${email} may sign in now.`)
  return 0
}

/** Without an echo on a terminal; else the first line of the standard input. */
async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY })
  if (process.stdin.isTTY) {
    process.stdout.write('Password (15 characters or more): ')
    const muted = lines as unknown as { _writeToOutput(text: string): void }
    muted._writeToOutput = () => {}
  }
  const iterator = lines[Symbol.asyncIterator]()
  const line = await iterator.next()
  lines.close()
  if (process.stdin.isTTY) say('')
  return line.done ? '' : line.value
}

const SENTENCES: Readonly<Record<string, string>> = {
  ...peopleMessages.en.denials, ...programmesMessages.en.denials, ...professionsMessages.en.denials, ...registerMessages.en.denials, ...documentsMessages.en.denials, ...vouchersMessages.en.denials, ...statisticsMessages.en.denials,
}
function sentence(code: string): string {
  return SENTENCES[code] ?? code
}

main().then((code) => shutDown(code)).catch((error: unknown) => {
  if (error instanceof Misuse) complain(error.message)
  else if (error instanceof Denial) complain(error.blockers.length > 0 ? error.blockers.map((each) => sentence(each.code)).join(' ') : sentence(error.code))
  else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) complain(error.message)
  else return fatal(error)
  return shutDown(1)
})
