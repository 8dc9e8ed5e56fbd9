import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { useRunOfFlow } from '../../store/runs-store.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { useFlows } from '../../store/use-documents.ts';
import { documentOpened } from '../../store/view-store.ts';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { MethodLabel } from '../../ui/status/method-label.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { TemplateText } from '../../ui/template/template-text.tsx';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import styles from './where-used.module.css';

type Call = NodeOf<'api-call'>;

/** The API Calls that go through an endpoint, by flow; a click goes to the node. */
export function WhereUsed({ endpointId }: { readonly endpointId: string }) {
  const flows = useFlows();
  const used = useMemo(() => usesOf(flows, endpointId), [flows, endpointId]);
  const count = used.reduce((sum, { calls }) => sum + calls.length, 0);
  return (
    <>
      <PanelHead title="Where used" aside={count} ruled />
      {count === 0 ? (
        <EmptyState icon="api-call" title="Not used yet">
          Pick this endpoint in an API Call of a flow.
        </EmptyState>
      ) : (
        <div className={styles.list}>
          {used.map(({ flow, calls }) => (
            <section key={flow.id} aria-label={flow.name}>
              <h3 className={styles.flow}>
                <Icon name="flow" size={12} />
                <span>{flow.name}</span>
              </h3>
              {calls.map((call) => (
                <Use key={call.id} flow={flow} call={call} />
              ))}
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function Use({ flow, call }: { readonly flow: Flow; readonly call: Call }) {
  const run = useRunOfFlow(flow.id)?.nodes[call.id];
  const open = () => {
    documentOpened(flow.id);
    nodePicked(flow.id, call.id);
  };
  return (
    <button type="button" className={styles.use} onClick={open}>
      <span className={styles.line}>
        <span className={styles.name}>{call.name}</span>
        {run?.tookMs === undefined || run.tookMs === null ? (
          <span className={styles.never}>never sent</span>
        ) : (
          <>
            <StatusChip
              status={run.statusCode === null ? 'failure' : 'success'}
              statusCode={run.statusCode}
              brief
            />
            <span className={styles.took}>{formatDuration(run.tookMs)}</span>
          </>
        )}
      </span>
      <span className={styles.path}>
        <MethodLabel method={call.config.method} /> <TemplateText source={call.config.path} />
      </span>
    </button>
  );
}

function usesOf(flows: readonly Flow[], endpointId: string) {
  return flows
    .map((flow) => ({
      flow,
      calls: flow.nodes.filter(
        (node): node is Call => node.kind === 'api-call' && node.config.endpoint === endpointId,
      ),
    }))
    .filter(({ calls }) => calls.length > 0);
}
