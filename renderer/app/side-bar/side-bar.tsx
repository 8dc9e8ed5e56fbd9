import type { FlowId } from '#shared/ids/ids.ts';
import type { SideBarView } from '#shared/settings/view-state.ts';
import { FindView } from '../../features/find/find-view.tsx';
import { HistoryList } from '../../features/history/history-list.tsx';
import { FlowOutline } from '../../features/outline/flow-outline.tsx';
import { ScenarioList } from '../../features/scenarios/scenario-list.tsx';
import { scenarioWanted } from '../../store/scenario-actions.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { canWishForNode, nodeWished } from '../../store/node-wishes.ts';
import { useDocumentHeads, useFormat } from '../../store/use-documents.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { endpointDragged } from '../../ui/drag-types.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { DocumentList } from './document-list.tsx';
import { EnvironmentMark } from './environment-mark.tsx';
import { EndpointMark } from './endpoint-mark.tsx';
import { FlowMark } from './flow-mark.tsx';
import { ProblemMark } from './problem-mark.tsx';
import styles from './side-bar.module.css';

const contents: Readonly<Record<SideBarView, () => React.JSX.Element>> = {
  flows: FlowList,
  endpoints: EndpointList,
  environments: EnvironmentList,
  scenarios: ScenarioList,
  runs: HistoryList,
  find: FindView,
};

/** Lists the things of the place that the rail shows. */
export function SideBar() {
  const Content = contents[useView((state) => state.sideBarView)];
  return (
    <aside className={styles.bar} aria-label="Side bar" data-side-bar>
      <ErrorBoundary part="The side bar">
        <Content />
      </ErrorBoundary>
    </aside>
  );
}

function FlowList() {
  const activeId = useView(activeDocumentId);
  const isFlow = useFormat(activeId) === 'flowbench.flow';
  return (
    <>
      <DocumentList
        kind="flow"
        title="Flows"
        documents={useDocumentHeads('flowbench.flow')}
        mark={(id) => (
          <span className={styles.mark}>
            <ProblemMark documentId={id} />
            <FlowMark flowId={id} />
          </span>
        )}
        more={(id) => [
          {
            kind: 'action',
            label: 'New scenario',
            icon: 'scenario',
            onSelect: () => scenarioWanted(id as FlowId),
          },
        ]}
        empty="A flow is one conversation, from its first message to its end."
      />
      {activeId !== null && isFlow && <FlowOutline flowId={activeId} />}
    </>
  );
}

function EndpointList() {
  return (
    <DocumentList
      kind="endpoint"
      title="API Endpoints"
      documents={useDocumentHeads('flowbench.endpoint')}
      mark={(id) => (
        <span className={styles.mark}>
          <ProblemMark documentId={id} />
          <EndpointMark endpointId={id} />
        </span>
      )}
      onDragStart={endpointDragged}
      more={(id) => [
        {
          kind: 'action',
          label: 'Add an API Call that uses it',
          icon: 'api-call',
          disabledReason: canWishForNode() ? undefined : 'No flow is in view.',
          onSelect: () => nodeWished({ kind: 'api-call', endpoint: id }),
        },
      ]}
      empty="An API endpoint is a base URL with its authentication, used by any API Call."
    />
  );
}

function EnvironmentList() {
  const keysOf = useCommandKeys();
  return (
    <DocumentList
      kind="environment"
      title="Environments"
      documents={useDocumentHeads('flowbench.environment')}
      mark={(id) => (
        <span className={styles.mark}>
          <ProblemMark documentId={id} />
          <EnvironmentMark environmentId={id} />
        </span>
      )}
      tools={
        <IconButton
          icon="compare"
          label="Compare environments"
          keys={keysOf('environment.compare')}
          onClick={() => commandInvoked('environment.compare')}
        />
      }
      empty="An environment is a set of values, such as the address of a test server."
    />
  );
}
