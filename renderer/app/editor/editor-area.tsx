import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import type { EditorSide, EditorTab } from '#shared/settings/view-state.ts';
import { CookiesRow } from '../../features/cookies/cookies-row.tsx';
import { EndpointEditor } from '../../features/endpoints/endpoint-editor.tsx';
import { CompareEnvironments } from '../../features/environments/compare-environments.tsx';
import { EnvironmentEditor } from '../../features/environments/environment-editor.tsx';
import { DebugBar } from '../../features/debugger/debug-bar.tsx';
import { FixtureEditor } from '../../features/fixtures/fixture-editor.tsx';
import { FaultFields } from '../../features/stand-ins/fault-fields.tsx';
import { FlowCanvas } from '../../features/canvas/flow-canvas.tsx';
import { PastRunBar } from '../../features/history/past-run-bar.tsx';
import { PastRunPage } from '../../features/history/past-run-page.tsx';
import { ScenarioEditor } from '../../features/scenarios/scenario-editor.tsx';
import { UnderWayBar } from '../../features/scenarios/under-way/under-way-bar.tsx';
import { ScenariosUsing } from '../../features/scenarios/scenarios-using.tsx';
import { KeysPage } from '../../features/settings/keys-page.tsx';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { TrashPage } from '../../features/trash/trash-page.tsx';
import { Welcome } from '../../features/welcome/welcome.tsx';
import { commandInvoked } from '../../store/command-registry.ts';
import { InFocusedSide, keyOfTab, OnSide, sideTabs } from '../../store/editor-sides.ts';
import { useDocuments, useFormat } from '../../store/use-documents.ts';
import { sideFocused, useView } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { ToastArea } from '../../ui/overlay/toasts.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { EditorTabs } from './editor-tabs.tsx';
import { TabDropZone } from './tab-drop-zone.tsx';
import styles from './editor-area.module.css';

const ComponentsSheet = lazy(() =>
  import('../../ui/components-sheet.tsx').then((sheet) => ({ default: sheet.ComponentsSheet })),
);

interface EditorAreaProps {
  readonly side: EditorSide;
  /** Whether toasts come here: in one place only. */
  readonly hasToasts: boolean;
}

/** One side of the editor: its tabs and what the active one shows. Whatever one does in it, commands go to it from then on. */
export function EditorArea({ side, hasToasts }: EditorAreaProps) {
  const isFocused = useView((state) => state.focusedSide === side);
  const tab = useView((state) => {
    const shown = sideTabs(state, side);
    return shown?.tabs[shown.activeTab];
  });
  const isSplit = useView(({ otherSide }) => otherSide !== null);
  const isFlow = useFormat(tab?.type === 'document' ? tab.id : null) === 'flowbench.flow';
  const key = tab === undefined ? 'none' : keyOfTab(tab);
  const content = useRef<HTMLDivElement>(null);
  const focusedKey = useRef(key);
  // What had the focus went with the tab before: what is shown now has it, before the next key comes.
  useLayoutEffect(() => {
    if (focusedKey.current === key || !isFocused) return;
    focusedKey.current = key;
    const focused = document.activeElement;
    if (focused !== document.body && focused !== content.current) return;
    (content.current?.querySelector<HTMLElement>('[data-canvas]') ?? content.current)?.focus();
  }, [key, isFocused]);
  return (
    <div
      className={styles.area}
      data-side={isFocused ? 'focused' : 'other'}
      data-split={isSplit}
      onPointerDownCapture={() => sideFocused(side)}
      onFocusCapture={() => sideFocused(side)}
    >
      <EditorTabs side={side} />
      <div ref={content} tabIndex={-1} className={styles.content}>
        <InFocusedSide value={isFocused}>
          <OnSide value={side}>
            <ErrorBoundary key={key} part="This tab">
              {tab === undefined ? <NothingOpen /> : <TabContent tab={tab} />}
            </ErrorBoundary>
          </OnSide>
        </InFocusedSide>
        <TabDropZone side={side} isSplit={isSplit} />
        {hasToasts && <ToastArea below={!isFlow} />}
      </div>
    </div>
  );
}

function TabContent({ tab }: { readonly tab: EditorTab }) {
  if (tab.type === 'welcome') return <Welcome />;
  if (tab.type === 'document') return <DocumentContent id={tab.id} />;
  if (tab.type === 'run')
    return (
      <PastRunPage runId={tab.runId} name={tab.name} debugBar={<DebugBar flowId={tab.runId} within />} />
    );
  if (tab.type === 'environments') return <CompareEnvironments />;
  if (tab.type === 'settings') return <SettingsPage />;
  if (tab.type === 'keys') return <KeysPage />;
  if (tab.type === 'trash') return <TrashPage />;
  return (
    <Suspense fallback={null}>
      <ComponentsSheet />
    </Suspense>
  );
}

function DocumentContent({ id }: { readonly id: string }) {
  const format = useFormat(id);
  if (format === undefined) return <NothingOpen />;
  return (
    <>
      <Conflict id={id} />
      <PastRunBar ownerId={id} />
      {format === 'flowbench.flow' && (
        <div className={styles.stage}>
          <FlowCanvas key={id} flowId={id} />
          <DebugBar flowId={id} />
          <UnderWayBar flowId={id} />
        </div>
      )}
      {format === 'flowbench.endpoint' && <EndpointEditor key={id} endpointId={id} />}
      {format === 'flowbench.fixture' && (
        <FixtureEditor key={id} fixtureId={id} scenarios={<ScenariosUsing id={id} />} />
      )}
      {format === 'flowbench.scenario' && (
        <ScenarioEditor
          key={id}
          scenarioId={id}
          faultFields={(fault, onChange) => <FaultFields fault={fault} onChange={onChange} />}
        />
      )}
      {format === 'flowbench.environment' && (
        <EnvironmentEditor
          key={id}
          environmentId={id}
          cookies={<CookiesRow environmentId={id} />}
          scenarios={<ScenariosUsing id={id} />}
        />
      )}
    </>
  );
}

function Conflict({ id }: { readonly id: string }) {
  const name = useDocuments((state) => state.documents[id]?.document.name ?? '');
  const save = useDocuments((state) => state.documents[id]?.save);
  return save?.type === 'conflict' ? <ConflictNote id={id} name={name} save={save} /> : null;
}

function NothingOpen() {
  const workspace = useDocuments((state) => state.workspace.name);
  return (
    <>
      <h1 className={styles.unseen}>{workspace}</h1>
      <EmptyState
        icon="flow"
        title="Nothing is open"
        action={<Button onClick={() => commandInvoked('flow.new')}>New flow</Button>}
      >
        Pick a flow, an endpoint or an environment in the side bar.
      </EmptyState>
    </>
  );
}
