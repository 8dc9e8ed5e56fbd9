/** What the vault says when it is asked for a secret of an endpoint or an environment. */
export type SecretReading =
  | { readonly state: 'set'; readonly value: string }
  /** `wayOn` says how it gets a value, where that is not as in the window. */
  | { readonly state: 'missing'; readonly wayOn?: string }
  /** Entered for another address and not confirmed for this one. */
  | { readonly state: 'other-origin' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'locked' }
  | { readonly state: 'unavailable'; readonly detail?: string };

/** What replaces the usual advice about a secret without a value. */
export function wayOnOf({ wayOn }: Extract<SecretReading, { state: 'missing' }>): {
  readonly wayOn?: string;
} {
  return wayOn === undefined ? {} : { wayOn };
}
