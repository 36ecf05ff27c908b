import { fill, useUiText } from './ui-text.ts';

export interface StepsBarProps {
  readonly step: number;
  readonly steps: number;
  readonly name?: string | undefined;
}

/** "Step 3 of 6", with the bar for those who look. */
export function StepsBar({ step, steps, name }: StepsBarProps) {
  const text = useUiText();
  return (
    <>
      <p class="t-step">{name ? fill(text.stepOfNamed, { step, steps, name }) : fill(text.stepOf, { step, steps })}</p>
      <div class="t-steps" aria-hidden="true">
        {Array.from({ length: steps }, (_, place) => <i key={place} class={place + 1 < step ? 'd' : place + 1 === step ? 'n' : undefined} />)}
      </div>
    </>
  );
}
