import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { fragmentFromText, fragmentOf, type FlowFragment } from '#shared/flow/flow-fragment.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useCommands } from '../../store/command-registry.ts';
import { selectionOf, useSelection } from '../../store/selection-store.ts';
import { flowNow, fragmentAdded, selectionDeleted } from './canvas-edits.ts';
import { canvasMiddle } from './canvas-middle.ts';

/** A copy put into the flow that it came from stands this far from the original. */
const offsetPx = 32;

/** What was copied last in this window, for the menu's Paste, which brings no clipboard with it. */
let lastCopied: FlowFragment | null = null;

/** Copies, cuts and pastes nodes as text, by the browser's own clipboard events and by the menu. */
export function useCanvasClipboard(flowId: string, root: RefObject<HTMLElement | null>): void {
  const reactFlow = useReactFlow();
  const hasNodes = useSelection(flowId).nodes.length > 0;

  useEffect(() => {
    const copied = (event: ClipboardEvent) => {
      const fragment = isOnCanvas() ? selectedFragment(flowId) : null;
      if (fragment === null || event.clipboardData === null) return;
      event.preventDefault();
      lastCopied = fragment;
      event.clipboardData.setData('text/plain', JSON.stringify(fragment, null, 2));
      if (event.type === 'cut') selectionDeleted(flowId);
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
  }, [flowId, reactFlow, root]);

  useCommands({
    'edit.copy': hasNodes ? () => copiedByMenu(flowId) : null,
    'edit.cut': hasNodes
      ? () => {
          copiedByMenu(flowId);
          selectionDeleted(flowId);
        }
      : null,
    'edit.paste': () => {
      if (lastCopied === null) return;
      const middle = canvasMiddle(reactFlow, root.current);
      fragmentAdded(flowId, lastCopied, offsetFor(flowId, lastCopied, middle));
    },
  });
}

function copiedByMenu(flowId: string): void {
  lastCopied = selectedFragment(flowId);
  if (lastCopied === null) return;
  void bridge.call['clipboard.write']({ text: JSON.stringify(lastCopied, null, 2) });
}

function selectedFragment(flowId: string): FlowFragment | null {
  const flow = flowNow(flowId);
  return flow === undefined ? null : fragmentOf(flow, new Set(selectionOf(flowId).nodes));
}

// Beside the originals where they stand here; in the middle of the view where they come from elsewhere.
function offsetFor(
  flowId: string,
  fragment: FlowFragment,
  middle: { readonly x: number; readonly y: number },
) {
  const here = new Set<string>(flowNow(flowId)?.nodes.map((node) => node.id));
  if (fragment.nodes.some((node) => here.has(node.id))) return { x: offsetPx, y: offsetPx };
  const left = Math.min(...fragment.nodes.map((node) => node.position.x));
  const top = Math.min(...fragment.nodes.map((node) => node.position.y));
  return { x: middle.x - left, y: middle.y - top };
}

// Text that is marked or being typed goes to the clipboard as text.
function isOnCanvas(): boolean {
  const active = document.activeElement;
  const typing = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  return !typing && (document.getSelection()?.isCollapsed ?? true);
}
