import { StatusItem } from '../ui/button/status-item.tsx';
import { useCommandKeys } from '../store/command-keys.ts';
import { commandInvoked } from '../store/command-registry.ts';
import { viewOf } from '../store/editor-sides.ts';
import { useFormat } from '../store/use-documents.ts';
import { activeDocumentId, useView } from '../store/view-store.ts';

/** The zoom of the canvas in view; a click fits the flow. */
export function CanvasZoom() {
  const keysOf = useCommandKeys();
  const activeId = useView(activeDocumentId);
  const isFlow = useFormat(activeId) === 'flowbench.flow';
  const zoom = useView((state) =>
    activeId === null ? undefined : state.viewports[viewOf(state, activeId, null)]?.zoom,
  );
  if (!isFlow || zoom === undefined) return null;
  return (
    <StatusItem
      tooltip="Fit the flow"
      keys={keysOf('canvas.fit')}
      onClick={() => commandInvoked('canvas.fit')}
    >
      {Math.round(zoom * 100)}%
    </StatusItem>
  );
}
