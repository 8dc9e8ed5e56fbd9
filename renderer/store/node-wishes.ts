import { useEffect, useEffectEvent } from 'react';
import type { NodeKind } from '#shared/nodes/node.ts';

/** A node that is to be made: its kind, and what it shall say or use instead of what is usual. */
export interface NodeWish {
  readonly kind: NodeKind;
  /** The id of the endpoint that an API Call uses, and is named after. */
  readonly endpoint?: string | undefined;
  /** What a Message says. */
  readonly text?: string | undefined;
}

type Taker = (wish: NodeWish) => void;

/** Canvases, newest last: what is wished elsewhere in the window is made on the one in view. */
let takers: readonly Taker[] = [];

/** Asks the canvas in view for a node, put where a new one usually comes. */
export function nodeWished(wish: NodeWish): void {
  takers.at(-1)?.(wish);
}

/** Whether there is a canvas to put a node onto. */
export function canWishForNode(): boolean {
  return takers.length > 0;
}

/** Makes what is wished while the component is mounted. */
export function useNodeWishes(onWish: Taker): void {
  const wished = useEffectEvent(onWish);
  useEffect(() => {
    const taker: Taker = (wish) => wished(wish);
    takers = [...takers, taker];
    return () => {
      takers = takers.filter((each) => each !== taker);
    };
  }, []);
}
