import type { ComponentChildren } from 'preact';
import { fill, useUiText } from './ui-text.ts';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Finished words of both numbers; plain digits otherwise. */
  readonly doneText?: string | undefined;
  readonly totalText?: string | undefined;
  readonly note?: ComponentChildren;
}

/** How far long work has come: the bar tells the truth and the words say it again. */
export function Progress({ label, done, total, doneText, totalText, note }: ProgressProps) {
  const text = useUiText();
  return (
    <div class="t-progress">
      <div class="t-progress__h"><b>{label}</b><span class="t-num">{fill(text.progressOf, { done: doneText ?? done, total: totalText ?? total })}</span></div>
      <progress value={done} max={total} aria-label={label} />
      {note && <p class="t-micro t-quiet">{note}</p>}
    </div>
  );
}
