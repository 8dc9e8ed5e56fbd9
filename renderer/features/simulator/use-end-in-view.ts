import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { RunView } from '#shared/run-events/run-view.ts';

/** How near to the end counts as there: less than a line. */
const nearPx = 24;

/**
 * Keeps the end of a conversation in view until a person scrolls up, and counts what comes from then on. One's own answer
 * always brings the end back.
 */
export function useEndInView(
  list: RefObject<HTMLElement | null>,
  { conversation, outcome }: RunView,
  toEnd: () => void,
) {
  const follows = useRef(true);
  const top = useRef(0);
  const { length } = conversation;
  const [seen, setSeen] = useState<number | null>(null);
  const scrolled = () => {
    if (list.current === null) return;
    const { scrollTop, clientHeight, scrollHeight } = list.current;
    if (scrollHeight - scrollTop - clientHeight < nearPx) {
      follows.current = true;
      setSeen(null);
    } else if (scrollTop < top.current - 1) {
      // Rows that turn out larger than thought move the end away; only scrolling moves the top up.
      if (follows.current) setSeen(length);
      follows.current = false;
    }
    top.current = scrollTop;
  };
  const known = useRef(0);
  const cameIn = useEffectEvent(() => {
    if (conversation.slice(known.current).some(({ type }) => type === 'answered')) {
      follows.current = true;
      setSeen(null);
    }
    known.current = length;
    if (length > 0 && follows.current) toEnd();
  });
  useEffect(() => {
    cameIn();
  }, [length, outcome]);
  return { unseen: seen === null ? 0 : length - seen, scrolled };
}
