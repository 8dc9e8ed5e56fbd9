import { useEffect, useRef } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Kbd } from '../../ui/status/kbd.tsx';
import type { TextMatch } from './match-text.ts';
import { prefixes, type FoundItem } from './palette-items.ts';
import styles from './palette.module.css';

interface PaletteRowProps {
  readonly id: string;
  readonly found: FoundItem;
  /** The first row of a group bears the group's title. */
  readonly showGroup: boolean;
  readonly picked: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

/** One result of the palette: icon, name with what matched, context, keys. */
export function PaletteRow({ id, found, showGroup, picked, onChoose, onPoint }: PaletteRowProps) {
  const { item, title, context } = found;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <>
      {showGroup && (
        <div className={styles.group} role="presentation">
          {item.group}
        </div>
      )}
      <div
        ref={row}
        id={id}
        role="option"
        aria-selected={picked}
        className={classNames(styles.row, picked && styles.picked)}
        onMouseMove={onPoint}
        onClick={onChoose}
      >
        <Icon name={item.icon} />
        <span className={styles.title}>
          <Matched text={item.title} match={title} />
        </span>
        <span className={styles.context}>
          <Matched text={item.context} match={context} />
        </span>
        {item.keys !== '' && <Kbd keys={item.keys} />}
        {item.keys === '' && picked && <Kbd keys="Enter" />}
      </div>
    </>
  );
}

function Matched({ text, match }: { readonly text: string; readonly match: TextMatch | null }) {
  if (match === null || match.ranges.length === 0) return text;
  const last = match.ranges.at(-1)?.[1] ?? 0;
  return (
    <>
      {match.ranges.map(([start, end], index) => (
        <span key={start}>
          {text.slice(match.ranges[index - 1]?.[1] ?? 0, start)}
          <mark className={styles.match}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(last)}
    </>
  );
}

/** The keys of the palette itself. */
export function PaletteFoot() {
  return (
    <div className={styles.foot}>
      <span>
        <Kbd keys="ArrowUp" />
        <Kbd keys="ArrowDown" />
        Move
      </span>
      <span>
        <Kbd keys="Enter" />
        Open
      </span>
      <span className={styles.grow} />
      {Object.entries(prefixes).map(([prefix, meaning]) => (
        <span key={prefix}>
          <Kbd keys={prefix} />
          {meaning}
        </span>
      ))}
    </div>
  );
}
