import type { MailPort } from '#platform/mail/mail.ts'
import type { CheckpointKey } from '#platform/signing/checkpoint-key.ts'
import type { SigningPort } from '#platform/signing/signing-port.ts'
import { agreementsChore } from './chores/accreditation.ts'
import { actsOfWorksChore } from './chores/billing.ts'
import { certificateChore } from './chores/certificates.ts'
import { expiryChore } from './chores/documents.ts'
import { daysChore, examsChore, faultsChore, watchChore } from './chores/exams.ts'
import { accessChore, closingChore, scopeChore, termsChore } from './chores/cases.ts'
import { checkpointChore } from './chores/checkpoints.ts'
import { filesChore } from './chores/files.ts'
import { employerRemindersChore, referralTablesChore } from './chores/employers.ts'
import { lettersChore } from './chores/letters.ts'
import { outcomeTablesChore } from './chores/mandatory-outcomes.ts'
import { papersChore } from './chores/papers.ts'
import { endingVouchersChore, lapsedVouchersChore, unansweredLapsesChore } from './chores/vouchers.ts'
import { signalsChore } from './chores/signals.ts'
import { recountChore, statisticsChore } from './chores/statistics.ts'
import { requestKeysChore } from './chores/request-keys.ts'
import { retentionChore } from './chores/retention.ts'
import type { Chore } from './work.ts'

export interface ChorePorts {
  seal: SigningPort
  checkpointKey: CheckpointKey
  mail: MailPort
  requestKeyDays: number
}

/** Everything that happens without anybody pressing a button: letters, papers, lapsed terms, exams whose time is over. */
export function choresOf(ports: ChorePorts): Chore[] {
  return [
    { name: 'clock', everyMs: 2_000, run: async (world) => { await world.clock.refresh(world.db); return 0 } },
    papersChore(ports.seal),
    lettersChore(ports.mail),
    examsChore,
    faultsChore,
    watchChore,
    daysChore,
    termsChore,
    closingChore,
    scopeChore,
    accessChore,
    expiryChore,
    lapsedVouchersChore, unansweredLapsesChore, endingVouchersChore,
    certificateChore,
    filesChore,
    outcomeTablesChore,
    referralTablesChore,
    employerRemindersChore,
    agreementsChore,
    signalsChore,
    statisticsChore,
    recountChore,
    actsOfWorksChore,
    checkpointChore(ports.checkpointKey),
    retentionChore,
    requestKeysChore(ports.requestKeyDays),
  ]
}
