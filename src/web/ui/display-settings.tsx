import { Radios } from './choice-fields.tsx';
import { Button, Form, freshForm } from './form.tsx';
import type { Display } from './page.tsx';
import { useUiText } from './ui-text.ts';

export interface DisplaySettingsProps {
  readonly action: string;
  readonly csrf?: string | undefined;
  readonly display?: Display | undefined;
  /** Address to come back to. */
  readonly from?: string | undefined;
}

/** Choice of text size and colours; works before and after sign-in. */
export function DisplaySettings({ action, csrf, display, from }: DisplaySettingsProps) {
  const text = useUiText();
  const form = freshForm({ print: display?.print ?? '', theme: display?.theme ?? 'light' });
  return (
    <Form action={action} csrf={csrf} values={{ from }}>
      <Radios form={form} name="print" label={text.textSize} options={[{ value: '', label: text.textNormal }, { value: '150', label: text.text150 }, { value: '200', label: text.text200 }]} />
      <Radios form={form} name="theme" label={text.colours} options={[{ value: 'light', label: text.coloursLight }, { value: 'dark', label: text.coloursDark }, { value: 'device', label: text.coloursAuto }]} />
      <Button>{text.save}</Button>
    </Form>
  );
}
