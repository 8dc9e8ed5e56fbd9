import { maskText } from '#shared/request/masked-request.ts';
import { joinedScrubber } from '#shared/secret/joined-scrubber.ts';
import { createScrubber, type Scrubber } from '#shared/secret/scrubber.ts';
import type { KnownSecret } from '#shared/secret/scrub/secret-pattern.ts';
import { RecentCookies } from './recent-cookies.ts';

/** What is written in place of a secret in bytes that are not UTF-8 text. */
const latin1Mask = '********';

/** Lines that set cookies are remembered as long as the values in them, more or less. */
const mostCookieLines = 500;

/**
 * The secret values that calls have used since the application started, and scrubbers that find them.
 *
 * Values are only ever added: what was sent with a secret may come back after the secret was replaced.
 */
export class KnownSecrets {
  readonly #secrets = new Map<string, KnownSecret>();
  readonly #values = new Set<string>();
  readonly #cookies = new RecentCookies();
  readonly #cookieLines = new Map<string, string>();
  /** Of the secrets alone, by mask. */
  readonly #ofSecrets = new Map<string, Scrubber>();
  #scrubber: Scrubber | null = null;
  #binaryScrubber: Scrubber | null = null;
  #version = 0;
  #lastingVersion = 0;

  add(secrets: Iterable<KnownSecret>): void {
    const before = this.#secrets.size;
    for (const secret of secrets) {
      if (secret.value === '') continue;
      this.#secrets.set(JSON.stringify([secret.value, secret.user]), secret);
      this.#values.add(secret.value);
    }
    if (this.#secrets.size === before) return;
    this.#lastingVersion += 1;
    this.#ofSecrets.clear();
    this.#renew();
  }

  /** Values of cookies that a jar keeps. Of these only the last ones are remembered. */
  addCookies(values: Iterable<string>): void {
    if (this.#cookies.add(values)) this.#renew();
  }

  /** A text that a server sent and how it may be shown: of a short cookie only the place tells that it is secret. */
  addCookieLine(line: string, shown: string): void {
    this.#cookieLines.delete(line);
    this.#cookieLines.set(line, shown);
    const [oldest] = this.#cookieLines.keys();
    if (this.#cookieLines.size > mostCookieLines && oldest !== undefined) this.#cookieLines.delete(oldest);
  }

  /** Whether any secret has been used; a search for none would only cost time. */
  get isEmpty(): boolean {
    return this.#secrets.size === 0 && this.#cookies.isEmpty;
  }

  /** Grows with whatever becomes known: what was scrubbed at an earlier version may hold what is secret by now. */
  get version(): number {
    return this.#version;
  }

  /** As `version`, for secrets alone: cookies come with every answer and mean little beyond their own run. */
  get lastingVersion(): number {
    return this.#lastingVersion;
  }

  get scrubber(): Scrubber {
    this.#scrubber ??= this.#withLines(this.#joined(maskText));
    return this.#scrubber;
  }

  /** Bytes without secrets; the same bytes where there were none. */
  scrubBytes(bytes: Uint8Array): Uint8Array {
    this.#binaryScrubber ??= this.#joined(latin1Mask);
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

  #joined(mask: string): Scrubber {
    const ofSecrets = this.#ofSecrets.get(mask) ?? createScrubber([...this.#secrets.values()], mask);
    this.#ofSecrets.set(mask, ofSecrets);
    return joinedScrubber([ofSecrets, ...this.#cookies.scrubbers(mask)], mask);
  }

  #renew(): void {
    this.#version += 1;
    this.#scrubber = null;
    this.#binaryScrubber = null;
  }

  #withLines(scrubber: Scrubber): Scrubber {
    return { ...scrubber, scrub: (text) => scrubber.scrub(this.#cookieLines.get(text) ?? text) };
  }

  #isSecretPart(part: string): boolean {
    try {
      return this.#isSecret(part) || this.#isSecret(decodeURIComponent(part));
    } catch {
      return false;
    }
  }

  #isSecret(text: string): boolean {
    return this.#values.has(text) || this.#cookies.has(text);
  }
}
