import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as register from '#modules/register/index.ts'
import type { World } from '../../src/entry/world.ts'
import type { Teller } from './teller.ts'

interface Proposed {
  officer: 'sector-officer' | 'sector-officer-2'
  kind: register.ProposalKind
  code: string
  /** What is typed over the entry as the draft shows it. */
  change: Partial<register.TypedEntry>
  grounds: string
}
const HOIST: Proposed = {
  officer: 'sector-officer', kind: 'move', code: 'K-0034', grounds: 'Көтергіште жұмыс істеу адамдардың өміріне қауіпті (үлгі негіз).',
  change: { form: 'attestation', actKk: '41-үлгі акт (заң емес)', actRu: 'Демонстрационный акт 41 (не является законом)' },
}
const CONTROLLER: Proposed = { officer: 'sector-officer-2', kind: 'change', code: 'K-0081', grounds: 'Құжат мерзімі жаңа жабдыққа сай белгіленеді (үлгі негіз).', change: { validityMonths: '36' } }
const LOCKSMITH: Proposed = { officer: 'sector-officer', kind: 'change', code: 'K-0143', grounds: 'Электр көліктеріне байланысты өтіл талап етіледі (үлгі негіз).', change: { experienceRequired: true, experienceTextKk: 'Кемінде 1 жыл өтіл', experienceTextRu: 'Стаж не менее 1 года' } }
const FOUNDER: Proposed = { officer: 'sector-officer', kind: 'change', code: 'K-0133', grounds: 'Құжат мерзімі қысқартылады (үлгі негіз).', change: { validityMonths: '48' } }
const PRINTER: Proposed = {
  officer: 'sector-officer-2', kind: 'add', code: 'K-0750', grounds: 'Еңбек нарығында сұраныс бар (үлгі негіз).',
  change: { nameKk: '3D-басып шығару операторы (үлгі)', nameRu: 'Оператор 3D-печати (демонстрация)', nameEn: '3D printing operator (demonstration)', basis: 'requirements', levels: ['3', '4'], validityMonths: '36' },
}

/** Proposals to the register, one at every step of the road, and one that became the first edition; every entry, act and ground is invented and says so. */
export async function tellProposals(teller: Teller, world: World): Promise<void> {
  const seen = async (id: Uuid) => ({ id, version: (await world.db.one<{ version: number }>('select version from register_proposal where id = $1', [id])).version })
  const paper = async () => ({ name: 'hattama.pdf', bytes: await teller.aScan() })
  const protocol = async (id: Uuid, number: string, on: Day): Promise<register.CouncilAnswer> => ({ ...(await seen(id)), agrees: true, number, on, grounds: '', paper: await paper() })

  async function filed({ officer, kind, code, change, grounds }: Proposed, on: Day): Promise<Uuid> {
    const ctx = teller.as(officer, on, '10:00')
    const id = await register.openProposal(ctx, { kind, professionCode: code })
    const entry = (await register.readProposal(ctx, id)).proposal.entry!
    const typed: register.TypedEntry = {
      nameKk: entry.name.kk ?? '', nameRu: entry.name.ru ?? '', nameEn: entry.name.en ?? '', track: entry.track, basis: entry.basis ?? '', basisTitleKk: entry.basisTitle.kk ?? '', basisTitleRu: entry.basisTitle.ru ?? '',
      fieldCode: entry.fieldCode ?? '', levels: entry.levels.map(String), educationRequired: entry.educationRequired, educationTextKk: entry.educationText.kk ?? '', educationTextRu: entry.educationText.ru ?? '',
      experienceRequired: entry.experienceRequired, experienceTextKk: entry.experienceText.kk ?? '', experienceTextRu: entry.experienceText.ru ?? '', validityMonths: entry.validityMonths === null ? '' : String(entry.validityMonths),
      ageMin: entry.ageMin === null ? '' : String(entry.ageMin), actKk: '', actRu: '', form: '', ...change,
    }
    await register.fillProposal(ctx, { ...(await seen(id)), association: 'Жұмыс берушілердің үлгі қауымдастығы', grounds, entry: typed })
    await register.attachProposalPaper(ctx, { id, file: { name: 'usynys.pdf', bytes: await teller.aScan() } })
    await register.fileProposal(teller.as(officer, on, '10:30'), await seen(id))
    return id
  }
  async function agreed(proposed: Proposed, on: Day): Promise<Uuid> {
    const id = await filed(proposed, on)
    const held = teller.after(on, 3)
    await register.recordSectoralCouncil(teller.as(proposed.officer, held, '15:00'), await protocol(id, '4-Ү', held))
    return id
  }
  async function recommended(proposed: Proposed, on: Day): Promise<Uuid> {
    const id = await agreed(proposed, on)
    const held = teller.after(on, 8)
    await register.recordNationalCouncil(teller.as('national-body', held, '16:00'), await protocol(id, '2-Ү', held))
    return id
  }
  async function prepared(proposed: Proposed, on: Day, { days, firstDay }: { days: number; firstDay: Day }): Promise<Uuid> {
    const id = await recommended(proposed, on)
    const ctx = teller.as('ministry-1', teller.after(on, days), '11:00')
    const { base } = await register.readProposal(ctx, id)
    await register.prepareVersion(ctx, { ...(await seen(id)), firstDay, baseVersionId: base?.versionId ?? '' })
    return id
  }

  const begun = teller.ago(30)
  const entered = await prepared(FOUNDER, begun, { days: 12, firstDay: addDays(teller.after(begun, 13), 1) })
  await register.publishEdition(teller.as('ministry-2', teller.after(begun, 13), '14:00'), { proposals: [await seen(entered)] })
  await prepared(PRINTER, teller.ago(12), { days: 10, firstDay: addDays(teller.today, 30) })
  await recommended(HOIST, teller.ago(11))
  await agreed(CONTROLLER, teller.ago(6))
  await filed(LOCKSMITH, teller.ago(2))
}
