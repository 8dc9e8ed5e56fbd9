import { useState } from 'react';
import { documentKind } from '#shared/workspace/document.ts';
import type { EditorSide, EditorTab as TabState } from '#shared/settings/view-state.ts';
import { commandKeys } from '../../store/command-keys.ts';
import { documentRenamingStarted } from '../../store/document-actions.ts';
import { removalWanted } from '../../store/document-removal.ts';
import { foldersOfRepeated } from '../../store/documents-of.ts';
import {
  documentsStore,
  type DocumentsState,
  type OpenDocument,
  type SaveState,
} from '../../store/documents-store.ts';
import { sideTabs } from '../../store/editor-sides.ts';
import { keptWhileSame } from '../../store/kept-while-same.ts';
import { useDocuments } from '../../store/use-documents.ts';
import {
  activeTabMoved,
  activeTabShownTwice,
  tabClosed,
  tabPicked,
  tabPlaced,
  useView,
  viewStore,
} from '../../store/view-store.ts';
import type { EditorTab } from '../../ui/tabs/editor-tab.ts';
import { EditorTabs as Tabs } from '../../ui/tabs/editor-tabs.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { NewDocumentMenu } from './new-document-menu.tsx';

const noTabs: readonly TabState[] = [];

/** The tabs of what is open on a side. */
export function EditorTabs({ side }: { readonly side: EditorSide }) {
  const tabs = useView((state) => sideTabs(state, side)?.tabs ?? noTabs);
  const activeTab = useView((state) => sideTabs(state, side)?.activeTab ?? 0);
  const [headsOf] = useState(() => keptWhileSame(allHeads, isSameHead));
  const heads = useDocuments(({ documents }) => headsOf({ tabs, documents }));
  const place = (id: string) => heads.findIndex((each) => each.id === id);
  return (
    <Tabs
      label={side === 'left' ? 'Open documents' : 'Open documents at the side'}
      tabs={heads}
      activeId={heads[activeTab]?.id ?? null}
      onActivate={(id) => tabPicked(place(id))}
      onClose={(id) => tabClosed(place(id))}
      strip={side}
      onDropped={({ id, strip }, at) => tabPlaced({ from: strip as EditorSide, key: id, to: side, at })}
      end={<NewDocumentMenu />}
      menu={(tab) => menuOf(tab, place(tab.id), documentsStore.getState().documents[tab.id])}
    />
  );
}

interface HeadsSource {
  readonly tabs: readonly TabState[];
  readonly documents: DocumentsState['documents'];
}

function allHeads({ tabs, documents }: HeadsSource): readonly EditorTab[] {
  const folders = foldersOfRepeated(documents);
  return tabs.map((tab) => {
    const shown = head(tab, tab.type === 'document' ? documents[tab.id] : undefined);
    const folder = folders.get(shown.id) ?? '';
    return folder === '' ? shown : { ...shown, detail: folder };
  });
}

function isSameHead(a: EditorTab, b: EditorTab): boolean {
  return (
    a.id === b.id &&
    a.label === b.label &&
    a.detail === b.detail &&
    a.icon === b.icon &&
    a.unsaved === b.unsaved &&
    a.colour === b.colour
  );
}

function head(tab: TabState, open: OpenDocument | undefined): EditorTab {
  if (tab.type === 'welcome') return { id: 'welcome', label: 'Welcome', icon: 'flow' };
  if (tab.type === 'environments')
    return { id: 'environments', label: 'Compare environments', icon: 'compare' };
  if (tab.type === 'settings') return { id: 'settings', label: 'Settings', icon: 'settings' };
  if (tab.type === 'keys') return { id: 'keys', label: 'Keyboard shortcuts', icon: 'keyboard' };
  if (tab.type === 'trash') return { id: 'trash', label: 'Trash', icon: 'trash' };
  if (tab.type === 'components') return { id: 'components', label: 'Components', icon: 'list' };
  if (tab.type === 'run') return { id: tab.runId, label: `Run of ${tab.name}`, icon: 'history' };
  if (open === undefined) return { id: tab.id, label: 'Deleted', icon: 'file' };
  const { document, save } = open;
  const colour = document.format === 'flowbench.environment' ? document.colour : undefined;
  return {
    id: tab.id,
    label: document.name,
    icon: documentKind(document),
    colour,
    unsaved: unsavedReason(save),
  };
}

// Saving is automatic, so the dot of a tab means that it failed or waits for a decision.
function unsavedReason(save: SaveState): string | undefined {
  if (save.type === 'failed') return save.message;
  return save.type === 'conflict' ? 'Changed on disk: open it to decide.' : undefined;
}

function menuOf(tab: EditorTab, at: number, open: OpenDocument | undefined): readonly MenuEntry[] {
  const closing: readonly MenuEntry[] = [
    { kind: 'action', label: 'Close', keys: commandKeys('tab.close'), onSelect: () => tabClosed(at) },
    {
      kind: 'action',
      label: 'Open to the side',
      keys: commandKeys('side.open'),
      onSelect: () => {
        tabPicked(at);
        activeTabMoved();
      },
    },
    { kind: 'action', label: 'Close the others', onSelect: () => closeOthers(at) },
  ];
  if (open === undefined) return closing;
  const { id } = open.document;
  return [
    ...closing,
    {
      kind: 'action',
      label: 'Show on both sides',
      keys: commandKeys('side.split'),
      onSelect: () => {
        tabPicked(at);
        activeTabShownTwice();
      },
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Rename',
      keys: commandKeys('edit.rename'),
      icon: 'rename',
      onSelect: () => {
        tabPicked(at);
        documentRenamingStarted(id);
      },
    },
    {
      kind: 'action',
      label: `Delete ${tab.label}`,
      icon: 'trash',
      danger: true,
      onSelect: () => void removalWanted(id),
    },
  ];
}

function closeOthers(at: number): void {
  viewStore.setState(({ tabs }) => ({ tabs: tabs.filter((_, index) => index === at), activeTab: 0 }));
}
