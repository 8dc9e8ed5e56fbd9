import { bridge } from '../bridge/bridge.ts';
import { commandKeys } from '#shared/commands/command-keys.ts';
import type { VaultStatus } from '#shared/secret/secret-state.ts';
import { useApp } from '../store/app-store.ts';
import type { SaveState } from '../store/documents-store.ts';
import { saveAgain } from '../store/autosave.ts';
import { useDocuments, useEnvironment } from '../store/use-documents.ts';
import { documentOpened, sideBarShown, tabOpened, useView } from '../store/view-store.ts';
import { vaultChanged, useVault } from '../store/vault-store.ts';
import { StatusItem } from '../ui/button/status-item.tsx';
import { CanvasZoom } from './canvas-zoom.tsx';
import styles from './status-bar.module.css';

/** The line at the bottom: facts about the workspace that hold wherever one is. */
export function StatusBar() {
  return (
    <footer className={styles.bar} aria-label="Status">
      <FileProblems />
      <KeyStore />
      <ActiveEnvironment />
      <Sandbox />
      <span className={styles.grow} />
      <Saved />
      <CanvasZoom />
    </footer>
  );
}

function FileProblems() {
  const count = useDocuments((state) => state.problems.length);
  if (count === 0) return null;
  return (
    <StatusItem
      icon="warning"
      tone="warning"
      tooltip="Show which files could not be read"
      onClick={() => tabOpened({ type: 'welcome' })}
    >
      {count === 1 ? '1 file set aside' : `${String(count)} files set aside`}
    </StatusItem>
  );
}

const keeperWords: Readonly<Record<VaultStatus['keeper'], string>> = {
  system: 'Key store: system',
  session: 'Secrets: this session only',
  undecided: 'No key store',
  locked: 'Key store locked',
  changed: 'Key store changed',
};

function KeyStore() {
  const status = useVault((state) => state.status);
  const words = keeperWords[status.keeper];
  if (status.keeper === 'system' || status.keeper === 'session') {
    return (
      <StatusItem icon="shield" tooltip={status.message}>
        {words}
      </StatusItem>
    );
  }
  const sessionPicked = async () => vaultChanged(await bridge.call['vault.use-session'](null));
  return (
    <StatusItem
      icon="shield-alert"
      tone="warning"
      tooltip={`${status.message} Click to keep secrets for this session only.`}
      onClick={() => void sessionPicked()}
    >
      {words}
    </StatusItem>
  );
}

function ActiveEnvironment() {
  const environment = useEnvironment(useView((state) => state.environmentId));
  return environment === undefined ? (
    <StatusItem
      icon="environment"
      onClick={() => sideBarShown('environments')}
      keys={commandKeys('side-bar.environments')}
    >
      no environment
    </StatusItem>
  ) : (
    <StatusItem
      icon="environment"
      tooltip={`Edit ${environment.name}`}
      onClick={() => documentOpened(environment.id)}
    >
      {environment.name}
    </StatusItem>
  );
}

function Sandbox() {
  const sandboxed = useApp((state) => state.info.sandboxed);
  if (sandboxed) return null;
  return (
    <StatusItem
      icon="shield-alert"
      tone="warning"
      tooltip="Flowbench was started as root, so the operating system's sandbox is off. Start it as an ordinary user to have it."
    >
      No sandbox: running as root
    </StatusItem>
  );
}

const worstFirst: readonly SaveState['type'][] = ['conflict', 'failed', 'saving', 'unsaved', 'saved'];

function Saved() {
  const worst = useDocuments((state) => {
    const types = new Set(Object.values(state.documents).map((open) => open.save.type));
    return worstFirst.find((type) => types.has(type)) ?? 'saved';
  });
  const trouble = useDocuments((state) =>
    Object.values(state.documents).find((open) => open.save.type === worst && worst !== 'saved'),
  );
  if (worst === 'conflict' && trouble !== undefined) {
    return (
      <StatusItem icon="warning" tone="warning" onClick={() => documentOpened(trouble.document.id)}>
        {trouble.document.name} changed on disk
      </StatusItem>
    );
  }
  if (trouble?.save.type === 'failed') {
    return (
      <StatusItem
        icon="circle-x"
        tone="error"
        tooltip={`${trouble.save.message} Click to try again.`}
        onClick={() => void saveAgain(trouble.document.id, false)}
      >
        {trouble.document.name} not saved
      </StatusItem>
    );
  }
  return (
    <StatusItem icon={worst === 'saved' ? 'check' : 'refresh'} aria-live="polite">
      {worst === 'saved' ? 'Saved' : 'Saving…'}
    </StatusItem>
  );
}
