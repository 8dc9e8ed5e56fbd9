import { useCommandKeys } from '../../store/command-keys.ts';
import { paletteToggled } from '../../store/app-store.ts';
import { documentRenamingStarted } from '../../store/document-actions.ts';
import { useDocuments, useFormat } from '../../store/use-documents.ts';
import { sideBarShown } from '../../store/side-bar.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';
import { SearchButton } from '../../ui/button/search-button.tsx';
import { ToolbarButton, ToolbarRule } from '../../ui/button/toolbar-button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { EnvironmentMenu } from './environment-menu.tsx';
import { RunButtons } from './run-buttons.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';
import styles from './tool-bar.module.css';

/** The bar at the top: where one is, what runs, and the way to everything else. */
export function ToolBar() {
  const keysOf = useCommandKeys();
  const activeId = useView(activeDocumentId);
  const isFlow = useFormat(activeId) === 'flowbench.flow';
  return (
    <header className={styles.bar}>
      <Icon name="brand" size={18} className={styles.brand} />
      <WorkspaceMenu />
      {activeId !== null && <DocumentName id={activeId} isFlow={isFlow} />}
      <ToolbarRule />
      <ResourcesMenu />
      <span className={styles.grow} />
      <EnvironmentMenu />
      {isFlow && activeId !== null && <RunButtons flowId={activeId} />}
      <ToolbarRule />
      <SearchButton keys={keysOf('palette.open')} onClick={() => paletteToggled(true)} />
    </header>
  );
}

function DocumentName({ id, isFlow }: { readonly id: string; readonly isFlow: boolean }) {
  const name = useDocuments((state) => state.documents[id]?.document.name);
  if (name === undefined) return null;
  const button = (
    <ToolbarButton
      look="strong"
      className={styles.name}
      tooltip="Rename"
      onClick={() => documentRenamingStarted(id)}
    >
      {name}
    </ToolbarButton>
  );
  return (
    <>
      <span className={styles.slash} aria-hidden>
        /
      </span>
      {/* A flow has no heading of its own on its canvas; the pages of other documents begin with theirs. */}
      {isFlow ? <h1 className={styles.heading}>{button}</h1> : button}
    </>
  );
}

function ResourcesMenu() {
  const keysOf = useCommandKeys();
  return (
    <Menu
      trigger={<ToolbarButton caret>Resources</ToolbarButton>}
      entries={[
        {
          kind: 'action',
          icon: 'endpoint',
          label: 'API Endpoints',
          keys: keysOf('side-bar.endpoints'),
          onSelect: () => sideBarShown('endpoints'),
        },
        {
          kind: 'action',
          icon: 'environment',
          label: 'Environments',
          keys: keysOf('side-bar.environments'),
          onSelect: () => sideBarShown('environments'),
        },
      ]}
    />
  );
}
