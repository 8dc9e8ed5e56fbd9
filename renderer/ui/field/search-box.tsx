import type { KeyboardEvent, Ref } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import box from './control-box.module.css';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is searched: "Filter flows", "Find in body". */
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** For keys that move in what was found; Escape is the box's own while there is text. */
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

/** Narrows what stands below it; Escape empties it. */
export function SearchBox({
  value,
  onChange,
  label,
  placeholder = 'Filter',
  onKeyDown,
  ref,
  className,
}: SearchBoxProps) {
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation();
      onChange('');
      return;
    }
    onKeyDown?.(event);
  };
  return (
    <div className={classNames(box.box, styles.search, className)}>
      <Icon name="search" size={14} className={box.adornment} />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        className={box.input}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={keyPressed}
      />
      {value !== '' && (
        <IconButton icon="x" label="Clear" size={20} keys="Escape" onClick={() => onChange('')} />
      )}
    </div>
  );
}
