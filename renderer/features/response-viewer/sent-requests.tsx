import type { AttemptView, CallView } from '#shared/run-events/run-view.ts';
import { lastSentRequest } from '#shared/run-events/sent-request.ts';
import { curlCopied } from '../../store/curl-copied.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { SentRequest } from '../../ui/request/sent-request.tsx';
import { whereSentOn } from './where-sent-on.ts';
import styles from './response-viewer.module.css';
import sentStyles from './sent-requests.module.css';

interface SentRequestsProps {
  readonly call: CallView;
  /** Given, only what this attempt sent. */
  readonly attempt: AttemptView | null;
}

/** The request as it left, with every secret masked, and where redirects led it. */
export function SentRequests({ call, attempt }: SentRequestsProps) {
  const request = lastSentRequest(call, attempt ?? call.attempts.at(-1));
  if (request === null) {
    return (
      <EmptyState icon="send" title="Nothing was sent">
        The request could not be made.
      </EmptyState>
    );
  }
  const hops = (attempt === null ? call.attempts : [attempt]).flatMap(({ number, exchanges }) =>
    exchanges.filter((exchange) => exchange.redirectedTo !== null).map((exchange) => ({ number, exchange })),
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Request as sent">
      <div className={sentStyles.padded}>
        <div className={sentStyles.copyCurl}>
          <Button look="quiet" size="s" icon="copy" onClick={() => void curlCopied(request)}>
            Copy as cURL
          </Button>
        </div>
        <SentRequest request={request} label="Request as it was sent" />
        {hops.map(({ number, exchange }, at) => (
          <p key={at} className={sentStyles.hop}>
            Attempt {number}: {exchange.head?.statusCode} redirected {whereSentOn(exchange)}
          </p>
        ))}
      </div>
    </div>
  );
}
