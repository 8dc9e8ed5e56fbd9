import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { BodyRowLine } from './body-row-line.tsx';
import { useBody, type BodyView as View } from './use-body.ts';
import styles from './response-viewer.module.css';

/** Height of a row, as response-viewer.module.css draws it. */
const rowPx = 22;

interface BodyViewProps {
  readonly runId: string;
  readonly body: BodyHandle;
  readonly view: View;
  /** The variable that the response is stored in, for expressions. */
  readonly variable: string;
}

/** A body in rows of which only those in view exist. */
export function BodyView({ runId, body, view, variable }: BodyViewProps) {
  const loaded = useBody(runId, body, view);
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is used in this component only
  const virtual = useVirtualizer({
    count: loaded.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  const { rowsWanted, version, places, searched } = loaded;
  useEffect(() => {
    if (to > from) rowsWanted(from, to);
  }, [from, to, version, rowsWanted]);
  useEffect(() => searched(text.trim()), [text, version, searched]);
  const place = places[at];
  const placeShown = useEffectEvent((index: number) => virtual.scrollToIndex(index, { align: 'center' }));
  useEffect(() => {
    if (place !== undefined) placeShown(place);
  }, [place]);

  if (loaded.phase === 'gone') {
    return (
      <EmptyState icon="file" title="This body is not kept any more">
        {loaded.message}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.find}>
        <SearchBox
          label="Find in body"
          placeholder="Find in body"
          value={text}
          onChange={(next) => {
            setText(next);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && places.length > 0) {
              setAt((at + (event.shiftKey ? places.length - 1 : 1)) % places.length);
            }
          }}
        />
        {text !== '' && (
          <span className={styles.found} role="status">
            {places.length === 0 ? 'not found' : `${String(at + 1)} of ${String(places.length)}`}
          </span>
        )}
      </div>
      <div ref={scroller} className={styles.rows} tabIndex={0} role="group" aria-label="Body">
        <div className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => (
            <div
              key={item.key}
              className={styles.row}
              style={{ transform: `translateY(${String(item.start)}px)` }}
            >
              <BodyRowLine
                row={loaded.rows.get(item.index)}
                found={item.index === place}
                variable={variable}
                onFold={loaded.foldToggled}
              />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
