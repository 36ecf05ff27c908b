import type { Day } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { readPiece, removeEquipment, reportInOrder, reportOutOfOrder, setMovable, type EquipmentShown } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, Form, TextField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, STAFF } from '../settings/desk-facts.ts'
import { equipmentDays, EquipmentTag } from './equipment-page.tsx'
import { planningText } from '../planning/planning-text.ts'
import { ownDeskText } from './own-desk-text.ts'

interface PieceData {
  piece: EquipmentShown
  today: Day
  mayKeep: boolean
  office: OfficeView
}

/** One piece of equipment: where it stands, when it was out of order and why. */
export const piecePage = page<PieceData>({
  path: '/centre/equipment/:id', action: 'equipment.read', desk: 'centre', access: STAFF,
  async load(ctx, { params }) {
    return { ...(await readPiece(ctx, params['id'] ?? '')), office: await officeOf(ctx, centreIdOf(ctx)) }
  },
  title: ({ piece }, lang) => (lang === 'kk' ? piece.nameKk : piece.nameRu),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/equipment`, text: ownDeskText(lang).equipment.title } }),
  async post(ctx, { form, lang, params }) {
    const words = ownDeskText(lang).equipment
    const id = params['id'] ?? ''
    const to = `/${lang}/centre/equipment/${id}`
    const act = form.text('do')
    if (act === 'broken') {
      await reportOutOfOrder(ctx, { id, ground: form.text('ground') })
      return { to, flash: words.brokenFlash }
    }
    if (act === 'mended') {
      await reportInOrder(ctx, { id })
      return { to, flash: words.mendedFlash }
    }
    if (act === 'carried' || act === 'fixed') {
      await setMovable(ctx, { id, movable: act === 'carried' })
      return { to, flash: planningText(lang).kits.saved }
    }
    const until = dayField(form, 'until')
    if (!until) return { errors: [{ field: 'until', message: words.dayWrong }] }
    await removeEquipment(ctx, { id, until })
    return { to, flash: words.removed }
  },
  view: ({ lang, data: { piece, today, mayKeep }, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).equipment
    const [year, month, date] = today.split('-') as [string, string, string]
    const kits = planningText(lang).kits
    const broken = piece.faults.some((fault) => fault.mendedOn === null)
    return (
      <>
        <h1>{lang === 'kk' ? piece.nameKk : piece.nameRu}</h1>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.about} tag={<EquipmentTag state={piece.state} lang={lang} />}>
            <Facts compact facts={[{ term: words.room, value: lang === 'kk' ? piece.roomKk : piece.roomRu }, { term: words.quantity, value: formatNumber(piece.quantity, lang) }, { term: words.days, value: equipmentDays(piece, lang) }, { term: kits.carried, value: piece.movable ? kits.movable : kits.fixed }]} />
            {mayKeep && piece.state !== 'gone' && <Form csrf={csrf} requestKey={`${requestKey}-carried`}><Button kind="secondary" name="do" value={piece.movable ? 'fixed' : 'carried'}>{piece.movable ? kits.setFixed : kits.setMovable}</Button></Form>}
          </Box>
          <Box title={words.faults} flush>
            <Table caption={words.faults} captionHidden empty={<p class="t-quiet">{words.faultsNone}</p>} columns={[words.brokenFrom, words.mendedOn, words.ground].map((title) => ({ title }))}
              rows={piece.faults.map((fault) => ({ key: fault.id, cells: [formatDay(fault.fromDay, lang), fault.mendedOn ? formatDay(fault.mendedOn, lang) : '—', fault.ground] }))} />
          </Box>
          {mayKeep && piece.state !== 'gone' && (
            <Box title={broken ? words.mendTitle : words.breakTitle}>
              <Form csrf={csrf} requestKey={`${requestKey}-order`}>
                {broken ? <Button name="do" value="mended" icon="check">{words.mend}</Button> : (
                  <><TextField form={form} name="ground" label={words.ground} hint={words.groundHint} /><Button kind="warning" name="do" value="broken" icon="alert">{words.break}</Button></>
                )}
              </Form>
            </Box>
          )}
          {mayKeep && piece.untilDay === null && (
            <Box title={words.removeTitle}>
              <Form csrf={csrf} requestKey={requestKey}>
                <DateFields form={form} name="until" label={words.until} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
                <Button kind="secondary" name="do" value="remove">{words.remove}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})
