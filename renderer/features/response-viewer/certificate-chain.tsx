import type { ShownCertificate } from '#shared/run-events/secured-event.ts';
import { certificateFlags } from '#shared/run-events/secured-flags.ts';
import { Chip } from '../../ui/status/chip.tsx';
import styles from './response-security.module.css';

interface CertificateChainProps {
  readonly certificates: readonly ShownCertificate[];
  readonly atMs: number;
}

/** The certificates of a server, its own first. */
export function CertificateChain({ certificates, atMs }: CertificateChainProps) {
  return (
    <ol className={styles.chain} aria-label="Certificate chain">
      {certificates.map((certificate) => (
        <Certificate key={certificate.fingerprint} certificate={certificate} atMs={atMs} />
      ))}
    </ol>
  );
}

function Certificate({
  certificate,
  atMs,
}: {
  readonly certificate: ShownCertificate;
  readonly atMs: number;
}) {
  const { fingerprint, issuerName, names, publicKey, subject, subjectName, validFrom, validTo } = certificate;
  const isOwnIssuer = subjectName === issuerName;
  return (
    <li className={styles.certificate}>
      <div className={styles.name}>
        <strong>{subject}</strong>
        {certificateFlags(certificate, atMs).map((flag) => (
          <Chip key={flag} tone="s5xx">
            {flag}
          </Chip>
        ))}
      </div>
      <dl className={styles.details}>
        <Detail name="Subject">{subjectName}</Detail>
        <Detail name="Issued by">{isOwnIssuer ? 'itself' : issuerName}</Detail>
        <Detail name="Valid">
          {dayOf(validFrom)} to {dayOf(validTo)}
        </Detail>
        {names.length > 0 && !isOwnName(certificate) && <Detail name="Names">{names.join(', ')}</Detail>}
        {publicKey !== null && <Detail name="Key">{publicKey}</Detail>}
        <Detail name="SHA-256" mono>
          {fingerprint}
        </Detail>
      </dl>
    </li>
  );
}

interface DetailProps {
  readonly name: string;
  readonly mono?: boolean;
  readonly children: React.ReactNode;
}

function Detail({ name, mono = false, children }: DetailProps) {
  return (
    <div className={styles.detail}>
      <dt>{name}</dt>
      <dd className={mono ? styles.mono : undefined}>{children}</dd>
    </div>
  );
}

/** A certificate without a list of names is made out to its subject, which stands there already. */
function isOwnName({ names, subject }: ShownCertificate): boolean {
  return names.length === 1 && names[0] === subject;
}

/** `2030-01-31 12:00 UTC`: a certificate ends at a minute that is the same everywhere. */
function dayOf(time: string): string {
  return /^\d{4,}-\d\d-\d\dT/.test(time) ? `${time.slice(0, 16).replace('T', ' ')} UTC` : time;
}
