/** Lets a test wait for something to become true without sleeping: whoever changes it says so. */
export class Waiting {
  readonly #waiters: { readonly isMet: () => boolean; readonly resolve: () => void }[] = [];

  /** Resolves as soon as a change makes the condition true, at once where it is. */
  until(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push({ isMet, resolve });
    });
  }

  /** Something changed. */
  check(): void {
    const met = this.#waiters.filter(({ isMet }) => isMet());
    for (const waiter of met) {
      this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
      waiter.resolve();
    }
  }
}
