import { longTextUnits } from '../long-text.ts';
import type { editor } from './monaco.ts';

const pauseMs = 300;
const longestWaitMs = 5000;

export interface AfterPause {
  /** Asks for it; asking again puts it off, in long texts and for a while. */
  readonly ask: () => void;
  /** Does it now if it was asked for. */
  readonly now: () => void;
  readonly isAsked: () => boolean;
  readonly dispose: () => void;
}

/**
 * Does something about a text after the letters that ask for it, so that no letter waits for it. A short text can all be
 * read for every letter; a long one waits until nobody types, and who types on and on is told of between two letters.
 *
 * @param longestMs how long letters put it off at most, and how long it then waits at most until the page is idle
 */
export function afterPause(
  model: editor.ITextModel,
  act: () => void,
  short: 'at-once' | 'when-idle',
  longestMs = longestWaitMs,
): AfterPause {
  let timer = 0;
  let idle = 0;
  let askedAt: number | null = null;
  const cancel = () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
    idle = 0;
    askedAt = null;
  };
  const done = () => {
    cancel();
    act();
  };
  const whenIdle = () => {
    idle = requestIdleCallback(done, { timeout: longestMs });
  };
  const ask = () => {
    const isShort = model.getValueLength() <= longTextUnits;
    if (isShort && short === 'at-once') {
      done();
      return;
    }
    const nowMs = performance.now();
    askedAt ??= nowMs;
    // Its turn has come: no further letter puts it off.
    if (idle !== 0) return;
    clearTimeout(timer);
    if (isShort) whenIdle();
    else timer = window.setTimeout(whenIdle, Math.min(pauseMs, askedAt + longestMs - nowMs));
  };
  return {
    ask,
    now: () => {
      if (askedAt !== null) done();
    },
    isAsked: () => askedAt !== null,
    dispose: cancel,
  };
}
