import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export const DUE_TONES = ['plain', 'today', 'late', 'met'] as const;
export type DueTone = (typeof DUE_TONES)[number];

export interface DueProps {
  /** "in 2 working days", "overdue by 1 working day". */
  readonly words: ComponentChildren;
  readonly date?: ComponentChildren;
  readonly tone?: DueTone | undefined;
}

/** A term in words, then its date: late in red, today in sun, each with its sign. */
export function Due({ words, date, tone = 'plain' }: DueProps) {
  return (
    <span class={classNames('t-due', tone !== 'plain' && `t-due--${tone}`)}>
      <Icon name={tone === 'late' ? 'alert' : tone === 'met' ? 'check' : 'clock'} />
      <span><span class="t-due__w">{words}</span>{date && <span class="t-due__date"><span class="t-due__sep"> · </span>{date}</span>}</span>
    </span>
  );
}
