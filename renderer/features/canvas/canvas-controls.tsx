import { MiniMap, useViewport } from '@xyflow/react';
import type { CommandId } from '#shared/commands/commands.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { useView } from '../../store/view-store.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import type { IconName } from '../../ui/icon/icon.tsx';
import type { CanvasItem } from './canvas-model.ts';
import type { GroupSums } from './groups/group-sums.ts';
import styles from './canvas-controls.module.css';

const minimapPx = { width: 164, height: 84 } as const;

/** Zoom, fit, tidy, the grid and the minimap, at the bottom left of the canvas. */
export function CanvasControls() {
  const { zoom } = useViewport();
  const minimap = useView((state) => state.minimap);
  const snap = useView((state) => state.snap);
  return (
    <>
      {minimap && (
        <MiniMap<CanvasItem>
          className={styles.minimap ?? ''}
          // Also as a style: the map is drawn for the size that it finds here.
          style={minimapPx}
          position="bottom-left"
          ariaLabel="Minimap"
          pannable
          zoomable
          offsetScale={20}
          nodeBorderRadius={12}
          nodeClassName={minimapClass}
        />
      )}
      <div className={styles.controls} role="toolbar" aria-label="Canvas">
        <Control icon="minus" label="Zoom out" command="canvas.zoom-out" />
        <span className={styles.zoom}>{Math.round(zoom * 100)}%</span>
        <Control icon="plus" label="Zoom in" command="canvas.zoom-in" />
        <span className={styles.rule} aria-hidden />
        <Control icon="fit" label="Fit the flow" command="canvas.fit" />
        <Control icon="tidy" label="Tidy the layout" command="canvas.tidy" />
        <Control icon="snap" label="Snap to the grid" command="canvas.snap" pressed={snap} />
        <Control icon="map" label="Minimap" command="canvas.minimap" pressed={minimap} />
      </div>
    </>
  );
}

interface ControlProps {
  readonly icon: IconName;
  readonly label: string;
  readonly command: CommandId;
  readonly pressed?: boolean;
}

function Control({ icon, label, command, pressed }: ControlProps) {
  const keysOf = useCommandKeys();
  return (
    <IconButton
      icon={icon}
      label={label}
      keys={keysOf(command)}
      pressed={pressed}
      tipSide="top"
      onClick={() => commandInvoked(command)}
    />
  );
}

function minimapClass(node: CanvasItem): string {
  if (node.type === 'group' && !node.data.collapsed) return styles.frame ?? '';
  return stateClass(node.type === 'group' ? node.data.sums.state : node.data.run?.state, node.selected);
}

function stateClass(state: GroupSums['state'] | undefined, isSelected = false): string {
  if (state === 'paused') return styles.pausedNode ?? '';
  if (isSelected) return styles.selectedNode ?? '';
  return state === 'failed' || state === 'exception' ? (styles.failedNode ?? '') : (styles.plainNode ?? '');
}
