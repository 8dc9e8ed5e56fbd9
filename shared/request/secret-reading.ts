/** What the vault says when it is asked for a secret of an endpoint or an environment. */
export type SecretReading =
  | { readonly state: 'set'; readonly value: string }
  | { readonly state: 'missing' }
  /** Entered for another address and not confirmed for this one. */
  | { readonly state: 'other-origin' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'locked' }
  | { readonly state: 'unavailable'; readonly detail?: string };
