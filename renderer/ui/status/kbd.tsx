import { keyParts } from '../keyboard/key-parts.ts';
import styles from './kbd.module.css';

export interface KbdProps {
  /** An accelerator as the command list writes it, such as `Mod+Shift+Enter`. */
  readonly keys: string;
}

/** Shows a shortcut as key caps; nothing where there is none. */
export function Kbd({ keys }: KbdProps) {
  if (keys === '') return null;
  return (
    <span className={styles.keys}>
      {keyParts(keys, isMac()).map((part) => (
        <kbd key={part} className={styles.key}>
          {part}
        </kbd>
      ))}
    </span>
  );
}

function isMac(): boolean {
  return globalThis.navigator.userAgent.includes('Macintosh');
}
