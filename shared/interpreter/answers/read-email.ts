import { failed, succeeded } from '../../outcome/outcome.ts';
import type { AnswerReading } from './answer-reading.ts';

/** RFC 5321 §4.5.3.1: octets of a whole path without its angle brackets, and of the part before the `@`. */
const longest = 254;
const longestLocal = 64;

/**
 * Reads an email address: one `@`, something before it, a host name with a dot behind it. Whether mail arrives there is
 * for a message to find out; a stricter rule would turn people away whose address works. The host is stored in lower
 * case, for it has no case; the part before it is kept, for its host decides.
 */
export function readEmail(text: string): AnswerReading<string> {
  const written = text.trim();
  const at = written.lastIndexOf('@');
  const [local, host] = [written.slice(0, Math.max(0, at)), written.slice(at + 1)];
  const fits = written.length <= longest && isLocalPart(local) && isHost(host);
  return fits
    ? succeeded(`${local}@${host.toLowerCase()}`)
    : failed('Please answer with an email address, such as ann@example.org.');
}

// What would need quotes is left out: nobody has such an address, and everybody mistypes.
function isLocalPart(local: string): boolean {
  return local.length <= longestLocal && /^[^\s\p{C}@"(),:;<>[\\\]]+$/u.test(local) && !/^\.|\.$/.test(local);
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  return (
    labels.length > 1 &&
    labels.every(
      (label) => label.length <= 63 && /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label),
    )
  );
}
