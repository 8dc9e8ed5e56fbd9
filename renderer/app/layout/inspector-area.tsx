import { NodeInspector } from '../../features/inspector/node-inspector.tsx';
import { WhereUsed } from '../../features/endpoints/where-used.tsx';
import { useFormat } from '../../store/use-documents.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import styles from './shell.module.css';

/** Whether the tab in view has something for the inspector to show, and the person wants it shown. */
export function useInspectorShown(): boolean {
  const activeId = useView(activeDocumentId);
  const wanted = useView((state) => state.inspectorOpen);
  const format = useFormat(activeId);
  return wanted && (format === 'flowbench.flow' || format === 'flowbench.endpoint');
}

/** The right column: the selected node of a flow, or where an endpoint is used. */
export function InspectorArea() {
  const activeId = useView(activeDocumentId);
  const format = useFormat(activeId);
  return (
    <aside className={styles.inspector} aria-label="Inspector">
      <ErrorBoundary part="The inspector">
        {activeId !== null && format === 'flowbench.flow' && <NodeInspector flowId={activeId} />}
        {activeId !== null && format === 'flowbench.endpoint' && <WhereUsed endpointId={activeId} />}
      </ErrorBoundary>
    </aside>
  );
}
