import { readJson } from '#shared/value/read-json.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { ResponseBody } from '../executor/response-body.ts';
import type { KnownSecrets } from './known-secrets.ts';

/** The secrets that a body may hold. */
type BodySecrets = Pick<KnownSecrets, 'scrubber' | 'scrubBytes'>;

/** The bytes of a body without secrets; the same bytes where there were none. JSON stays JSON. */
export function scrubBody(bytes: Uint8Array, kind: ResponseBody['kind'], secrets: BodySecrets): Uint8Array {
  if (kind === 'binary') return secrets.scrubBytes(bytes);
  const text = Buffer.from(bytes).toString('utf8');
  const clean = kind === 'json' ? scrubJson(text, secrets) : secrets.scrubber.scrub(text);
  return clean === text ? bytes : Buffer.from(clean, 'utf8');
}

/** A mask in place of a number is no JSON; then the value is scrubbed instead of its text. */
export function scrubJson(text: string, { scrubber }: Pick<BodySecrets, 'scrubber'>): string {
  const clean = scrubber.scrub(text);
  if (clean === text || readJson(clean).ok) return clean;
  const read = readJson(text);
  return read.ok ? writeJson(scrubber.scrubValue(read.value)) : clean;
}
