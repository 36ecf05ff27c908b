import { Box } from './card.tsx';
import { CheckRow, Compared } from './check-row.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DocPreview } from './doc-preview.tsx';
import { Due } from './due.tsx';
import { Chips, FilterChecks, FilterInput, Filters, FilterSearch, FilterSelect } from './filters.tsx';
import { Button, Form, Radios } from './form.tsx';
import { useGalleryText } from './gallery-text.ts';
import { LineStrip, MarkButtons, OperationCard, OperationStrip, QuickRemarks } from './mark-buttons.tsx';
import { Pagination } from './pagination.tsx';
import { Question, QuestionGrid, SaveStateNote, Timer } from './question.tsx';
import { Road } from './road.tsx';
import { Table } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { Tag } from './tag.tsx';
import { Timeline } from './timeline.tsx';
import { useUiText } from './ui-text.ts';

function GalleryInbox() {
  const t = useGalleryText();
  const text = useUiText();
  return (
    <div>
      <Tabs label={text.ourMove} items={[{ href: '#our', text: t.ourTab, count: 18, current: true }, { href: '#their', text: t.theirTab, count: 11 }, { href: '#closed', text: t.closedTab, count: 4 }]} />
      <div class="t-panel">
        <Filters action="#inbox" kept={{ tab: 'our' }} active={[{ label: t.confectioner, dropHref: '#drop' }]} resetHref="#reset">
          <FilterSearch name="q" label={t.person} />
          <FilterSelect name="profession" label={t.profession} value="c" options={[{ value: '', label: t.all }, { value: 'c', label: t.confectioner }]} />
          <FilterSelect name="step" label={t.step} options={[{ value: '', label: t.all }, { value: 'check', label: t.check }]} />
          <FilterInput name="due" type="date" label={t.due} />
          <FilterChecks name="kind" label={t.check} chosen={['c']} options={[{ value: 'c', label: t.confectioner }]} />
        </Filters>
        <Table inbox caption={t.cases} captionHidden
          columns={[{ title: t.number }, { title: t.person }, { title: t.profession }, { title: t.step }, { title: t.due, sort: { href: '#sort', state: 'ascending' } }, { title: t.sum, numeric: true, sort: { href: '#sum' } }]}
          rows={[
            { key: 1, tone: 'late', cells: [<a href="#1">001841</a>, <a href="#1">{t.personA}</a>, t.welder, t.check, <Due words={t.dueLate} date={t.d20} tone="late" />, '38 000 ₸'] },
            { key: 2, tone: 'today', cells: [<a href="#2">001849</a>, <a href="#2">{t.personB}</a>, t.confectioner, t.check, <Due words={t.dueToday} date={t.d23} tone="today" />, '36 000 ₸'] },
            { key: 3, tone: 'current', cells: [<a href="#3">001873</a>, <a href="#3">{t.personC}</a>, t.confectioner, t.check, <Due words={t.dueSoon} date={t.d25} />, '36 000 ₸'] },
          ]} />
        <Pagination page={4} pages={9} hrefFor={(page) => `#page-${page}`} rows={{ from: 37, to: 48, total: 104 }} />
      </div>
    </div>
  );
}

