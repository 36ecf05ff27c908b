import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export interface StopBoxProps {
  readonly title: ComponentChildren;
  readonly icon?: IconName | undefined;
  readonly wrong: ComponentChildren;
  readonly norm?: ComponentChildren;
  readonly remedy?: ComponentChildren;
  readonly date?: ComponentChildren;
  readonly complaint?: ComponentChildren;
  readonly action?: ComponentChildren;
  /** Said at once by a screen reader: for a refusal that answers what was just pressed. */
  readonly alert?: boolean | undefined;
}

/** A refusal that helps: what is wrong, which norm, how to put it right, which date to mind, where to complain. */
export function StopBox({ title, icon = 'octagon-x', wrong, norm, remedy, date, complaint, action, alert }: StopBoxProps) {
  const text = useUiText();
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [text.stopWrong, wrong], [text.stopNorm, norm], [text.stopRemedy, remedy], [text.stopDate, date], [text.stopComplaint, complaint],
  ];
  return (
    <section class="t-stop" role={alert ? 'alert' : undefined}>
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <dl class="t-stop__l">
          {rows.map(([term, value]) => value !== undefined && value !== null && <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
        </dl>
        {action && <div class="t-row">{action}</div>}
      </div>
    </section>
  );
}
