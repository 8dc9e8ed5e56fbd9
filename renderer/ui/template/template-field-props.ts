import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import type { TemplateField as FieldKind } from '#shared/template/template-field.ts';
import type { Suggestion } from './editor/editor-settings.ts';

/** What a field of templates is told. */
export interface TemplateFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What the template is written into: how its values are encoded, and whether there is JSON around them. */
  readonly field: FieldKind;
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Lines to begin with; it grows with its text. Without it the field has one line. */
  readonly lines?: number | undefined;
  /** Names that nothing has set; expressions that read them are marked. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
  /** Texts that are offered outside of expressions. */
  readonly suggestions?: readonly Suggestion[] | undefined;
  /** `cell` inside a table, where the row draws the lines. */
  readonly look?: 'field' | 'cell' | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLElement>) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly ref?: Ref<TemplateFieldHandle> | undefined;
}

export interface TemplateFieldHandle {
  readonly focus: () => void;
}
