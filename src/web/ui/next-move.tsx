import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export const MOVERS = ['you', 'us', 'centre', 'candidate', 'other'] as const;
export type Mover = (typeof MOVERS)[number];

/** Words for whose move it is. */
export function Move({ whose, words }: { readonly whose: Mover; readonly words?: ComponentChildren }) {
  const text = useUiText();
  const own: Record<Mover, string> = { you: text.yourMove, us: text.ourMove, centre: text.centreMove, candidate: text.candidateMove, other: text.otherMove };
  return <span class="t-move"><Icon name={whose === 'you' || whose === 'candidate' ? 'user' : 'building'} />{words ?? own[whose]}</span>;
}

export interface NextMoveProps {
  readonly whose?: Mover | undefined;
  readonly moveWords?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly due?: ComponentChildren;
  readonly id?: string | undefined;
}

/** The one thing that waits: whose move, what to do, until when. Sun when it is this person's move. */
export function NextMove({ whose = 'you', moveWords, title, children, action, due, id = 'next-move' }: NextMoveProps) {
  const text = useUiText();
  const mine = whose === 'you' || whose === 'us';
  return (
    <section class={mine ? 't-next' : 't-next t-next--other'} aria-labelledby={id}>
      <Move whose={whose} words={moveWords} />
      <h2 id={id}>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
      {due && <p class="t-next__due">{text.dueLabel} <b>{due}</b></p>}
    </section>
  );
}
