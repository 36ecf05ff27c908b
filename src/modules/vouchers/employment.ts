import type { Tx } from '#platform/acts/ctx.ts'
import { selectSimulatedEmployment } from './store/request-store.ts'

/** What the employment service says of a person; undefined where it does not answer. */
export interface EmploymentAnswer {
  registered: boolean
  /** Region of the registration as unemployed; undefined when not registered. */
  regionKato: string | undefined
}
/** The port to the employment service: by the keyed index of an IIN, so that no digits leave for it before an adapter exists. */
export interface EmploymentService {
  answer(t: Tx, personKey: Uint8Array): Promise<EmploymentAnswer | undefined>
}

/** In a demonstration the service is a simulator that reads its own table; elsewhere nobody answers until an adapter is connected, and the specialist checks by hand. */
export function employmentService(t: Pick<Tx, 'demo'>): EmploymentService {
  return t.demo ? SIMULATOR : SILENT
}
const SIMULATOR: EmploymentService = {
  async answer(t, personKey) {
    const found = await selectSimulatedEmployment(t.sql, personKey, t.today)
    return { registered: found !== undefined, regionKato: found?.regionKato }
  },
}
const SILENT: EmploymentService = { answer: async () => undefined }
