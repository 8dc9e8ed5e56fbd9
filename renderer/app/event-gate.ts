/** Holds events back until there is a window that can act on them. */
export interface EventGate {
  /** A listener that passes on what comes to this one, at once or when the gate opens. */
  readonly through: <Payload>(listener: (payload: Payload) => void) => (payload: Payload) => void;
  /** Passes on what was held back, in the order in which it came, and from now on everything at once. */
  readonly open: () => void;
}

/** A gate that is closed. */
export function eventGate(): EventGate {
  let held: (() => void)[] | null = [];
  return {
    through: (listener) => (payload) => {
      if (held === null) listener(payload);
      else held.push(() => listener(payload));
    },
    open: () => {
      const waiting = held ?? [];
      held = null;
      for (const pass of waiting) pass();
    },
  };
}
