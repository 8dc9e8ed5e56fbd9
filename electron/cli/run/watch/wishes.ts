/** What a program that waits is asked for: runs because of a change or of a key, or its end. */
export type Wish =
  | { readonly type: 'changed'; readonly files: readonly string[] }
  | { readonly type: 'all' | 'failed' | 'again' | 'end' };

/** Wishes in the order in which they come; whoever waits gets the next one. */
export interface Wishes {
  readonly add: (wish: Wish) => void;
  readonly next: () => Promise<Wish>;
}

/** Makes a queue of wishes. An end comes before whatever was wished besides. */
export function wishes(): Wishes {
  const waiting: Wish[] = [];
  let taker: ((wish: Wish) => void) | null = null;
  return {
    add(wish) {
      if (taker !== null) {
        const take = taker;
        taker = null;
        take(wish);
      } else if (wish.type === 'end') waiting.unshift(wish);
      else waiting.push(wish);
    },
    next() {
      const wish = waiting.shift();
      if (wish !== undefined) return Promise.resolve(wish);
      return new Promise((resolve) => {
        taker = resolve;
      });
    },
  };
}
