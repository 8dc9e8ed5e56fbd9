import { useReactFlow } from '@xyflow/react';
import { use, useEffect, useEffectEvent, type RefObject } from 'react';
import { commandApplies } from '#shared/commands/command-applies.ts';
import { fragmentFromText, type FlowFragment } from '#shared/flow/flow-fragment.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useCommands } from '../../store/command-registry.ts';
import { InFocusedSide } from '../../store/editor-sides.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { selectionChanged, selectionOf, useSelection } from '../../store/selection-store.ts';
import { flowNow, fragmentAdded } from './canvas-edits.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { copyStepPx } from './free-offset.ts';
import { membersOfGroups } from './groups/group-edits.ts';
import { selectedFragment } from './selected-fragment.ts';

/** What was copied last in this window, for the palette's Paste, which brings no clipboard with it. */
let lastCopied: FlowFragment | null = null;

/** Copies, cuts and pastes nodes as text: by the browser's own events for keys and menu, by commands for the palette. */
export function useCanvasClipboard(
  flowId: string,
  root: RefObject<HTMLElement | null>,
  selectionRemoved: () => void,
): void {
  const reactFlow = useReactFlow();
  const { groups, nodes } = useSelection(flowId);
  const hasNodes = nodes.length + groups.length > 0;

  const isHere = use(InFocusedSide);
  const cut = useEffectEvent(() => {
    groupsTakenAlong(flowId);
    selectionRemoved();
  });
  useEffect(() => {
    if (!isHere) return;
    const copied = (event: ClipboardEvent) => {
      const fragment = isOnCanvas() ? selectedFragment(flowId) : null;
      if (fragment === null || event.clipboardData === null) return;
      event.preventDefault();
      lastCopied = fragment;
      event.clipboardData.setData('text/plain', JSON.stringify(fragment, null, 2));
      if (event.type === 'cut') cut();
    };
    const pasted = (event: ClipboardEvent) => {
      const fragment = isOnCanvas()
        ? fragmentFromText(event.clipboardData?.getData('text/plain') ?? '')
        : null;
      if (fragment === null) return;
      event.preventDefault();
      fragmentAdded(flowId, fragment, placeFor(fragment));
    };
    const placeFor = (fragment: FlowFragment) =>
      offsetFor(flowId, fragment, canvasMiddle(reactFlow, root.current));
    document.addEventListener('copy', copied);
    document.addEventListener('cut', copied);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('copy', copied);
      document.removeEventListener('cut', copied);
      document.removeEventListener('paste', pasted);
    };
  }, [flowId, isHere, reactFlow, root]);

  useCommands({
    'edit.copy': hasNodes ? () => copiedByCommand(flowId) : null,
    'edit.cut': hasNodes
      ? () => {
          copiedByCommand(flowId);
          groupsTakenAlong(flowId);
          selectionRemoved();
        }
      : null,
    'edit.paste': () => {
      if (lastCopied === null) return;
      const middle = canvasMiddle(reactFlow, root.current);
      fragmentAdded(flowId, lastCopied, offsetFor(flowId, lastCopied, middle));
    },
  });
}

function copiedByCommand(flowId: string): void {
  lastCopied = selectedFragment(flowId);
  if (lastCopied === null) return;
  void bridge.call['clipboard.write']({ text: JSON.stringify(lastCopied, null, 2) });
}

/** What is cut out of the flow goes with all that is in it; deleting a group takes the frame alone. */
function groupsTakenAlong(flowId: string): void {
  const flow = flowNow(flowId);
  const before = selectionOf(flowId);
  if (flow === undefined || before.groups.length === 0) return;
  const nodes = new Set([...before.nodes, ...membersOfGroups(flow, before.groups)]);
  selectionChanged(flowId, { ...before, nodes: [...nodes] });
}

// Beside the originals where they stand here; in the middle of the view where they come from elsewhere.
function offsetFor(
  flowId: string,
  fragment: FlowFragment,
  middle: { readonly x: number; readonly y: number },
) {
  const here = new Set<string>(flowNow(flowId)?.nodes.map((node) => node.id));
  if (fragment.nodes.some((node) => here.has(node.id))) return { x: copyStepPx, y: copyStepPx };
  const left = Math.min(...fragment.nodes.map((node) => node.position.x));
  const top = Math.min(...fragment.nodes.map((node) => node.position.y));
  return { x: middle.x - left, y: middle.y - top };
}

// Text that is marked goes to the clipboard as text, wherever the focus is.
function isOnCanvas(): boolean {
  return commandApplies('canvas', focusPlace()) && (document.getSelection()?.isCollapsed ?? true);
}
