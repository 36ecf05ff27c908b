import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { describedBy, FieldGroup } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { fieldErrors, fieldId } from './form-state.ts';
import { Icon } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export interface FileFieldProps extends FieldProps {
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly capture?: 'user' | 'environment' | undefined;
  /** Files already there, as FileRow. */
  readonly children?: ComponentChildren;
}

/** A file from the device or its camera; files already sent stand above it. The browser's own words are hidden while nothing is chosen. */
export function FileField(props: FileFieldProps) {
  const { form, name, hint, accept, multiple, capture, optional, children } = props;
  const text = useUiText();
  const errors = fieldErrors(form, name);
  return (
    <FieldGroup {...props}>
      <div class="t-drop">
        {children}
        <label class="govuk-button govuk-button--secondary" for={fieldId(name)}><Icon name={capture ? 'camera' : 'upload'} />{text.chooseFile}</label>
        <input id={fieldId(name)} name={name} type="file" accept={accept} multiple={multiple} capture={capture} required={!optional && (errors.length > 0 || !children)} class={classNames('t-fileinput', errors.length > 0 && 't-fileinput--error')}
          aria-invalid={errors.length > 0 ? 'true' : undefined} aria-describedby={describedBy(name, hint, errors)} />
      </div>
    </FieldGroup>
  );
}
