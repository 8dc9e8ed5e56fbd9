import { maskText } from '#shared/request/masked-request.ts';
import { createScrubber, type Scrubber } from '#shared/secret/scrubber.ts';
import type { KnownSecret } from '#shared/secret/scrub/secret-pattern.ts';

/** What is written in place of a secret in bytes that are not UTF-8 text. */
const latin1Mask = '********';

/**
 * The secret values that calls have used since the application started, and scrubbers that find them.
 *
 * Values are only ever added: what was sent with a secret may come back after the secret was replaced.
 */
export class KnownSecrets {
  readonly #secrets = new Map<string, KnownSecret>();
  readonly #values = new Set<string>();
  #scrubber: Scrubber | null = null;
  #binaryScrubber: Scrubber | null = null;

  add(secrets: Iterable<KnownSecret>): void {
    const before = this.#secrets.size;
    for (const secret of secrets) {
      if (secret.value === '') continue;
      this.#secrets.set(JSON.stringify([secret.value, secret.user]), secret);
      this.#values.add(secret.value);
    }
    if (this.#secrets.size === before) return;
    this.#scrubber = null;
    this.#binaryScrubber = null;
  }

  /** Whether any secret has been used; a search for none would only cost time. */
  get isEmpty(): boolean {
    return this.#secrets.size === 0;
  }

  get scrubber(): Scrubber {
    this.#scrubber ??= createScrubber(this.#known);
    return this.#scrubber;
  }

  /** Bytes without secrets; the same bytes where there were none. */
  scrubBytes(bytes: Uint8Array): Uint8Array {
    this.#binaryScrubber ??= createScrubber(this.#known, latin1Mask);
    const text = Buffer.from(bytes).toString('latin1');
    const scrubbed = this.#binaryScrubber.scrub(text);
    return scrubbed === text ? bytes : Buffer.from(scrubbed, 'latin1');
  }

  /**
   * An address without secrets, also without short ones: a whole part of the path or of the query that is a secret is
   * hidden, since an address that a server sends on to repeats what was in the first one.
   */
  scrubAddress(address: string): string {
    const parts = address.split(/([/?&=#;])/).map((part) => (this.#isSecretPart(part) ? maskText : part));
    return this.scrubber.scrub(parts.join(''));
  }

  get #known(): readonly KnownSecret[] {
    return [...this.#secrets.values()];
  }

  #isSecretPart(part: string): boolean {
    try {
      return this.#values.has(part) || this.#values.has(decodeURIComponent(part));
    } catch {
      return false;
    }
  }
}
