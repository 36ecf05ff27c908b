import { inTurn } from '#platform/acts/in-turn.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as centres from '#modules/centres/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import { kk as centreWords } from '../../src/web/public/messages/centres/kk.ts'
import type { Desk } from './accreditation-desk.ts'

/** What everybody reads of a centre, of its professions and of its documents at one moment. */
export interface Publicly {
  /** It stands in the list of centres. */
  listed: boolean
  /** What its page says of its certificate; undefined: it has no page. */
  centre: string | undefined
  /** Profession by profession: its page names the centre. */
  offered: boolean[]
  /** Profession by profession: whoever applies may choose it. */
  choice: boolean[]
  status: string
  history: string[]
  /** Profession by profession: the certificate's page shows it in force. */
  scope: boolean[]
  verdict: string | undefined
}

/** Reads all public pages; the certificate is asked for by its number, the document too where there is one. */
export function publiclyOf(desk: Desk, { centreId, codes, candidate }: { centreId: string; codes: readonly string[]; candidate: PersonActor }): (certificate: string, document?: string) => Promise<Publicly> {
  let looks = 0
  return async (certificate, document) => {
    const centre = (await centres.listPublicCentres(desk.world.db, '2100-01-01' as never)).find((each) => each.id === centreId)
    const link = `/kk/centres/${centre?.serial ?? 'none'}"`
    const page = centre && (await desk.reads(`/kk/centres/${centre.serial}`)).html
    const { status, history } = (await (await fetch(`${desk.url}/api/v1/certificates/${certificate}${'%20'.repeat(++looks)}`)).json()) as { status: string; history: { kind: string }[] }
    const certificatePage = (await desk.reads(`/kk/certificates/${certificate}`)).html
    const line = (code: string) => certificatePage.match(new RegExp(`professions/${code}".*?</tr>`, 's'))?.[0] ?? ''
    return {
      listed: (await desk.reads('/kk/centres')).html.includes(link),
      centre: page && Object.entries(centreWords.states).find(([, words]) => page.includes(words))?.[0],
      offered: await inTurn(codes, async (code) => (await desk.reads(`/kk/professions/${code}`)).html.includes(link)),
      choice: await inTurn(codes, async (code) => (await desk.reads(`/kk/apply/${code}/place`, candidate)).html.includes(`value="${centreId}"`)),
      status, history: history.map((each) => each.kind), scope: codes.map((code) => line(code).includes(certificateWords.kk.certificates.states.valid)),
      verdict: document && /t-verdict[^"]*/.exec((await desk.reads(`/kk/verify/${document}`)).html)?.[0].split('--').at(-1),
    }
  }
}
