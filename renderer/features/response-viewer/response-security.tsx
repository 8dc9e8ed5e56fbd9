import { tlsVersionLabel } from '#shared/endpoint/tls.ts';
import type { AttemptView } from '#shared/run-events/run-view.ts';
import type { Secured } from '#shared/run-events/secured-event.ts';
import { isWeaklyEncrypted, securedExchanges } from '#shared/run-events/secured-flags.ts';
import { Chip } from '../../ui/status/chip.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { Note } from '../../ui/status/note.tsx';
import { CertificateChain } from './certificate-chain.tsx';
import styles from './response-security.module.css';

interface ResponseSecurityProps {
  readonly attempts: readonly AttemptView[];
  /** When the run began, which decides what had expired. */
  readonly atMs: number;
}

/** How the connections of a call were encrypted, whether their servers were verified, and the certificates they showed. */
export function ResponseSecurity({ attempts, atMs }: ResponseSecurityProps) {
  const connections = distinct(
    securedExchanges(attempts).map(({ secured, url }) => ({ host: hostOf(url), secured })),
  );
  if (connections.length === 0) {
    return (
      <EmptyState icon="shield" title="No certificate">
        The server did not come to show one.
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="TLS">
      {connections.map(({ host, secured }, at) => (
        <section key={at} className={styles.connection} aria-label={`Connection to ${host}`}>
          <div className={styles.title}>
            <h3>{host}</h3>
            <Verification secured={secured} />
          </div>
          <p className={styles.facts}>
            {tlsVersionLabel(secured.tlsVersion)}, {secured.cipher}
            {isWeaklyEncrypted(secured) && <Chip tone="s5xx">outdated</Chip>}
          </p>
          {secured.trouble !== null && (
            <Note
              tone="error"
              title={
                secured.verification === 'off'
                  ? 'This certificate would have been refused'
                  : 'This certificate was refused'
              }
            >
              {secured.trouble}
            </Note>
          )}
          <CertificateChain certificates={secured.certificates} atMs={atMs} />
        </section>
      ))}
    </div>
  );
}

function Verification({ secured: { verification } }: { readonly secured: Secured }) {
  if (verification === 'off')
    return (
      <Chip tone="s5xx" icon="shield-alert">
        not verified
      </Chip>
    );
  return verification === 'failed' ? (
    <Chip tone="s5xx" icon="circle-x">
      refused
    </Chip>
  ) : (
    <Chip tone="s2xx" icon="check">
      verified
    </Chip>
  );
}

interface Connection {
  readonly host: string;
  readonly secured: Secured;
}

/** Attempts and kept connections show the same again and again. */
function distinct(connections: readonly Connection[]): readonly Connection[] {
  return [...new Map(connections.map((each) => [JSON.stringify(each), each])).values()];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
