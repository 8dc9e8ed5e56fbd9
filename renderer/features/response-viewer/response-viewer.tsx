import { useState } from 'react';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { useRuns } from '../../store/runs-store.ts';
import { useSelection } from '../../store/selection-store.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { TabList, TabPanel, Tabs } from '../../ui/tabs/tabs.tsx';
import { ResponseBody } from './response-body.tsx';
import { ResponseHead } from './response-head.tsx';
import { ResponseHeaders } from './response-headers.tsx';
import { ResponseTiming } from './response-timing.tsx';
import { SentRequests } from './sent-requests.tsx';
import styles from './response-viewer.module.css';

/** The response of a call, and the request as it left. */
export function ResponseViewer({ ownerId }: { readonly ownerId: string | null }) {
  const shown = useShownCall(ownerId);
  if (shown === null) {
    return (
      <EmptyState icon="download" title="No response yet">
        The response of an API Call shows here, with its request, headers and timing.
      </EmptyState>
    );
  }
  return <Response key={shown.run.runId} {...shown} ownerId={ownerId} />;
}

interface ShownCall {
  readonly run: RunView;
  readonly call: CallView;
}

/** The call that was picked, where it belongs here; else that of the selected node; else the newest one. */
function useShownCall(ownerId: string | null): ShownCall | null {
  const latest = useShownRun(ownerId);
  const picked = useRuns((state) => state.pickedCall);
  const pickedRun = useRuns((state) => (picked === null ? undefined : state.runs[picked.runId]));
  const [selected] = useSelection(ownerId).nodes;
  const belongs =
    pickedRun !== undefined && (pickedRun.flowId === ownerId || pickedRun.runId === latest?.runId);
  const run = belongs ? pickedRun : latest;
  if (run === undefined) return null;
  const call = shownCall(run, belongs ? (picked?.index ?? null) : null, selected);
  return call === undefined ? null : { run, call };
}

function shownCall(
  run: RunView,
  pickedIndex: number | null,
  selected: string | undefined,
): CallView | undefined {
  const chosen = pickedIndex === null ? undefined : run.calls[pickedIndex];
  const ofSelected = run.calls.findLast((call) => call.nodeId === selected);
  // A node that was selected after the pick, and that made a call, is what one looks at now.
  if (ofSelected !== undefined && chosen?.nodeId !== selected) return ofSelected;
  return chosen ?? run.calls.at(-1);
}

type Tab = 'body' | 'headers' | 'request' | 'timing';

function Response({ run, call, ownerId }: ShownCall & { readonly ownerId: string | null }) {
  const [tab, setTab] = useState<Tab>('body');
  const headers = call.ended?.headers ?? [];
  return (
    <div className={styles.viewer}>
      <ResponseHead run={run} call={call} ownerId={ownerId} />
      <Tabs value={tab} onChange={setTab} className={styles.tabs}>
        <TabList
          label="Response"
          tabs={[
            { id: 'body', label: 'Body' },
            { id: 'headers', label: 'Headers', count: headers.length === 0 ? undefined : headers.length },
            { id: 'request', label: 'Request' },
            { id: 'timing', label: 'Timing' },
          ]}
        />
        <TabPanel id="body" className={styles.panel}>
          <ResponseBody run={run} call={call} />
        </TabPanel>
        <TabPanel id="headers" className={styles.panel}>
          <ResponseHeaders headers={headers} />
        </TabPanel>
        <TabPanel id="request" className={styles.panel}>
          <SentRequests call={call} />
        </TabPanel>
        <TabPanel id="timing" className={styles.panel}>
          <ResponseTiming call={call} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
