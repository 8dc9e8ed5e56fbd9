import { useRef } from 'react';
import type { CookieFacts, CookieId } from '#shared/cookies/cookie-view.ts';
import { maskText } from '#shared/request/masked-request.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { expiryText } from './expiry-text.ts';
import styles from './cookies.module.css';

interface CookieTableProps {
  readonly cookies: readonly CookieFacts[];
  readonly onRemove: (cookie: CookieId) => void;
}

/** The cookies of a jar, a line each; the values are as far away as those of secrets. */
export function CookieTable({ cookies, onRemove }: CookieTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const removed = (cookie: CookieId) => {
    // The button goes with its line: the next key is for the table.
    frame.current?.focus();
    onRemove(cookie);
  };
  return (
    <div ref={frame} className={styles.frame} tabIndex={0} role="group" aria-label="Cookies">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Domain</th>
            <th scope="col">Path</th>
            <th scope="col">Ends</th>
            <th scope="col">Value</th>
            <th scope="col">
              <span className={styles.unseen}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cookies.map((cookie) => (
            <Row
              key={JSON.stringify([cookie.domain, cookie.path, cookie.name])}
              cookie={cookie}
              onRemove={removed}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ cookie, onRemove }: { readonly cookie: CookieFacts } & Pick<CookieTableProps, 'onRemove'>) {
  const { domain, expires, hostOnly, name, path } = cookie;
  return (
    <tr>
      <th scope="row">
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.flags} title={flagsOf(cookie)}>
          {flagsOf(cookie)}
        </span>
      </th>
      <td title={hostOnly ? `${domain} alone` : `${domain} and every host below it`}>
        {hostOnly ? domain : `.${domain}`}
      </td>
      <td title={path}>{path}</td>
      <td className={styles.words} title={expires ?? undefined}>
        {expiryText(expires)}
      </td>
      <td aria-label="hidden">{maskText}</td>
      <td className={styles.end}>
        <IconButton
          icon="trash"
          label={`Remove ${name}`}
          onClick={() => onRemove(cookie)}
          className={styles.remove}
        />
      </td>
    </tr>
  );
}

const sameSites = { strict: 'SameSite=Strict', lax: 'SameSite=Lax', none: 'SameSite=None' } as const;

function flagsOf({ httpOnly, sameSite, secure }: CookieFacts): string {
  const flags = [
    secure ? 'Secure' : '',
    httpOnly ? 'HttpOnly' : '',
    sameSite === null ? '' : sameSites[sameSite],
  ];
  return flags.filter((flag) => flag !== '').join(' · ');
}
