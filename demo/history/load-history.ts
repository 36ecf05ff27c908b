import * as register from '#modules/register/index.ts'
import type { World } from '../../src/entry/world.ts'
import { historicDocuments } from './historic-documents.ts'

/** Brings the documents from before Tanu into the demonstration, through the same import as the ministry's. */
export async function loadHistory(world: Pick<World, 'system'>): Promise<void> {
  const outcome = await register.importTable(world.system(), 'historic-documents', await historicDocuments(), { dryRun: false })
  const [fault] = outcome.faults
  if (fault) throw new Error(`the history of the demonstration does not hold: row ${fault.line}, ${fault.column}, ${fault.reason}`)
}
