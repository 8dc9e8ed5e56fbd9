// Looks once more through an event that was told already: what it says may have become a secret since.
import type { KnownSecrets } from './known-secrets.ts';
import { scrubJson } from './scrub-body.ts';
import { scrubEvent } from './scrub-event.ts';

type Secrets = Pick<KnownSecrets, 'scrubber'>;

/** A told event, as the line of JSON that is stored, without what is secret now. */
export function scrubLine(line: string, secrets: Secrets): string {
  const { scrubber } = secrets;
  if (scrubber.ranges(line).length === 0) return line;
  try {
    const event = scrubEvent(JSON.parse(line, previewsScrubbed(secrets)) as object, scrubber.scrub);
    return JSON.stringify(event);
  } catch {
    return scrubber.scrub(line);
  }
}

/** The sample of a value is JSON in a text and has to stay JSON. */
function previewsScrubbed(secrets: Secrets) {
  return (key: string, value: unknown): unknown =>
    key === 'json' && typeof value === 'string' ? scrubJson(value, secrets) : value;
}
