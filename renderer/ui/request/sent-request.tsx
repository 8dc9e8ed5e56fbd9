import { formatSize } from '#shared/run-events/format-size.ts';
import type { MaskedBody, MaskedRequest, MaskedSegment } from '#shared/request/masked-request.ts';
import { httpMethods, type HttpMethod } from '#shared/nodes/api-call-node.ts';
import { MethodLabel } from '../status/method-label.tsx';
import styles from './sent-request.module.css';

interface SentRequestProps {
  readonly request: MaskedRequest;
  readonly label: string;
}

/** A request with every secret masked; what expressions gave is in their colour. */
export function SentRequest({ request, label }: SentRequestProps) {
  return (
    <pre className={styles.sent} aria-label={label} tabIndex={0}>
      <Method method={request.method} /> <Segments segments={request.url} />
      {request.headers.map((header, at) => (
        <span key={at}>
          {'\n'}
          <span className={styles.headerName}>{header.name}:</span> <Segments segments={header.value} />
        </span>
      ))}
      <Body body={request.body} />
    </pre>
  );
}

function Method({ method }: { readonly method: string }) {
  const known = httpMethods.find((each): each is HttpMethod => each === method);
  return known === undefined ? method : <MethodLabel method={known} />;
}

function Segments({ segments }: { readonly segments: readonly MaskedSegment[] }) {
  return segments.map((segment, at) => (
    <span key={at} className={segment.from === 'expression' ? styles.fromExpression : undefined}>
      {segment.text}
    </span>
  ));
}

function Body({ body }: { readonly body: MaskedBody }) {
  if (body.type === 'none') return null;
  if (body.type === 'binary') {
    return `\n\n${body.description}${body.sizeBytes === null ? '' : `, ${formatSize(body.sizeBytes)}`}`;
  }
  return (
    <>
      {'\n\n'}
      <Segments segments={body.segments} />
      {body.truncated && `\n… ${formatSize(body.sizeBytes)} in all`}
    </>
  );
}
