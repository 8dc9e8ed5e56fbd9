import { maskText } from '#shared/request/masked-request.ts';
import { joinedScrubber } from '#shared/secret/joined-scrubber.ts';
import { createScrubber, type Scrubber } from '#shared/secret/scrubber.ts';
import { RecentCookies } from '../runs/recent-cookies.ts';

/** The secrets that this process has seen, so that none of them reaches the log. */
export interface LoggedSecrets {
  readonly add: (value: string) => void;
  /** As `add`, for values that servers may change with every answer: of these only the last ones are remembered. */
  readonly addCookie: (value: string) => void;
  readonly scrub: (text: string) => string;
}

/** Values are only ever added: a line may be about what was sent before a secret was replaced. */
export function loggedSecrets(): LoggedSecrets {
  const values = new Set<string>();
  const cookies = new RecentCookies();
  let scrubber: Scrubber | null = null;
  return {
    add: (value) => {
      if (values.has(value)) return;
      values.add(value);
      scrubber = null;
    },
    addCookie: (value) => {
      cookies.add([value]);
    },
    scrub: (text) => {
      scrubber ??= createScrubber([...values].map((value) => ({ value })));
      return joinedScrubber([scrubber, ...cookies.scrubbers(maskText)]).scrub(text);
    },
  };
}
