import type { ComponentChildren } from 'preact';

export interface HiddenFieldsProps {
  readonly csrf?: string | undefined;
  /** Key of this one request: a second press of the button changes nothing. */
  readonly requestKey?: string | undefined;
  /** Version of the record the person saw: a change made meanwhile is noticed. */
  readonly version?: string | number | undefined;
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined;
}

/** Fields a person does not see: csrf, requestKey, version and whatever else travels along. */
export function HiddenFields({ csrf, requestKey, version, values = {} }: HiddenFieldsProps) {
  const all = { csrf, requestKey, version, ...values };
  return (
    <>
      {Object.entries(all).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={String(value)} />)}
    </>
  );
}

export interface FormProps extends HiddenFieldsProps {
  readonly action?: string | undefined;
  readonly method?: 'post' | 'get' | undefined;
  readonly files?: boolean | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

/** A form checked by the server, in the language of the page; the browser's own checks are off. */
export function Form({ action, method = 'post', files, id, label, children, class: extra, ...hidden }: FormProps) {
  return (
    <form action={action} method={method} id={id} class={extra} aria-label={label} noValidate encType={files ? 'multipart/form-data' : undefined}>
      <HiddenFields {...hidden} />
      {children}
    </form>
  );
}

export { Button, ButtonRow, SavedNote } from './button.tsx';
export { Checkboxes, CheckboxSingle, Radios, SelectField } from './choice-fields.tsx';
export type { Choice, SelectGroup, SelectOption } from './choice-fields.tsx';
export { DateFields } from './date-fields.tsx';
export { ErrorSummary } from './error-summary.tsx';
export { FieldGroup, FieldsetGroup } from './field.tsx';
export type { FieldProps } from './field.tsx';
export { FileField } from './file-field.tsx';
export { dateFieldNames, fieldErrors, fieldId, fieldValue, fieldValues, freshForm } from './form-state.ts';
export type { FormError, FormState } from './form-state.ts';
export { EmailField, IinField, MoneyField, NumberField, PasswordField, PhoneField, TextArea, TextField, TimeField } from './text-fields.tsx';
