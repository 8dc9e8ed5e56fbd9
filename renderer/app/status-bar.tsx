import { useApp } from '../store/app-store.ts';
import type { SaveState } from '../store/documents-store.ts';
import { saveAgain } from '../store/autosave.ts';
import { useDocuments, useEnvironment } from '../store/use-documents.ts';
import { useStanding } from '../store/use-debugged-run.ts';
import { useCommandKeys } from '../store/command-keys.ts';
import { commandInvoked } from '../store/command-registry.ts';
import { sideBarShown } from '../store/side-bar.ts';
import { activeDocumentId, documentOpened, tabOpened, useView } from '../store/view-store.ts';
import { StatusItem } from '../ui/button/status-item.tsx';
import { EnvironmentDot } from '../ui/status/environment-dot.tsx';
import { CanvasZoom } from './canvas-zoom.tsx';
import { KeyStoreItem } from './key-store-item.tsx';
import { ProblemsItem } from './problems-item.tsx';
import styles from './status-bar.module.css';

/** The line at the bottom: facts about the workspace that hold wherever one is. */
export function StatusBar() {
  return (
    <footer className={styles.bar} aria-label="Status">
      <Standing />
      <ProblemsItem />
      <FileProblems />
      <KeyStoreItem />
      <ActiveEnvironment />
      <Sandbox />
      <span className={styles.grow} />
      <Saved />
      <CanvasZoom />
    </footer>
  );
}

/** That the run of the flow in view stands still, or that its past is looked at. */
function Standing() {
  const flowId = useView(activeDocumentId);
  const standing = useStanding(flowId);
  if (standing === null) return null;
  const isPast = standing === 'looked-back';
  return (
    <StatusItem
      icon={isPast ? 'history' : 'paused'}
      tone="paused"
      tooltip="Show where"
      onClick={() => commandInvoked('run.show-pause')}
    >
      {isPast ? 'Looking back' : 'Paused'}
    </StatusItem>
  );
}

function FileProblems() {
  const count = useDocuments((state) => state.problems.length);
  if (count === 0) return null;
  return (
    <StatusItem
      icon="warning"
      tone="warning"
      tooltip="Show what is wrong, and where"
      onClick={() => tabOpened({ type: 'welcome' })}
    >
      {count === 1 ? '1 file problem' : `${String(count)} file problems`}
    </StatusItem>
  );
}

function ActiveEnvironment() {
  const keysOf = useCommandKeys();
  const environment = useEnvironment(useView((state) => state.environmentId));
  return environment === undefined ? (
    <StatusItem
      icon="environment"
      onClick={() => sideBarShown('environments')}
      keys={keysOf('side-bar.environments')}
    >
      no environment
    </StatusItem>
  ) : (
    <StatusItem
      tooltip={`Edit ${environment.name}`}
      aria-label={`Environment: ${environment.name}`}
      onClick={() => documentOpened(environment.id)}
    >
      <EnvironmentDot colour={environment.colour} />
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

const conflictWords = {
  changed: 'changed on disk',
  removed: 'removed on disk',
  damaged: 'damaged on disk',
} as const;

function Saved() {
  const worst = useDocuments((state) => {
    const types = new Set(Object.values(state.documents).map((open) => open.save.type));
    return worstFirst.find((type) => types.has(type)) ?? 'saved';
  });
  const trouble = useDocuments((state) =>
    Object.values(state.documents).find((open) => open.save.type === worst && worst !== 'saved'),
  );
  if (trouble?.save.type === 'conflict') {
    return (
      <StatusItem icon="warning" tone="warning" onClick={() => documentOpened(trouble.document.id)}>
        {`${trouble.document.name} ${conflictWords[trouble.save.reason]}`}
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
