import type { ComponentChildren } from 'preact';
import { GalleryFields, GalleryForm } from './gallery-forms.tsx';
import { GalleryExam, GalleryOffice } from './gallery-desk.tsx';
import { GalleryFigures, GalleryPublic, GalleryVerify } from './gallery-public.tsx';
import { useGalleryText } from './gallery-text.ts';
import { Button, ButtonRow, SavedNote } from './form.tsx';
import { Due } from './due.tsx';
import { Empty } from './empty.tsx';
import { NextMove } from './next-move.tsx';
import { NoticeBox } from './notice-box.tsx';
import { Road } from './road.tsx';
import { SourceLine } from './source-line.tsx';
import { StopBox } from './stop-box.tsx';
import { Tag, Tags } from './tag.tsx';
import { Ticket } from './ticket.tsx';

/** One block of the gallery. */
export function Shown({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return <section class="t-block"><h2>{title}</h2><div class="t-stack">{children}</div></section>;
}

/** Every component in its states, on one page, for those who build pages and for tests. */
export function Gallery() {
  const t = useGalleryText();
  return (
    <>
      <h1>{t.title}</h1>
      <p class="t-lead">{t.lead}</p>
      <Shown title={t.buttons}>
        <ButtonRow>
          <Button iconAfter="arrow-right">{t.apply}</Button>
          <Button kind="secondary" icon="mail">{t.ask}</Button>
          <Button kind="warning" icon="file-x">{t.refuse}</Button>
          <Button waits icon="stamp">{t.contract}</Button>
          <Button kind="link" href="#later">{t.later}</Button>
        </ButtonRow>
      </Shown>
      <Shown title={t.tags}>
        <Tags><Tag>{t.level}</Tag><Tag tone="sky">{t.voluntary}</Tag><Tag tone="sun">{t.oneLeft}</Tag><Tag tone="green">{t.accepted}</Tag><Tag tone="red">{t.annulled}</Tag></Tags>
        <p><Due words={t.dueLate} date={t.d20} tone="late" /></p>
        <p><Due words={t.dueToday} date={t.d23} tone="today" /></p>
        <p><Due words={t.dueSoon} date={t.d25} /></p>
        <p><Due words={t.dueMet} date={t.d20} tone="met" /></p>
      </Shown>
      <Shown title={t.remarks}><GalleryRemarks /></Shown>
      <Shown title={t.road}><GalleryRoad /></Shown>
      <Shown title={t.fields}><GalleryForm /><GalleryFields /></Shown>
      <Shown title={t.table}><GalleryOffice /></Shown>
      <Shown title={t.figures}><GalleryFigures /></Shown>
      <Shown title={t.verify}><GalleryVerify /></Shown>
      <Shown title={t.open1}><GalleryPublic /></Shown>
      <Shown title={t.exam}><GalleryExam /></Shown>
    </>
  );
}

function GalleryRemarks() {
  const t = useGalleryText();
  return (
    <>
      <NoticeBox icon="banknote">{t.note}</NoticeBox>
      <NoticeBox tone="green">{t.saved}</NoticeBox>
      <NoticeBox tone="sun">{t.careful}</NoticeBox>
      <NoticeBox tone="red">{t.danger}</NoticeBox>
      <StopBox title={t.stop} wrong={t.stopWrong} norm={t.stopNorm} remedy={t.stopRemedy} date={t.stopDate} complaint={t.stopComplaint} action={<Button href="#fix">{t.fix}</Button>} />
      <Empty title={t.emptyCentres} icon="building" action={<Button kind="secondary" href="#leave">{t.leave}</Button>}>{t.emptyCentresText}</Empty>
      <SourceLine mark="L">{t.srcLaw}</SourceLine>
      <SourceLine mark="S">{t.srcSlide}</SourceLine>
      <SourceLine mark="D">{t.srcDefault}</SourceLine>
      <SourceLine mark="I">{t.srcReading}</SourceLine>
    </>
  );
}

function GalleryRoad() {
  const t = useGalleryText();
  return (
    <div class="t-duo">
      <div class="t-stack">
        <NextMove title={t.nextTitle} action={<Button href="#read" iconAfter="arrow-right">{t.readConfirm}</Button>} due={t.until8}>{t.nextText}</NextMove>
        <NextMove whose="centre" title={t.waitTitle} due={t.d24} id="waits">{t.waitText}</NextMove>
        <Ticket title={t.ticket} when={t.when} rows={[{ icon: 'map-pin', text: t.place }, { icon: 'id-card', text: t.take }, { icon: 'ban', text: t.forbidden }]}
          links={[{ href: '#calendar', text: t.addCalendar, icon: 'calendar-plus' }, { href: '#print', text: t.print, icon: 'printer' }]} />
        <SavedNote>{t.saved}</SavedNote>
      </div>
      <div>
        <Road steps={[
          { state: 'done', title: t.rTied, detail: t.rTiedD },
          { state: 'skipped', title: t.rSkip },
          { state: 'done', title: t.rContract, detail: t.rContractD },
          { state: 'now', title: t.rNow, detail: t.until8, whose: 'you', note: t.rNote },
          { state: 'next', title: t.rExam, detail: t.rExamD },
          { state: 'next', title: t.rDecision, detail: t.rDecisionD },
        ]} />
      </div>
    </div>
  );
}
