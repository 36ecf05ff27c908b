import type { ComponentChildren } from 'preact';
import { useUiText } from './ui-text.ts';

export interface DecisionBarProps {
  readonly label?: string | undefined;
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  /** What is ready and what still waits, with the reason in words. */
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
}

/** Bar at the bottom edge of a case: where the check stands and the decisions possible now. */
export function DecisionBar({ label, done, total, children, actions }: DecisionBarProps) {
  const text = useUiText();
  return (
    <section class="t-decide" aria-label={label ?? text.decision}>
      <div class="t-decide__s">
        {done !== undefined && total !== undefined && <progress class="t-meter" value={done} max={total} aria-label={text.decision} />}
        <div class="t-decide__w">{typeof children === 'string' ? <p>{children}</p> : children}</div>
      </div>
      <div class="t-decide__a">{actions}</div>
    </section>
  );
}
