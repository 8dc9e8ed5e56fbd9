import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { Kbd } from '../status/kbd.tsx';
import styles from './search-button.module.css';

export interface SearchButtonProps extends ComponentPropsWithRef<'button'> {
  readonly keys: string;
}

/** Looks like a field and opens the command palette. It is called by all that it shows, the keys too (WCAG 2.5.3). */
export function SearchButton({ keys, className, ...rest }: SearchButtonProps) {
  return (
    <button type="button" {...rest} className={classNames(styles.search, className)}>
      <Icon name="search" size={14} />
      <span className={styles.word}>Search</span>
      <Kbd keys={keys} />
    </button>
  );
}
