import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Move } from './next-move.tsx';
import type { Mover } from './next-move.tsx';
import { useUiText } from './ui-text.ts';

export const ROAD_STATES = ['done', 'now', 'next', 'skipped'] as const;
export type RoadState = (typeof ROAD_STATES)[number];

export interface RoadStep {
  readonly state: RoadState;
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** Whose move it is, at the present step. */
  readonly whose?: Mover | undefined;
  readonly moveWords?: ComponentChildren;
  readonly note?: ComponentChildren;
}

export interface RoadProps {
  readonly steps: readonly RoadStep[];
  readonly mini?: boolean | undefined;
}

/** The whole road of a case: steps done, the present one with whose move it is, coming ones in grey. */
export function Road({ steps, mini }: RoadProps) {
  const text = useUiText();
  const words: Record<RoadState, string> = { done: text.done, now: text.now, next: text.coming, skipped: text.skipped };
  return (
    <ol class={classNames('t-road', mini && 't-mini')}>
      {steps.map((step, place) => (
        <li key={place} class={`t-road__i is-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="t-road__dot">{step.state === 'done' ? <Icon name="check" /> : step.state === 'skipped' ? <Icon name="minus" /> : null}</span>
          <div class="t-road__t"><span class="t-vh">{words[step.state]}: </span>{step.title}</div>
          {step.detail && <div class="t-road__d">{step.detail}</div>}
          {step.state === 'now' && step.whose && (
            <div class={step.whose === 'you' || step.whose === 'us' ? 't-road__box' : 't-road__box t-road__box--other'}>
              <Move whose={step.whose} words={step.moveWords} />
              {step.note && <div class="t-road__note">{step.note}</div>}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
