import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { StreamEventView } from '#shared/run-events/call-events.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { classNames } from '../../ui/class-names.ts';
import { Chip } from '../../ui/status/chip.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import styles from './stream-events.module.css';

/** Height of a closed row, as stream-events.module.css draws it. */
const rowPx = 24;
/** How near to the end a list must be to go along with what comes. */
const nearEndPx = 40;

interface StreamEventsProps {
  readonly events: readonly StreamEventView[];
  /** Whether more may come. */
  readonly live: boolean;
}

/** The events of a stream as they came: the list follows its end until one scrolls away from it. */
export function StreamEvents({ events, live }: StreamEventsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is used in this component only
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  const height = virtual.getTotalSize();
  useLayoutEffect(() => {
    const { current } = scroller;
    if (live && follows.current && current !== null) current.scrollTop = current.scrollHeight;
  }, [height, live]);

  if (events.length === 0) {
    return (
      <EmptyState icon={live ? 'waiting' : 'list'} title={live ? 'Waiting for the first event' : 'No events'}>
        {live ? 'The stream is open.' : 'The stream ended without one.'}
      </EmptyState>
    );
  }
  const toggled = (number: number) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(number)) after.add(number);
      return after;
    });
  return (
    <div
      ref={scroller}
      className={styles.events}
      tabIndex={0}
      role="group"
      aria-label="Events of the stream"
      onScroll={({ currentTarget: { clientHeight, scrollHeight, scrollTop } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearEndPx;
      }}
    >
      <ol className={styles.canvas} style={{ height }}>
        {virtual.getVirtualItems().map((item) => {
          const event = events[item.index];
          if (event === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={styles.place}
              style={{ transform: `translateY(${String(item.start)}px)` }}
            >
              <EventRow event={event} open={open.has(event.number)} onToggle={() => toggled(event.number)} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface EventRowProps {
  readonly event: StreamEventView;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function EventRow({ event: { atMs, complete, data, event, id, number }, open, onToggle }: EventRowProps) {
  return (
    <button
      type="button"
      className={classNames(styles.row, open && styles.open)}
      aria-expanded={open}
      onClick={onToggle}
    >
      <span className={styles.number}>{number}</span>
      <span className={styles.at}>{formatDuration(atMs)}</span>
      <span className={styles.name} title={event}>
        {event}
      </span>
      <span className={styles.data}>{data}</span>
      {!complete && <Chip tone="failure">cut off</Chip>}
      {id !== null && (
        <span className={styles.id} title={`id ${id}`}>
          id {id}
        </span>
      )}
    </button>
  );
}
