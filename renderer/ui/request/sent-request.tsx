import { Fragment, type ReactNode } from 'react';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { MaskedBody, MaskedRequest, MaskedSegment } from '#shared/request/masked-request.ts';
import { httpMethods, type HttpMethod } from '#shared/nodes/api-call-node.ts';
import { defaultMinVersion, tlsVersionLabel } from '#shared/endpoint/tls.ts';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { MethodLabel } from '../status/method-label.tsx';
import { originLabel, originTip } from './origin-label.ts';
import styles from './sent-request.module.css';

interface SentRequestProps {
  readonly request: MaskedRequest;
  readonly label: string;
}

/**
 * A request with every secret masked; what expressions gave is in their colour. Each line says at its end where it came
 * from, in words that are no part of the text, so that what is selected and copied is the request alone.
 */
export function SentRequest({ request, label }: SentRequestProps) {
  return (
    <pre className={styles.sent} aria-label={label} tabIndex={0}>
      <TlsLines tls={request.tls} />
      <Address request={request} />
      {request.headers.map((header, at) => (
        <Line key={at} from={header.from} segments={header.value}>
          <span className={styles.headerName}>{header.name}:</span> <Segments segments={header.value} />
          {(at < request.headers.length - 1 || request.body.type !== 'none') && '\n'}
        </Line>
      ))}
      <Body body={request.body} />
    </pre>
  );
}

/** What is asked of TLS is no text of the request: it stands above it, and is not copied with it. */
function TlsLines({ tls }: { readonly tls: MaskedRequest['tls'] }) {
  if (tls === undefined) return null;
  const { authorities, clientCertificate, minVersion, verify } = tls;
  const facts = [
    ...(minVersion === defaultMinVersion ? [] : [`${tlsVersionLabel(minVersion)} or newer`]),
    ...(authorities === null ? [] : ['authorities of the endpoint']),
    ...(clientCertificate === null ? [] : ['client certificate']),
  ];
  return (
    <>
      {!verify && (
        <span className={styles.unverified}>
          <Icon name="shield-alert" size={12} />
          The certificate of the server is not verified
        </span>
      )}
      {facts.length > 0 && <span className={styles.tls}>With {facts.join(', ')}</span>}
    </>
  );
}

/** Method and address; every part of the address begins a line of its own. */
function Address({ request: { method, url, urlParts } }: Pick<SentRequestProps, 'request'>) {
  const [first, ...others] = urlParts ?? [];
  return (
    <>
      <Line from={first?.from ?? null} segments={first?.segments ?? url}>
        <Method method={method} /> <Segments segments={first?.segments ?? url} />
        {others.length === 0 && '\n'}
      </Line>
      {others.map(({ from, segments }, at) => (
        <Line key={at} from={from} segments={segments} goesOn>
          <Segments segments={segments} />
          {at === others.length - 1 && '\n'}
        </Line>
      ))}
    </>
  );
}

interface LineProps {
  readonly from: Parameters<typeof originLabel>[0];
  readonly segments: readonly MaskedSegment[];
  /** Whether it continues the line above. */
  readonly goesOn?: boolean;
  readonly children: ReactNode;
}

function Line({ from, segments, goesOn = false, children }: LineProps) {
  return (
    <span
      className={classNames(styles.line, goesOn && styles.goesOn)}
      data-origin={originLabel(from, segments)}
    >
      {children}
    </span>
  );
}

function Method({ method }: { readonly method: string }) {
  const known = httpMethods.find((each): each is HttpMethod => each === method);
  return known === undefined ? method : <MethodLabel method={known} />;
}

function Segments({ segments }: { readonly segments: readonly MaskedSegment[] }) {
  return segments.map((segment, at) =>
    segment.from === 'expression' ? (
      <span key={at} className={styles.fromExpression} title={originTip(segment)}>
        {segment.text}
      </span>
    ) : (
      <Fragment key={at}>{segment.text}</Fragment>
    ),
  );
}

function Body({ body }: { readonly body: MaskedBody }) {
  if (body.type === 'none') return null;
  const segments = body.type === 'text' ? body.segments : [];
  return (
    <>
      <span className={styles.line}>{'\n'}</span>
      <Line from="node" segments={segments}>
        {body.type === 'binary' ? body.description : <Segments segments={segments} />}
        {body.type === 'binary' && body.sizeBytes !== null && `, ${formatSize(body.sizeBytes)}`}
        {body.type === 'text' && body.truncated && `\n… ${formatSize(body.sizeBytes)} in all`}
      </Line>
    </>
  );
}
