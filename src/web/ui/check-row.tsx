import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export const CHECK_STATES = ['ok', 'todo', 'bad', 'na'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

const CHECK_ICONS: Record<CheckState, IconName> = { ok: 'check', todo: 'alert', bad: 'x', na: 'minus' };

export interface CheckRowProps {
  readonly state: CheckState;
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly aside?: ComponentChildren;
  /** Controls of the check, under the row. */
  readonly children?: ComponentChildren;
}

/** One thing to check: its state, why it is asked, what to press. */
export function CheckRow({ state, title, note, aside, children }: CheckRowProps) {
  const text = useUiText();
  const words: Record<CheckState, string> = { ok: text.checkOk, todo: text.checkTodo, bad: text.checkBad, na: text.checkNa };
  return (
    <div class={`t-chk ${state}`}>
      <span class="t-chk__s" aria-hidden="true">{state === 'todo' ? <b>!</b> : <Icon name={CHECK_ICONS[state]} />}</span>
      <div><b>{title}</b><span class="t-vh">, {words[state]}</span>{note && <small>{note}</small>}</div>
      <div class="t-chk__a">{aside}</div>
      {children && <div class="t-chk__b">{children}</div>}
    </div>
  );
}

export interface ComparedRow {
  readonly term: string;
  readonly value: ComponentChildren;
  readonly verdict?: ComponentChildren;
  readonly state?: 'ok' | 'bad' | 'todo' | undefined;
}

/** What the applicant wrote against what the registers say. */
export function Compared({ caption, rows }: { readonly caption: string; readonly rows: readonly ComparedRow[] }) {
  return (
    <table class="t-cmp">
      <caption class="t-vh">{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.term}>
            <th scope="row">{row.term}</th>
            <td>{row.value}</td>
            <td class={`v ${row.state ?? 'ok'}`}>{row.verdict && <><Icon name={CHECK_ICONS[row.state ?? 'ok']} /> {row.verdict}</>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
