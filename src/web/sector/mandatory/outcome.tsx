import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readOutcomeFile, type OutcomeField, type OutcomeFile } from '#modules/mandatory-outcomes/index.ts'
import { statusOn } from '#modules/recognition-documents/index.ts'
import { LocalizedName } from '../../public/localized-name.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Table } from '../../ui/table.tsx'
import { Tags } from '../../ui/tag.tsx'
import { sectorText } from '../sector-text.ts'
import { StatusOfOutcome } from './parts.tsx'

type Version = OutcomeFile['versions'][number]

/** One registered document: what the body says of it today, and everything it said before. */
export const outcomePage = page<OutcomeFile>({
  path: '/sector/mandatory/:id', action: 'mandatory-outcome.read', desk: 'sector', access: ['sector-officer'],
  load: (ctx, { params }) => readOutcomeFile(ctx, params['id'] ?? ''),
  title: ({ outcome }, lang) => fill(sectorText(lang).outcome.title, { number: outcome.number }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/mandatory`, text: sectorText(lang).list.title } }),
  view: ({ data, lang }) => {
    const { outcome: t, form: fields, list } = sectorText(lang)
    const { outcome, versions } = data
    const here = `/${lang}/sector/mandatory/${outcome.outcomeId}`
    return (
      <div class="t-stack">
        <h1>{fill(t.title, { number: outcome.number })}</h1>
        <Tags><StatusOfOutcome status={statusOn(outcome, data.today)} lang={lang} /></Tags>
        <Facts facts={[
          { term: list.holder, value: personName(outcome, lang) },
          { term: t.iin, value: <span class="t-num">••••••••{outcome.iinLastFour}</span> },
          { term: fields.profession, value: <LocalizedName name={outcome.profession.name} lang={lang} /> },
          { term: fields.issued_on, value: formatDay(outcome.issuedOn, lang) },
          { term: fields.valid_until, value: outcome.validUntil ? formatDay(outcome.validUntil, lang) : list.unlimited },
          { term: fields.ground, value: outcome.ground },
          { term: t.registered, value: formatDay(outcome.registeredOn, lang) },
          ...(outcome.annulledOn ? [{ term: t.annulledOn, value: formatDay(outcome.annulledOn, lang), note: outcome.reason }] : []),
        ]} />
        <ButtonRow>
          {outcome.annulledOn ? <p class="t-quiet">{t.annulledAlready}</p> : (
            <>
              <Button href={`${here}/correct`} kind="secondary" icon="pencil">{t.correct}</Button>
              <Button href={`${here}/annul`} kind="secondary" icon="ban">{t.annul}</Button>
            </>
          )}
          <Button href={`/${lang}/verify/${encodeURIComponent(outcome.number)}`} kind="secondary" icon="file-check">{t.publicPage}</Button>
        </ButtonRow>
        <Table caption={t.history} rowHeaders columns={[{ title: t.version, numeric: true }, { title: t.when }, { title: t.who }, { title: t.what }, { title: t.reason }]}
          rows={versions.map((each, place) => ({
            key: each.versionNo,
            cells: [each.versionNo, formatMoment(each.at, lang), whoOf(each, lang), <What version={each} before={versions[place + 1]} lang={lang} />, each.reason || '—'],
          }))} />
      </div>
    )
  },
})

function whoOf(version: Version, lang: Language): string {
  const t = sectorText(lang).outcome
  if (version.byKey) return t.byKey
  return [version.by ?? '—', ...(version.channel === 'file' ? [t.byFile] : [])].join(', ')
}

/** What a version did; of a correction, each field as it was and as it is. */
function What({ version, before, lang }: { readonly version: Version; readonly before: Version | undefined; readonly lang: Language }) {
  const { outcome: t, form: fields } = sectorText(lang)
  if (version.kind !== 'corrected' || !before) return <>{t.kinds[version.kind]}</>
  const pairs = CORRECTED.map((field) => [field, saidOf(before, field, lang), saidOf(version, field, lang)] as const).filter(([, was, is]) => was !== is)
  return <>{t.kinds.corrected}{pairs.map(([field, was, is]) => <div key={field} class="t-small">{fields[field]}: <del>{was}</del> <Icon name="arrow-right" /> <ins>{is}</ins></div>)}</>
}

const CORRECTED: readonly Exclude<OutcomeField, 'number'>[] = ['profession', 'iin', 'surname', 'given_name', 'patronymic', 'issued_on', 'valid_until', 'ground']

function saidOf(version: Version, field: (typeof CORRECTED)[number], lang: Language): string {
  const words: Record<(typeof CORRECTED)[number], string> = {
    profession: version.professionCode, iin: `••••••••${version.iinLastFour}`, surname: version.surname, given_name: version.givenName, patronymic: version.patronymic ?? '—',
    issued_on: formatDay(version.issuedOn, lang, 'numeric'), valid_until: version.validUntil ? formatDay(version.validUntil, lang, 'numeric') : sectorText(lang).list.unlimited, ground: version.ground,
  }
  return words[field]
}
