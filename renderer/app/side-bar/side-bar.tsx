import type { SideBarView } from '#shared/settings/view-state.ts';
import { FlowOutline } from '../../features/outline/flow-outline.tsx';
import { useEndpoints, useEnvironments, useFlow, useFlows } from '../../store/use-documents.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { DocumentList } from './document-list.tsx';
import { EndpointMark } from './endpoint-mark.tsx';
import { FlowMark } from './flow-mark.tsx';
import styles from './side-bar.module.css';

const contents: Readonly<Record<SideBarView, () => React.JSX.Element>> = {
  flows: FlowList,
  endpoints: EndpointList,
  environments: EnvironmentList,
};

/** Lists the things of the place that the rail shows. */
export function SideBar() {
  const Content = contents[useView((state) => state.sideBarView)];
  return (
    <aside className={styles.bar} aria-label="Side bar">
      <ErrorBoundary part="The side bar">
        <Content />
      </ErrorBoundary>
    </aside>
  );
}

function FlowList() {
  const flows = useFlows();
  const active = useFlow(useView(activeDocumentId));
  return (
    <>
      <DocumentList
        kind="flow"
        title="Flows"
        documents={flows}
        mark={(id) => <FlowMark flowId={id} />}
        empty="A flow is one conversation, from its first message to its end."
      />
      {active !== undefined && <FlowOutline flowId={active.id} />}
    </>
  );
}

function EndpointList() {
  return (
    <DocumentList
      kind="endpoint"
      title="API Endpoints"
      documents={useEndpoints()}
      mark={(id) => <EndpointMark endpointId={id} />}
      empty="An API endpoint is a base URL with its authentication, used by any API Call."
    />
  );
}

function EnvironmentList() {
  return (
    <DocumentList
      kind="environment"
      title="Environments"
      documents={useEnvironments()}
      mark={() => undefined}
      empty="An environment is a set of values, such as the address of a test server."
    />
  );
}
