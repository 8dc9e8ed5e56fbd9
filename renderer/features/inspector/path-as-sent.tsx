import type { CallPreviews } from './use-call-preview.ts';
import { urlText } from './use-call-preview.ts';
import styles from './path-as-sent.module.css';

interface PathAsSentProps {
  readonly previews: CallPreviews | null;
  /** Whether every value comes from the last run; a typed sample is none of it. */
  readonly fromLastRun: boolean;
}

/** What the path becomes with the values of now, below its field. */
export function PathAsSent({ previews, fromLastRun }: PathAsSentProps) {
  const path = sentPath(previews);
  if (path === null) return null;
  return (
    <span className={styles.pathAsSent}>
      <span className={styles.sentPath} title={path}>
        → {path}
      </span>
      <span>{fromLastRun ? 'last run' : 'with the samples'}</span>
    </span>
  );
}

/** The part of the address between the endpoint's and the query. */
function sentPath(previews: CallPreviews | null): string | null {
  if (previews === null || !previews.whole.ok || previews.baseUrl === null) return null;
  const url = urlText(previews.whole.value);
  if (!url.startsWith(previews.baseUrl)) return null;
  return url.slice(previews.baseUrl.length).replace(/\?.*$/s, '') || '/';
}
