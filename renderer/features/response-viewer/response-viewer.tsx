import { useRuns } from '../../store/runs-store.ts';
import { useSelection } from '../../store/selection-store.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { TabList, TabPanel, Tabs } from '../../ui/tabs/tabs.tsx';
import { AttemptHead } from './attempt-head.tsx';
import { CallSettings } from './call-settings.tsx';
import { ResponseBody } from './response-body.tsx';
import { ResponseHead } from './response-head.tsx';
import { ResponseHeaders } from './response-headers.tsx';
import { ResponseSecurity } from './response-security.tsx';
import { ResponseTiming } from './response-timing.tsx';
import { responseTabPicked, useResponseView } from './response-view-store.ts';
import { SentRequests } from './sent-requests.tsx';
import {
  isLastAttempt,
  shownAttempts,
  shownCall,
  shownHeaders,
  type ShownCall,
  usesTls,
} from './shown-call.ts';
import { StoredResponse } from './stored-response.tsx';
import styles from './response-viewer.module.css';

/** The response of a call, and the request as it left; of a single attempt where one was picked. */
export function ResponseViewer({ ownerId }: { readonly ownerId: string | null }) {
  const shown = useShownCall(ownerId);
  if (shown === null) {
    return (
      <EmptyState icon="download" title="No response yet">
        The response of an API Call shows here, with its request, headers and timing.
      </EmptyState>
    );
  }
  return <Response shown={shown} ownerId={ownerId} />;
}

/** What was picked counts where it belongs to what is open: a run of this flow, or the request that was sent last. */
function useShownCall(ownerId: string | null): ShownCall | null {
  const latest = useShownRun(ownerId);
  const picked = useRuns((state) => state.pickedCall);
  const live = useRuns((state) => (picked === null ? undefined : state.runs[picked.runId]));
  // A run of the history may be one that the window still follows; then it is the very same.
  const pickedRun = picked?.runId === latest?.runId ? latest : live;
  const [selected] = useSelection(ownerId).nodes;
  const belongs =
    pickedRun !== undefined && (pickedRun.flowId === ownerId || pickedRun.runId === latest?.runId);
  const run = belongs ? pickedRun : latest;
  return run === undefined ? null : shownCall(run, belongs ? picked : null, selected);
}

function Response({ shown, ownerId }: { readonly shown: ShownCall; readonly ownerId: string | null }) {
  const view = useResponseView();
  const { run, call, attempt } = shown;
  const headers = shownHeaders(shown);
  const attempts = shownAttempts(shown);
  const isWhole = attempt === null || isLastAttempt(call, attempt);
  const hasTls = usesTls(shown);
  const tab = view.tab === 'tls' && !hasTls ? 'body' : view.tab;
  return (
    <div className={styles.viewer}>
      {attempt === null ? (
        <ResponseHead run={run} call={call} ownerId={ownerId} />
      ) : (
        <AttemptHead run={run} call={call} attempt={attempt} ownerId={ownerId} />
      )}
      <Tabs value={tab} onChange={responseTabPicked} className={styles.tabs}>
        <TabList
          label="Response"
          tabs={[
            { id: 'body', label: 'Body' },
            { id: 'headers', label: 'Headers', count: headers.length === 0 ? undefined : headers.length },
            { id: 'request', label: 'Request' },
            ...(hasTls ? [{ id: 'tls' as const, label: 'TLS' }] : []),
            { id: 'timing', label: 'Timing' },
          ]}
        />
        <TabPanel id="body" className={styles.panel}>
          <div className={styles.beside}>
            <ResponseBody shown={shown} />
            <aside className={styles.aside} aria-label="Timing of the response, and what is stored of it">
              <ResponseTiming
                attempts={attempts}
                beside={isWhole && <StoredResponse run={run} call={call} />}
              />
            </aside>
          </div>
        </TabPanel>
        <TabPanel id="headers" className={styles.panel}>
          <ResponseHeaders headers={headers} />
        </TabPanel>
        <TabPanel id="request" className={styles.panel}>
          <SentRequests call={call} attempt={attempt} />
        </TabPanel>
        {hasTls && (
          <TabPanel id="tls" className={styles.panel}>
            <ResponseSecurity attempts={attempts} atMs={Date.parse(run.startedAt)} />
          </TabPanel>
        )}
        <TabPanel id="timing" className={styles.panel}>
          <ResponseTiming attempts={attempts} beside={<CallSettings call={call} />} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
