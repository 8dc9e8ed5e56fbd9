import { useStore } from '@xyflow/react';
import { memo } from 'react';
import type { CommandId } from '#shared/commands/commands.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { useView } from '../../store/view-store.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import type { IconName } from '../../ui/icon/icon.tsx';
import type { CanvasItem } from './canvas-model.ts';
import { FlowMinimap } from './flow-minimap.tsx';
import styles from './canvas-controls.module.css';

/** Zoom, fit, tidy, the grid and the minimap, at the bottom left of the canvas. */
export function CanvasControls({ items }: { readonly items: readonly CanvasItem[] }) {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  const minimap = useView((state) => state.minimap);
  const snap = useView((state) => state.snap);
  return (
    <>
      {minimap && <FlowMinimap items={items} />}
      <div className={styles.controls} role="toolbar" aria-label="Canvas">
        <Control icon="minus" label="Zoom out" command="canvas.zoom-out" />
        <span className={styles.zoom}>{percent}%</span>
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

/** Drawn anew by itself alone: what is around it is drawn with every frame in which a card is dragged. */
const Control = memo(function Control({ icon, label, command, pressed }: ControlProps) {
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
});
