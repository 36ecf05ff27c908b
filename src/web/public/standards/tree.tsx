import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { CARD_TEXTS, PASSPORT_TEXTS, type BasisText, type LabourFunction, type ProfessionCard, type Skill, type StandardContent } from '#modules/standards/index.ts'
import { Facts } from '../../ui/facts.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { Said } from './basis-parts.tsx'
import { STANDARDS } from './standards-texts.ts'

const isWritten = ({ kk, ru }: BasisText) => kk !== '' || ru !== ''

/** The whole of a standard: passport, then each card as a tree of functions, skills, abilities and knowledge. */
export function StandardTree({ content, lang }: { readonly content: StandardContent; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <>
      <section class="t-block"><h2>{t.passport}</h2>
        <Facts facts={PASSPORT_TEXTS.filter((part) => isWritten(content.passport[part])).map((part) => ({ term: t.passportTexts[part], value: <Said text={content.passport[part]} lang={lang} /> }))} />
      </section>
      <section class="t-block"><h2>{t.cards}</h2>
        {content.cards.length > 1 && (
          <nav aria-label={t.listOfCards}><ul class="govuk-list govuk-list--bullet">
            {content.cards.map((card) => <li key={card.code}><a href={`#card-${card.code}`}><Said text={card.name} lang={lang} /></a>{card.level !== null && `, ${fill(t.cardLevel, { level: card.level })}`}</li>)}
          </ul></nav>
        )}
        <p class="t-src"><span>{t.aloneNote}</span></p>
        {content.cards.map((card) => <Card key={card.code} card={card} lang={lang} />)}
      </section>
    </>
  )
}

function Card({ card, lang }: { readonly card: ProfessionCard; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <section class="t-stdcard" id={`card-${card.code}`}>
      <h3><Said text={card.name} lang={lang} /></h3>
      <Tags>
        <Tag>{fill(t.card, { code: card.code })}</Tag>
        {card.level !== null && <Tag tone="sky">{fill(t.cardLevel, { level: card.level })}</Tag>}
      </Tags>
      <Facts compact facts={[
        ...(card.professionCode ? [{ term: t.cardTexts.profession, value: <a href={`/${lang}/professions/${card.professionCode}`}>{card.professionCode}</a> }] : []),
        ...(card.occupationCode ? [{ term: t.cardTexts.occupation, value: card.occupationCode }] : []),
        ...(card.tariffGrade ? [{ term: t.cardTexts.tariffGrade, value: card.tariffGrade }] : []),
        { term: t.cardTexts.aim, value: <Said text={card.aim} lang={lang} /> },
        ...CARD_TEXTS.filter((key) => isWritten(card.texts[key])).map((key) => ({ term: t.cardTexts[key], value: <Said text={card.texts[key]} lang={lang} /> })),
      ]} />
      <h4>{t.functions}</h4>
      {card.functions.map((labour) => <Labour key={labour.code} labour={labour} lang={lang} />)}
    </section>
  )
}

function Labour({ labour, lang }: { readonly labour: LabourFunction; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <Details open summary={<>{labour.code}. <Said text={labour.name} lang={lang} /> <span class="t-quiet">({labour.mandatory ? t.mandatoryFunction : t.additionalFunction})</span></>}>
      {labour.skills.map((skill) => <SkillOf key={skill.code} skill={skill} lang={lang} />)}
    </Details>
  )
}

function SkillOf({ skill, lang }: { readonly skill: Skill; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <div class="t-stdskill">
      <h5>{skill.code}. <Said text={skill.name} lang={lang} /> {skill.alone && <Tag tone="green">{t.alone}</Tag>}</h5>
      <div class="t-stdskill__two">
        <Texts title={t.abilities} texts={skill.abilities} lang={lang} />
        <Texts title={t.knowledge} texts={skill.knowledge} lang={lang} />
      </div>
    </div>
  )
}

function Texts({ title, texts, lang }: { readonly title: string; readonly texts: readonly BasisText[]; readonly lang: Language }) {
  return <div><p class="t-small t-quiet">{title}</p><ul class="govuk-list govuk-list--bullet">{texts.map((text) => <li key={text.ru}><Said text={text} lang={lang} /></li>)}</ul></div>
}
