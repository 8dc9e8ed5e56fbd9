import type { ReactNode } from 'react';
import { commandKeys } from '#shared/commands/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import { paletteToggled } from '../../store/app-store.ts';
import { useDocuments, useFlow } from '../../store/use-documents.ts';
import { activeDocumentId, sideBarShown, useView } from '../../store/view-store.ts';
import { SearchButton } from '../../ui/button/search-button.tsx';
import { ToolbarButton, ToolbarRule } from '../../ui/button/toolbar-button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { EnvironmentMenu } from './environment-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';
import styles from './tool-bar.module.css';

/** The bar at the top: where one is, what runs, and the way to everything else. */
export function ToolBar() {
  const activeId = useView(activeDocumentId);
  const flow = useFlow(activeId);
  const activeName = useDocuments((state) =>
    activeId === null ? null : state.documents[activeId]?.document.name,
  );
  return (
    <header className={styles.bar}>
      <Icon name="brand" size={18} className={styles.brand} />
      <WorkspaceMenu />
      {activeName !== null && activeName !== undefined && (
        <>
          <span className={styles.slash} aria-hidden>
            /
          </span>
          <DocumentName isFlow={flow !== undefined}>
            <ToolbarButton
              look="strong"
              className={styles.name}
              tooltip="Rename"
              keys={commandKeys('edit.rename')}
              onClick={() => commandInvoked('edit.rename')}
            >
              {activeName}
            </ToolbarButton>
          </DocumentName>
        </>
      )}
      <ToolbarRule />
      <ResourcesMenu />
      <span className={styles.grow} />
      <EnvironmentMenu />
      {flow !== undefined && <RunButtons />}
      <ToolbarRule />
      <SearchButton
        keys={commandKeys('palette.open')}
        aria-label="Search"
        onClick={() => paletteToggled(true)}
      />
    </header>
  );
}

// A flow has no heading of its own on its canvas; the pages of other documents begin with theirs.
function DocumentName({ isFlow, children }: { readonly isFlow: boolean; readonly children: ReactNode }) {
  return isFlow ? <h1 className={styles.heading}>{children}</h1> : children;
}

function ResourcesMenu() {
  return (
    <Menu
      trigger={<ToolbarButton caret>Resources</ToolbarButton>}
      entries={[
        {
          kind: 'action',
          icon: 'endpoint',
          label: 'API Endpoints',
          keys: commandKeys('side-bar.endpoints'),
          onSelect: () => sideBarShown('endpoints'),
        },
        {
          kind: 'action',
          icon: 'environment',
          label: 'Environments',
          keys: commandKeys('side-bar.environments'),
          onSelect: () => sideBarShown('environments'),
        },
      ]}
    />
  );
}

function RunButtons() {
  const canRun = useCommandOffered('run.start');
  const canStop = useCommandOffered('run.stop');
  return (
    <>
      <ToolbarButton
        look="run"
        icon="run"
        tooltip="Run the flow from its Start"
        keys={commandKeys('run.start')}
        disabledReason={canRun ? undefined : 'The flow has no Start node: drag one onto the canvas.'}
        onClick={() => commandInvoked('run.start')}
      >
        Run
      </ToolbarButton>
      <ToolbarButton
        icon="stop"
        aria-label="Stop"
        keys={commandKeys('run.stop')}
        disabledReason={canStop ? undefined : 'Nothing runs.'}
        onClick={() => commandInvoked('run.stop')}
      />
    </>
  );
}
