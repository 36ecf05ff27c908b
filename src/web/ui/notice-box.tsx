import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export const NOTICE_TONES = ['sky', 'sun', 'green', 'red'] as const;
export type NoticeTone = (typeof NOTICE_TONES)[number];

const TONE_ICONS: Record<NoticeTone, IconName> = { sky: 'info', sun: 'alert', green: 'circle-check', red: 'warning' };

export interface NoticeBoxProps {
  readonly tone?: NoticeTone | undefined;
  readonly icon?: IconName | undefined;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A remark beside the text; its colour is said in words to those who do not see it. */
export function NoticeBox({ tone = 'sky', icon, title, children }: NoticeBoxProps) {
  const text = useUiText();
  return (
    <div class={classNames('t-note', tone !== 'sky' && `t-note--${tone}`)}>
      <Icon name={icon ?? TONE_ICONS[tone]} />
      <div class="t-note__b">
        {tone !== 'sky' && <span class="t-vh">{text[`tone_${tone}`]}: </span>}
        {title && <p class="t-note__t">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