/** Tables, checks and decisions of the back office. */
export function GalleryOffice() {
  const t = useGalleryText();
  return (
    <>
      <GalleryInbox />
      <Chips label={t.region} items={[{ href: '#all', text: t.all, current: true }, { href: '#a', text: t.regionA }, { href: '#b', text: t.regionB }]} />
      <Table caption={t.price} rowHeaders columns={[{ title: t.profession }, { title: t.sum, numeric: true }]}
        rows={[{ cells: [t.welder, '38 000 ₸'] }, { cells: [t.confectioner, '36 000 ₸'] }]} total={[t.total, '74 000 ₸']} />
      <Table caption={t.cases} columns={[{ title: t.number }]} rows={[]} empty={<p>{t.nobody}</p>} />
      <h3>{t.office}</h3>
      <Box title={t.completeness} tag={<Tag tone="sun">{t.oneLeft}</Tag>} aside={t.onlyAsked} flush>
        <CheckRow state="ok" title={t.form1} note={t.form1n} aside={<a href="#open">{t.open}</a>} />
        <CheckRow state="todo" title={t.work} note={t.workN} aside={<a href="#open-2">{t.open}</a>}>
          <DocPreview alt={t.thumb} caption={t.fileAbout}>
            <Form action="#check"><Radios name="check" label={t.readable} options={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} value="no" /></Form>
          </DocPreview>
        </CheckRow>
        <CheckRow state="bad" title={t.photo} note={t.photoN} />
        <CheckRow state="na" title={t.edu} note={t.eduN} />
      </Box>
      <Box title={t.correctness} tag={<Tag tone="green">{t.accepted}</Tag>}>
        <Compared caption={t.correctness} rows={[{ term: t.name, value: t.personC, verdict: t.fits }, { term: t.age, value: t.ageV, verdict: t.fits }, { term: t.photo, value: t.photoN, verdict: t.annulled, state: 'bad' }]} />
      </Box>
      <div class="t-duo">
        <Box title={t.road}>
          <Road mini steps={[{ state: 'done', title: t.rTied, detail: t.rTiedD }, { state: 'now', title: t.rNow, whose: 'us', note: t.rNote }, { state: 'next', title: t.rExam, detail: t.rExamD }]} />
        </Box>
        <Box title={t.history}>
          <Timeline items={[{ when: t.t1, title: t.h1, tone: 'green' }, { when: t.t2, title: t.h2, who: t.byWhom, body: t.h2b, tone: 'sun' }, { when: t.t2, title: t.h3, tone: 'red' }]} />
        </Box>
      </div>
      <DecisionBar done={9} total={10} actions={<><Button kind="secondary" icon="mail" href="#ask">{t.ask}</Button><Button kind="warning" icon="file-x" href="#refuse">{t.refuse}</Button><Button waits icon="stamp">{t.contract}</Button></>}>{t.decisionWords}</DecisionBar>
    </>
  );
}

/** Exam room and marking tablet. */
export function GalleryExam() {
  const t = useGalleryText();
  const text = useUiText();
  return (
    <>
      <Timer left="38:12" spoken={t.spoken} endsAt="2026-11-23T06:02:00.000Z" />
      <Form action="#answer">
        <Question n={17} total={40} kind="one" name="answer" text={t.question} chosen={['a']} keys flag={{ name: 'flag', value: '17', flagged: true }}
          options={[{ value: 'a', label: t.a1 }, { value: 'b', label: t.a2 }, { value: 'c', label: t.a3 }, { value: 'd', label: t.a4 }]}
          actions={<><Button kind="secondary" icon="arrow-left" name="go" value="back">{text.back}</Button><Button iconAfter="arrow-right" name="go" value="next">{text.next}</Button></>} />
      </Form>
      <div class="t-exam__side">
        <SaveStateNote state="saved" title={t.deliveredT}>{t.deliveredD}</SaveStateNote>
        <SaveStateNote state="offline" title={t.lostT}>{t.lostD}</SaveStateNote>
        <QuestionGrid done={4} total={8} cells={[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ n, href: `#q${n}`, answered: n < 5, flagged: n === 3 || n === 6, current: n === 4 }))} />
      </div>
      <LineStrip title={t.lostT}>{t.lostD}</LineStrip>
      <OperationStrip cells={[1, 2, 3, 4, 5].map((n) => ({ n, href: `#op${n}`, mark: n < 3 ? ('done' as const) : n === 3 ? ('not-done' as const) : undefined, current: n === 4 }))} />
      <OperationCard place={t.opPlace} tag={t.opTag} title={t.op} rows={[{ term: t.criterion, value: t.criterionV }, { term: t.tool, value: t.toolV }]} />
      <Form action="#mark">
        <MarkButtons marked="done" doneNote={t.markedBy} notDoneNote={t.chooseWhy} />
        <QuickRemarks label={t.remark} name="remark" items={[{ value: 'burn', text: t.burn }, { value: 'pore', text: t.pore }, { value: 'spatter', text: t.spatter, chosen: true }]} />
      </Form>
    </>
  );
}
