import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { describedBy, FieldError, FieldGroup, FieldsetGroup } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { fieldErrors, fieldId, fieldValue, fieldValues } from './form-state.ts';
import { useUiText } from './ui-text.ts';

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean | undefined;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectGroup {
  readonly group: string;
  readonly options: readonly SelectOption[];
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly (SelectOption | SelectGroup)[];
  readonly value?: string | undefined;
  /** Words of the empty first line; false leaves it out. */
  readonly empty?: string | false | undefined;
}

/** One of a long list. */
export function SelectField(props: SelectFieldProps) {
  const { form, name, hint, options, empty } = props;
  const text = useUiText();
  const errors = fieldErrors(form, name);
  const chosen = fieldValue(form, name) ?? props.value ?? '';
  const line = (option: SelectOption) => <option key={option.value} value={option.value} selected={option.value === chosen} disabled={option.disabled}>{option.label}</option>;
  return (
    <FieldGroup {...props}>
      <select id={fieldId(name)} name={name} class={classNames('govuk-select', errors.length > 0 && 'govuk-input--error')}
        aria-invalid={errors.length > 0 ? 'true' : undefined} aria-describedby={describedBy(name, hint, errors)}>
        {empty !== false && <option value="" selected={chosen === ''}>{empty ?? text.choose}</option>}
        {options.map((option) => ('group' in option ? <optgroup key={option.group} label={option.group}>{option.options.map(line)}</optgroup> : line(option)))}
      </select>
    </FieldGroup>
  );
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly inline?: boolean | undefined;
}

interface ChoiceRowProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly invalid?: boolean | undefined;
  readonly describes?: string | undefined;
}

function ChoiceRow({ type, id, name, choice, checked, invalid, describes }: ChoiceRowProps) {
  return (
    <div class="t-choice">
      <input id={id} name={name} type={type} value={choice.value} checked={checked} disabled={choice.disabled}
        aria-invalid={invalid && type === 'checkbox' ? 'true' : undefined} aria-describedby={classNames(choice.hint !== undefined && `${id}-hint`, describes) || undefined} />
      <label for={id}>{choice.label}</label>
      {choice.hint !== undefined && <div class="t-choice__h" id={`${id}-hint`}>{choice.hint}</div>}
    </div>
  );
}

/** One of a few. */
export function Radios(props: ChoiceFieldProps & { readonly value?: string | undefined }) {
  const { form, name, options, inline } = props;
  const chosen = fieldValue(form, name) ?? props.value;
  return (
    <FieldsetGroup {...props}>
      <div class={classNames('t-choices', inline && 't-choices--inline')}>
        {options.map((choice, place) => (
          <ChoiceRow key={choice.value} type="radio" id={place === 0 ? fieldId(name) : `${fieldId(name)}-${place + 1}`} name={name} choice={choice} checked={choice.value === chosen} />
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** Any of a few. */
export function Checkboxes(props: ChoiceFieldProps & { readonly chosen?: readonly string[] | undefined }) {
  const { form, name, options, inline } = props;
  const chosen = form !== undefined && name in form.values ? fieldValues(form, name) : props.chosen ?? [];
  return (
    <FieldsetGroup {...props}>
      <div class={classNames('t-choices', inline && 't-choices--inline')}>
        {options.map((choice, place) => (
          <ChoiceRow key={choice.value} type="checkbox" id={place === 0 ? fieldId(name) : `${fieldId(name)}-${place + 1}`} name={name} choice={choice} checked={chosen.includes(choice.value)} />
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** One statement to agree with. */
export function CheckboxSingle({ form, name, label, hint, value = 'yes', checked }: FieldProps & { readonly value?: string | undefined; readonly checked?: boolean | undefined }) {
  const errors = fieldErrors(form, name);
  const isChecked = form !== undefined && name in form.values ? fieldValues(form, name).includes(value) : Boolean(checked);
  return (
    <div class={classNames('govuk-form-group', errors.length > 0 && 'govuk-form-group--error')}>
      <FieldError name={name} errors={errors} />
      <ChoiceRow type="checkbox" id={fieldId(name)} name={name} choice={{ value, label, ...(hint === undefined ? {} : { hint }) }}
        checked={isChecked} invalid={errors.length > 0} describes={errors.length > 0 ? `${fieldId(name)}-error` : undefined} />
    </div>
  );
}
