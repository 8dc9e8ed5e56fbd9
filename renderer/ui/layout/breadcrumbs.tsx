import { Fragment } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './breadcrumbs.module.css';

export interface Crumb {
  readonly key: string;
  readonly label: string;
  /** What there is to say of it, in a few quiet words. */
  readonly detail?: string | null;
  readonly onPick: () => void;
}

interface BreadcrumbsProps {
  /** What the way leads through. */
  readonly label: string;
  readonly crumbs: readonly Crumb[];
  /** The key of the one that is on screen; of several with it the innermost. */
  readonly shown: string | null;
  readonly className?: string | undefined;
}

/** A way through things that lie in each other, the outermost first; each is a way to it. */
export function Breadcrumbs({ className, crumbs, label, shown }: BreadcrumbsProps) {
  // The same thing may lie in itself: on screen is its innermost place.
  const current = crumbs.findLastIndex(({ key }) => key === shown);
  return (
    <nav aria-label={label} className={classNames(styles.crumbs, className)}>
      {crumbs.map((crumb, at) => (
        <Fragment key={`${String(at)} ${crumb.key}`}>
          {at > 0 && <Icon name="chevron-right" size={12} className={styles.into} />}
          <button
            type="button"
            dir="auto"
            className={styles.crumb}
            title={crumb.label}
            aria-current={at === current ? 'page' : undefined}
            onClick={crumb.onPick}
          >
            {crumb.label}
            {(crumb.detail ?? null) !== null && <span className={styles.detail}>{crumb.detail}</span>}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
