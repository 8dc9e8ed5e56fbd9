import { longTextUnits } from '../long-text.ts';
import type { editor } from './monaco.ts';

const pauseMs = 300;
const longestWaitMs = 5000;

export interface AfterPause {
  /** Asks for it; asking again puts it off, in long texts. */
  readonly ask: () => void;
  /** Does it now if it was asked for. */
  readonly now: () => void;
  readonly isAsked: () => boolean;
  readonly dispose: () => void;
}

/**
 * Does something about a text after the letters that ask for it, so that no letter waits for it. A short text can all be
 * read for every letter; a long one waits until nobody types.
 */
export function afterPause(
  model: editor.ITextModel,
  act: () => void,
  short: 'at-once' | 'when-idle',
): AfterPause {
  let timer = 0;
  let idle = 0;
  let askedAt: number | null = null;
  const cancel = () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
    askedAt = null;
  };
  const done = () => {
    cancel();
    act();
  };
  const whenIdle = () => {
    idle = requestIdleCallback(done, { timeout: longestWaitMs });
  };
  const ask = () => {
    const isShort = model.getValueLength() <= longTextUnits;
    if (isShort && short === 'at-once') {
      done();
      return;
    }
    const since = askedAt ?? performance.now();
    cancel();
    askedAt = since;
    if (isShort) whenIdle();
    // Who types on and on is told of now and then, between two letters.
    else timer = window.setTimeout(whenIdle, performance.now() - since < longestWaitMs ? pauseMs : 0);
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
