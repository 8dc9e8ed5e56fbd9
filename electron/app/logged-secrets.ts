import { createScrubber, type Scrubber } from '#shared/secret/scrubber.ts';

/** The secrets that this process has seen, so that none of them reaches the log. */
export interface LoggedSecrets {
  readonly add: (value: string) => void;
  readonly scrub: (text: string) => string;
}

/** Values are only ever added: a line may be about what was sent before a secret was replaced. */
export function loggedSecrets(): LoggedSecrets {
  const values = new Set<string>();
  let scrubber: Scrubber | null = null;
  return {
    add: (value) => {
      if (values.has(value)) return;
      values.add(value);
      scrubber = null;
    },
    scrub: (text) => {
      scrubber ??= createScrubber([...values].map((value) => ({ value })));
      return scrubber.scrub(text);
    },
  };
}
