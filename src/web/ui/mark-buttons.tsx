import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { Tag } from './tag.tsx';
import { useUiText } from './ui-text.ts';

export interface MarkButtonsProps {
  readonly name?: string | undefined;
  readonly marked?: 'done' | 'not-done' | undefined;
  readonly doneNote?: ComponentChildren;
  readonly notDoneNote?: ComponentChildren;
}

/** Two marks big enough for gloves; each is a button of the form around it, with value done or not-done. */
export function MarkButtons({ name = 'mark', marked, doneNote, notDoneNote }: MarkButtonsProps) {
  const text = useUiText();
  return (
    <div class="t-marks" role="group" aria-label={text.marks}>
      <button type="submit" name={name} value="done" class="t-markb t-markb--y" aria-pressed={marked === 'done' ? 'true' : 'false'}><Icon name="check" />{text.markDone}{doneNote && <small>{doneNote}</small>}</button>
      <button type="submit" name={name} value="not-done" class="t-markb t-markb--n" aria-pressed={marked === 'not-done' ? 'true' : 'false'}><Icon name="x" />{text.markNotDone}{notDoneNote && <small>{notDoneNote}</small>}</button>
    </div>
  );
}

export interface OperationCell {
  readonly n: number;
  readonly href: string;
  readonly mark?: 'done' | 'not-done' | undefined;
  readonly current?: boolean | undefined;
}

/** All operations of the technological map with their marks. */
export function OperationStrip({ cells }: { readonly cells: readonly OperationCell[] }) {
  const text = useUiText();
  return (
    <nav class="t-mk__ops" aria-label={text.operations}>
      {cells.map((cell) => (
        <a key={cell.n} href={cell.href} class={cell.mark === 'done' ? 'y' : cell.mark === 'not-done' ? 'n' : undefined} aria-current={cell.current ? 'step' : undefined}>
          {cell.mark && <Icon name={cell.mark === 'done' ? 'check' : 'x'} />}{cell.n}
          <span class="t-vh"> {cell.mark === 'done' ? text.markDone : cell.mark === 'not-done' ? text.markNotDone : cell.current ? text.current : text.coming}</span>
        </a>
      ))}
    </nav>
  );
}

export interface OperationCardProps {
  readonly place: ComponentChildren;
  readonly tag?: string | undefined;
  /** Of an operation at which a breach of safety ends everything. */
  readonly critical?: boolean | undefined;
  readonly title: ComponentChildren;
  readonly rows: readonly { readonly term: string; readonly value: ComponentChildren }[];
}

/** The operation in front of the examiner: criterion and tool. */
export function OperationCard({ place, tag, critical, title, rows }: OperationCardProps) {
  return (
    <section class="t-op">
      <div class="t-op__n"><span>{place}</span>{tag && (critical ? <Tag tone="red" icon="alert">{tag}</Tag> : <Tag>{tag}</Tag>)}</div>
      <h1>{title}</h1>
      <dl>{rows.map((row) => <div key={row.term}><dt>{row.term}</dt><dd>{row.value}</dd></div>)}</dl>
    </section>
  );
}

/** Short remarks to press instead of typing. */
export function QuickRemarks({ label, name, items }: { readonly label: string; readonly name: string; readonly items: readonly { readonly value: string; readonly text: string; readonly chosen?: boolean | undefined }[] }) {
  return (
    <fieldset class="t-quick">
      <legend class="t-mk__h">{label}</legend>
      {items.map((item) => <label key={item.value}><input type="checkbox" name={name} value={item.value} checked={item.chosen} /><span>{item.text}</span></label>)}
    </fieldset>
  );
}

/** Strip that says the line is lost and what is kept here. */
export function LineStrip({ title, children }: { readonly title: ComponentChildren; readonly children?: ComponentChildren }) {
  return <div class="t-mk__net" role="status"><Icon name="wifi-off" /><span><b>{title}</b> {children}</span></div>;
}
