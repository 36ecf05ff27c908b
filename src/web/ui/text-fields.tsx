import type { InputHTMLAttributes } from 'preact';
import { classNames } from './class-names.ts';
import { describedBy, FieldGroup } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { fieldErrors, fieldId, fieldValue } from './form-state.ts';
import { useUiText } from './ui-text.ts';

export const FIELD_WIDTHS = ['3', '5', '8', '12', '20', 'full'] as const;
export type FieldWidth = (typeof FIELD_WIDTHS)[number];

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined;
  readonly value?: string | undefined;
  readonly width?: FieldWidth | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined;
  readonly maxLength?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  readonly readOnly?: boolean | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Figures of equal width, for numbers of papers and sums. */
  readonly figures?: boolean | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { form, name, hint, type = 'text', width = 'full', prefix, suffix } = props;
  const errors = fieldErrors(form, name);
  const value = type === 'password' ? undefined : fieldValue(form, name) ?? props.value;
  const attributes = {
    id: fieldId(name), name, type, value, autocomplete: props.autocomplete, inputMode: props.inputMode, maxLength: props.maxLength,
    spellcheck: props.spellcheck, autocapitalize: props.autocapitalize, readOnly: props.readOnly,
    class: classNames('govuk-input', width !== 'full' && `t-w-${width}`, props.figures && 't-num', errors.length > 0 && 'govuk-input--error'),
    'aria-invalid': errors.length > 0 ? 'true' : undefined, 'aria-describedby': describedBy(name, hint, errors),
  };
  const input = <input {...(attributes as InputHTMLAttributes)} />;
  return (
    <FieldGroup {...props}>
      {prefix || suffix ? (
        <div class="t-affix">{prefix && <span class="t-affix__p" aria-hidden="true">{prefix}</span>}{input}{suffix && <span class="t-affix__s" aria-hidden="true">{suffix}</span>}</div>
      ) : input}
    </FieldGroup>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { form, name, hint, rows = 5 } = props;
  const errors = fieldErrors(form, name);
  return (
    <FieldGroup {...props}>
      <textarea id={fieldId(name)} name={name} rows={rows} maxLength={props.maxLength}
        class={classNames('govuk-textarea', errors.length > 0 && 'govuk-input--error')}
        aria-invalid={errors.length > 0 ? 'true' : undefined} aria-describedby={describedBy(name, hint, errors)}>{fieldValue(form, name) ?? props.value}</textarea>
    </FieldGroup>
  );
}

type NarrowProps = Omit<TextFieldProps, 'type' | 'inputMode'>;

/** A whole number; a text field, because number inputs swallow what was typed wrongly. */
export function NumberField(props: NarrowProps) {
  return <TextField width="8" figures {...props} inputMode="numeric" autocomplete={props.autocomplete ?? 'off'} />;
}

/** A sum in tenge. */
export function MoneyField(props: NarrowProps) {
  return <TextField width="12" suffix="₸" figures {...props} inputMode="decimal" autocomplete={props.autocomplete ?? 'off'} />;
}

/** Individual identification number, 12 digits. */
export function IinField(props: NarrowProps) {
  const text = useUiText();
  return <TextField width="12" figures hint={text.iinHint} {...props} inputMode="numeric" maxLength={20} spellcheck={false} autocomplete={props.autocomplete ?? 'off'} />;
}

/** Password; never given back to the page. */
export function PasswordField(props: NarrowProps & { readonly fresh?: boolean | undefined }) {
  const { fresh, ...rest } = props;
  return <TextField width="20" {...rest} type="password" spellcheck={false} autocomplete={rest.autocomplete ?? (fresh ? 'new-password' : 'current-password')} />;
}

/** Address of electronic mail. */
export function EmailField(props: NarrowProps) {
  return <TextField {...props} type="email" inputMode="email" spellcheck={false} autocapitalize="none" autocomplete={props.autocomplete ?? 'email'} />;
}

/** Telephone number. */
export function PhoneField(props: NarrowProps) {
  const text = useUiText();
  return <TextField width="20" figures hint={text.phoneHint} {...props} type="tel" inputMode="tel" autocomplete={props.autocomplete ?? 'tel'} />;
}

/** Time of a day in hours and minutes. */
export function TimeField(props: NarrowProps) {
  const text = useUiText();
  return <TextField width="5" figures hint={text.timeHint} {...props} inputMode="text" maxLength={5} autocomplete="off" />;
}
