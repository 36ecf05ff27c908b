import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { fill, useUiText } from './ui-text.ts';

export interface QuestionProps {
  readonly n: number;
  readonly total: number;
  readonly kind: 'one' | 'several';
  readonly name: string;
  readonly text: ComponentChildren;
  readonly figure?: ComponentChildren;
  readonly options: readonly { readonly value: string; readonly label: ComponentChildren }[];
  readonly chosen?: readonly string[] | undefined;
  /** Button that flags the question to come back to. */
  readonly flag?: { readonly name: string; readonly value: string; readonly flagged: boolean } | undefined;
  /** Buttons back and next. */
  readonly actions?: ComponentChildren;
  readonly keys?: boolean | undefined;
  /** Level of the heading: 2 where many questions stand on one page. */
  readonly level?: 1 | 2 | undefined;
}

/** One question of an exam with native controls: works by keyboard, by voice and without a script. */
export function Question({ n, total, kind, name, text: words, figure, options, chosen = [], flag, actions, keys, level = 1 }: QuestionProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const text = useUiText();
  const id = `${name}-text`;
  return (
    <div class="t-q" data-question={name}>
      <div class="t-q__n">
        <span>{fill(text.questionOf, { n, total })}</span>
        {flag && <button type="submit" class="t-flag" name={flag.name} value={flag.value} aria-pressed={flag.flagged ? 'true' : 'false'}><Icon name="flag" />{flag.flagged ? text.unflag : text.flag}</button>}
      </div>
      <Heading id={id} class="t-q__t">{words}</Heading>
      {figure && <div class="t-q__f">{figure}</div>}
      <fieldset class="t-ans" aria-labelledby={id} aria-describedby={`${id}-how`}>
        <p class="t-ans__how" id={`${id}-how`}>{kind === 'one' ? text.chooseOne : text.chooseSeveral}</p>
        {options.map((option, place) => (
          <label key={option.value}>
            <input type={kind === 'one' ? 'radio' : 'checkbox'} name={name} value={option.value} checked={chosen.includes(option.value)} />
            <span>{option.label}</span>
            {keys && <kbd class="t-kbd" aria-hidden="true">{place + 1}</kbd>}
          </label>
        ))}
      </fieldset>
      {actions && <div class="t-q__nav">{actions}</div>}
    </div>
  );
}

export interface QuestionCell {
  readonly n: number;
  readonly href: string;
  readonly answered?: boolean | undefined;
  readonly flagged?: boolean | undefined;
  readonly current?: boolean | undefined;
}

/** All questions at a glance: answered, not answered, flagged. */
export function QuestionGrid({ cells, done, total }: { readonly cells: readonly QuestionCell[]; readonly done: number; readonly total: number }) {
  const text = useUiText();
  return (
    <section class="t-card" aria-labelledby="question-grid">
      <h2 id="question-grid">{text.questions}<span data-count={fill(text.answeredOf, { done: '#', total })}>{fill(text.answeredOf, { done, total })}</span></h2>
      <nav class="t-qlist" aria-label={text.questionList}>
        {cells.map((cell) => (
          <a key={cell.n} href={cell.href} class={classNames(cell.answered && 'a', cell.flagged && 'f', cell.current && 'c') || undefined} aria-current={cell.current ? 'true' : undefined}>
            {cell.n}<span class="t-vh">, {cell.answered ? text.answered : text.unanswered}{cell.flagged && `, ${text.flagged}`}</span>
          </a>
        ))}
      </nav>
      <p class="t-legend" aria-hidden="true"><span><i class="a" />{text.answered}</span><span><i />{text.unanswered}</span><span><i class="f" />{text.flagged}</span></p>
    </section>
  );
}

export const SAVE_STATES = ['saved', 'saving', 'offline'] as const;
export type SaveState = (typeof SAVE_STATES)[number];

/** Truth about the answers: delivered, on their way, or kept on this device because the line is lost. */
export function SaveStateNote({ state, title, children }: { readonly state: SaveState; readonly title: ComponentChildren; readonly children?: ComponentChildren }) {
  return (
    <div class={classNames('t-save', state === 'offline' && 't-save--off')} role="status" data-save-state={state}>
      <Icon name={state === 'offline' ? 'wifi-off' : state === 'saving' ? 'refresh-cw' : 'cloud-check'} />
      <div><b data-save-title>{title}</b><span data-save-words>{children}</span></div>
    </div>
  );
}

export interface TimerProps {
  /** "38:12", as of the moment the page was drawn; a script may go on counting. */
  readonly left: string;
  /** "38 minutes", for a screen reader. */
  readonly spoken: string;
  /** Instant of the end for the script that counts. */
  readonly endsAt?: string | undefined;
}

/** Time left, true at the moment the page was drawn. */
export function Timer({ left, spoken, endsAt }: TimerProps) {
  const text = useUiText();
  return (
    <div class="t-timer" role="timer" aria-label={fill(text.timeLeftLabel, { time: spoken })} data-ends-at={endsAt}>
      <Icon name="timer" />
      <div><span>{text.timeLeft}</span><b data-timer>{left}</b></div>
    </div>
  );
}
