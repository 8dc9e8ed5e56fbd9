import { createContext, use } from 'react';

/** What a control takes from the field that frames it. */
export interface FieldLinks {
  /** `undefined` in a group of controls. */
  readonly controlId: string | undefined;
  readonly labelId: string;
  readonly noteId: string | undefined;
  readonly invalid: boolean;
  /** Where a group's control puts its tools; `null` until that is in the page, absent where there is no such place. */
  readonly tools?: HTMLElement | null;
}

export const FieldContext = createContext<FieldLinks | null>(null);

/** The attributes that tie a control to its field; without a field the control needs a `label` of its own. */
export function useFieldLinks(label: string | undefined, invalid = false) {
  const field = use(FieldContext);
  const bad = invalid || (field?.invalid ?? false);
  return {
    invalid: bad,
    /** Where a control cannot be named by a `<label>` (a group of radios). */
    labelledBy: label === undefined ? field?.labelId : undefined,
    control: {
      id: field?.controlId,
      'aria-label': label,
      'aria-describedby': field?.noteId,
      'aria-invalid': bad || undefined,
    },
  };
}
