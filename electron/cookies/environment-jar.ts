import type { CookieId, CookieJarView, CookieKeeping } from '#shared/cookies/cookie-view.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { CookiePot } from '../runs/run-cookies.ts';
import { oneAtATime } from '../workspace/files/one-at-a-time.ts';
import { CookieJar } from './cookie-jar.ts';
import type { StoredCookie } from './stored-cookie.ts';
import { type UnreadReason, unreadSentences } from './unread-sentences.ts';
import type { VaultedJar } from './vaulted-jar.ts';

/** Whom a jar tells, never of a value except `onValue`. */
export interface EnvironmentJarPorts {
  readonly kept: VaultedJar;
  /** Hears whenever the view of the jar may have changed. */
  readonly onChange: () => void;
  /** Hears of each value, so that the log can keep it out. */
  readonly onValue: (value: string) => void;
  /** Takes a sentence for the log. */
  readonly note: (sentence: string) => void;
}

/**
 * The cookies of one environment. They are used from memory, and every change of what outlives the application goes into
 * the vault at once, one write at a time.
 *
 * As long as what was kept before cannot be read, nothing is written over it: cookies are added and removed in memory, and
 * joined with the kept ones as soon as those can be read.
 */
export class EnvironmentJar implements CookiePot {
  readonly #ports: EnvironmentJarPorts;
  readonly #jar = new CookieJar();
  readonly #queue = oneAtATime();
  /** Why what was kept has not been read; `null` once it has. */
  #unread: UnreadReason | 'not-tried' | null = 'not-tried';
  /** Cookies that servers or the person removed while what was kept could not be read. */
  readonly #removedUnread = new Set<string>();
  /** What the person removed since the application started, and may have back. */
  readonly #removed = new Map<string, StoredCookie>();
  #failure: VaultFailure | null = null;
  #isDirty = false;
  #saving: Promise<void> | null = null;

  constructor(ports: EnvironmentJarPorts) {
    this.#ports = ports;
  }

  /** Why what was kept cannot be read. */
  get unread(): UnreadReason | null {
    return this.#unread === 'not-tried' ? null : this.#unread;
  }

  /** A sentence where calls go without what was kept. */
  get trouble(): string | null {
    return this.unread === null ? null : unreadSentences[this.unread];
  }

  /** Reads what was kept, where that was not possible so far. */
  async open(): Promise<void> {
    if (this.#unread !== null) await this.#queue.run(() => this.#read());
  }

  cookiesFor(url: URL): readonly SentCookie[] {
    return this.#jar.cookiesFor(url);
  }

  keep(url: URL, lines: readonly string[]): readonly SentCookie[] {
    const { hasChanged, kept, removed } = this.#jar.keep(url, lines);
    for (const { value } of kept) this.#ports.onValue(value);
    if (this.#unread !== null) for (const id of removed) this.#removedUnread.add(id);
    if (hasChanged) this.#changed();
    return kept;
  }

  /** Everything that is in it, values included: for the main process alone. */
  all(): readonly StoredCookie[] {
    return this.#jar.all();
  }

  async view(): Promise<CookieJarView> {
    await this.open();
    return { cookies: this.#jar.facts(), keeping: await this.#keeping() };
  }

  /** Removes a cookie, for good once the outcome is there. */
  async remove(id: CookieId): Promise<Outcome<null, VaultFailure>> {
    await this.open();
    if (this.#unread !== null) this.#removedUnread.add(keyOf(id));
    const removed = this.#jar.remove(id);
    if (removed !== null) {
      this.#remember([removed]);
      this.#changed();
    }
    return this.#saved();
  }

  /** Puts back what the person removed, where servers have not set it anew. */
  async restore(ids: readonly CookieId[]): Promise<Outcome<null, VaultFailure>> {
    await this.open();
    const cookies = ids.flatMap((id) => this.#removed.get(keyOf(id)) ?? []);
    for (const cookie of cookies) this.#removed.delete(keyOf(cookie));
    this.#jar.adopt(cookies, new Set());
    for (const cookie of cookies) this.#removedUnread.delete(keyOf(cookie));
    if (cookies.length > 0) this.#changed();
    return this.#saved();
  }

  /** Forgets everything, also what cannot be opened. */
  async clear(): Promise<Outcome<null, VaultFailure>> {
    this.#remember(this.#jar.all());
    this.#jar.clear();
    const forgotten = await this.#queue.run(() => this.#forget());
    this.#changed();
    await this.#saving;
    return forgotten;
  }

  /** What was kept has come back, as with a document out of the trash: it is joined with what is in memory. */
  reload(): Promise<void> {
    this.#unread = 'not-tried';
    return this.open();
  }

  /** Tries again what did not work: reading, and writing. Resolves when everything is written that can be. */
  async settle(): Promise<void> {
    if (this.#unread !== null && this.#unread !== 'not-tried') await this.open();
    if (this.#failure !== null) this.#save();
    await this.#saving;
  }

  #remember(cookies: readonly StoredCookie[]): void {
    for (const cookie of cookies) this.#removed.set(keyOf(cookie), cookie);
  }

  async #saved(): Promise<Outcome<null, VaultFailure>> {
    await this.#saving;
    return this.#failure === null ? succeeded(null) : { ok: false, failure: this.#failure };
  }

  async #forget(): Promise<Outcome<null, VaultFailure>> {
    const forgotten = await this.#ports.kept.forget();
    if (!forgotten.ok) return forgotten;
    this.#unread = null;
    this.#removedUnread.clear();
    this.#failure = null;
    return forgotten;
  }

  async #read(): Promise<void> {
    if (this.#unread === null) return;
    const before = this.trouble;
    const reading = await this.#ports.kept.read();
    if (!reading.ok) {
      this.#unread = reading.failure;
      if (this.trouble !== before) this.#tellTrouble();
      return;
    }
    for (const { value } of reading.value) this.#ports.onValue(value);
    this.#jar.adopt(reading.value, this.#removedUnread);
    this.#removedUnread.clear();
    this.#unread = null;
    this.#changed();
  }

  #tellTrouble(): void {
    this.#ports.note(this.trouble ?? '');
    this.#ports.onChange();
  }

  #changed(): void {
    this.#ports.onChange();
    this.#save();
  }

  #save(): void {
    this.#isDirty = true;
    if (this.#unread === null) this.#saving ??= this.#queue.run(() => this.#write());
  }

  async #write(): Promise<void> {
    const before = this.#failure?.message;
    while (this.#isDirty && this.#unread === null) {
      this.#isDirty = false;
      const written = await this.#ports.kept.write(this.#jar.persistent());
      this.#failure = written.ok ? null : written.failure;
    }
    this.#saving = null;
    if (this.#failure?.message === before) return;
    if (this.#failure !== null) this.#ports.note(notKept(this.#failure));
    this.#ports.onChange();
  }

  async #keeping(): Promise<CookieKeeping> {
    const { trouble } = this;
    if (trouble !== null) return { state: 'unread', message: trouble };
    if (this.#failure !== null) return { state: 'not-kept', message: notKept(this.#failure) };
    if (await this.#ports.kept.isForSession())
      return { state: 'session', message: 'All cookies are gone when Flowbench ends.' };
    return { state: 'kept', message: '' };
  }
}

/** As `cookieId` tells a cookie of the jar from the others. */
function keyOf({ domain, name, path }: CookieId): string {
  return JSON.stringify([domain, path, name]);
}

function notKept({ message }: VaultFailure): string {
  return `The cookies could not be kept for the next start: ${message}`;
}
