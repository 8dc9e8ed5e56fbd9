import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { KeyDerivation } from '#shared/secret/key-derivation.ts';
import { isPassphraseShort, shortestPassphrase } from '#shared/secret/passphrase.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { type OneAtATime, oneAtATime } from '../workspace/files/one-at-a-time.ts';
import type { Cipher } from './cipher.ts';
import { derivedKey } from './derived-key.ts';
import { type KeyRing, newRingKey, wipe } from './key-ring.ts';
import { passphraseCipher } from './passphrase-cipher.ts';
import {
  type ClosedRing,
  closedRing,
  openedRing,
  readClosedRing,
  removeClosedRing,
  writeClosedRing,
} from './passphrase-file.ts';
import { wrongDelayMs } from './passphrase-tries.ts';

/** Whether secrets are under a passphrase, and whether it was given since the start. */
export type PassphraseState = 'none' | 'locked' | 'unlocked';

type Done = Promise<Outcome<null, VaultFailure>>;

/** What the lock needs from those around it. */
export interface PassphraseLockPorts {
  /** Where the keys lie, closed by the passphrase: one file for everything that this person keeps on this computer. */
  readonly file: string;
  readonly wait: (delayMs: number) => Promise<void>;
  /** How the next key is made: `newKeyDerivation`, but for tests of what is not about its cost. */
  readonly newDerivation: () => KeyDerivation;
}

/**
 * The keys of a vault under a passphrase. They are in memory between unlocking and locking and nowhere else; a wrong
 * passphrase changes nothing, is told by the ring alone without any secret, and is answered ever more slowly.
 */
export class PassphraseLock {
  readonly cipher: Cipher = passphraseCipher(() => this.#ring);
  readonly #ports: PassphraseLockPorts;
  readonly #queue: OneAtATime = oneAtATime();
  #ring: KeyRing | null = null;
  #wrongTries = 0;

  constructor(ports: PassphraseLockPorts) {
    this.#ports = ports;
  }

  async state(): Promise<PassphraseState> {
    if (this.#ring !== null) return 'unlocked';
    const closed = await readClosedRing(this.#ports.file);
    return closed.ok && closed.value === null ? 'none' : 'locked';
  }

  /** Puts new keys under a passphrase. Refused where there is one: what it keeps would be lost. */
  choose(passphrase: string): Done {
    return this.#queue.run(async () => {
      const isThere = (await this.state()) !== 'none';
      if (isThere) return failed({ code: 'passphrase-there', message: thereSentence });
      return this.#closedWith([newRingKey()], passphrase);
    });
  }

  /**
   * Takes the keys out. Where a change of the passphrase was cut off, what it left over is done now.
   *
   * @param renew encrypts everything again that has an older key; says whether nothing is left of it
   */
  unlock(passphrase: string, renew: () => Promise<boolean>): Done {
    return this.#queue.run(async () => {
      const opened = await this.#opened(passphrase);
      if (!opened.ok) return opened;
      const { closed, key, ring } = opened.value;
      this.#hold(ring);
      if (ring.length > 1) await this.#settled(ring, key, closed, renew);
      wipe(key);
      return succeeded(null);
    });
  }

  /** Forgets the keys; the next secret needs the passphrase again. */
  lock(): void {
    this.#hold(null);
  }

  /**
   * Puts a new key under a new passphrase and encrypts everything with it. The old passphrase ends with one file that is
   * replaced as a whole; keys that are still needed lie in it beside the new one until nothing is encrypted with them.
   */
  change(passphrase: string, next: string, renew: () => Promise<boolean>): Done {
    return this.#queue.run(async () => {
      const opened = await this.#opened(passphrase);
      if (!opened.ok) return opened;
      wipe(opened.value.key);
      const ring: KeyRing = [newRingKey(), ...opened.value.ring];
      return this.#closedWith(ring, next, renew);
    });
  }

  /**
   * Removes the keys for good.
   *
   * @param within does what has to be done before, and calls what it is given once the keys may go
   */
  remove(within: (removed: () => Done) => Done): Done {
    return this.#queue.run(() => within(() => this.#removed()));
  }

  async #removed(): Done {
    const removed = await removeClosedRing(this.#ports.file);
    if (removed.ok) this.#hold(null);
    return removed;
  }

  async #closedWith(ring: KeyRing, passphrase: string, renew = () => Promise.resolve(true)): Done {
    if (isPassphraseShort(passphrase)) return failed(tooShort);
    const keyDerivation = this.#ports.newDerivation();
    const key = await derivedKey(passphrase, keyDerivation);
    const closed = closedRing(ring, key, keyDerivation);
    const written = await writeClosedRing(this.#ports.file, closed);
    if (written.ok) {
      this.#hold(ring);
      if (ring.length > 1) await this.#settled(ring, key, closed, renew);
    }
    wipe(key);
    return written;
  }

  /** Once nothing needs the older keys any more they go; else they stay until the next unlocking. */
  async #settled(
    [newest, ...older]: KeyRing,
    key: Buffer,
    { keyDerivation }: ClosedRing,
    renew: () => Promise<boolean>,
  ) {
    if (!(await renew()) || !this.#isHeld()) return;
    const written = await writeClosedRing(this.#ports.file, closedRing([newest], key, keyDerivation));
    // It may have been locked meanwhile, and must stay so.
    if (!written.ok || !this.#isHeld()) return;
    this.#ring = [newest];
    wipe(...older.map((each) => each.key));
  }

  #isHeld(): boolean {
    return this.#ring !== null;
  }

  async #opened(passphrase: string) {
    const read = await readClosedRing(this.#ports.file);
    if (!read.ok) return read;
    if (read.value === null) return failed<VaultFailure>({ code: 'passphrase-none', message: noneSentence });
    const closed = read.value;
    const key = await derivedKey(passphrase, closed.keyDerivation);
    const ring = openedRing(closed, key);
    if (ring !== null) {
      this.#wrongTries = 0;
      return succeeded({ closed, key, ring });
    }
    wipe(key);
    this.#wrongTries += 1;
    await this.#ports.wait(wrongDelayMs(this.#wrongTries));
    return failed<VaultFailure>({ code: 'passphrase-wrong', message: wrongSentence });
  }

  #hold(ring: KeyRing | null): void {
    if (this.#ring !== null) wipe(...this.#ring.map(({ key }) => key));
    this.#ring = ring;
  }
}

const tooShort: VaultFailure = {
  code: 'passphrase-short',
  message: `The passphrase is too short: give it at least ${String(shortestPassphrase)} characters.`,
};
const thereSentence = 'There is a passphrase already. Unlock with it, change it, or forget it first.';
const noneSentence = 'No passphrase was chosen on this computer. Nothing was changed.';
const wrongSentence = 'This is not the passphrase. Nothing was changed; try again.';
