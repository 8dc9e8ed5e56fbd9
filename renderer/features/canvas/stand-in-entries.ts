import type { NodeId } from '#shared/ids/ids.ts';
import { faultAsked } from '../../store/asked-dialogs.ts';
import { lastResponsePinned, pinnableCalls } from '../../store/pin-fixture.ts';
import { runsStore } from '../../store/runs-store.ts';
import { standInChosen } from '../../store/stand-ins.ts';
import { viewStore } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

/** What a card's menu offers about the answers of an API Call. */
export function standInEntries(flowId: string, nodeId: NodeId): readonly MenuEntry[] {
  const hasResponse = pinnableCalls(runsStore.getState().runs, nodeId).length > 0;
  const stands = viewStore.getState().standIns[nodeId] !== undefined;
  const pin: MenuEntry = {
    kind: 'action',
    label: 'Pin the last response',
    icon: 'fixture',
    onSelect: () => lastResponsePinned(nodeId),
  };
  const live: MenuEntry = {
    kind: 'action',
    label: 'Let it go live',
    icon: 'endpoint',
    onSelect: () => standInChosen(nodeId, null),
  };
  return [
    ...(hasResponse ? [pin] : []),
    { kind: 'action', label: 'Fault…', icon: 'fault', onSelect: () => faultAsked(flowId, nodeId) },
    ...(stands ? [live] : []),
    { kind: 'separator' },
  ];
}
