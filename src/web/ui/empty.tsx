import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export interface EmptyProps {
  readonly title?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** What will be here and what to do meanwhile. */
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** A place that is empty for now: says what will be here and what to do. */
export function Empty({ title, icon = 'inbox', children, action }: EmptyProps) {
  const text = useUiText();
  return (
    <div class="t-empty">
      <span class="t-empty__i"><Icon name={icon} /></span>
      <h2>{title ?? text.emptyTitle}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  );
}
