import { EmptyState } from '../../ui/status/empty-state.tsx';
import { Button } from '../../ui/button/button.tsx';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import styles from './empty-canvas.module.css';

/** What a canvas without nodes says. */
export function EmptyCanvas() {
  const keysOf = useCommandKeys();
  return (
    <div className={styles.empty}>
      <EmptyState
        icon="flow"
        title="An empty canvas"
        action={
          <Button keys={keysOf('canvas.add-node')} onClick={() => commandInvoked('canvas.add-node')}>
            Add a node
          </Button>
        }
      >
        Drag a node from the left. A conversation begins at its Start.
      </EmptyState>
    </div>
  );
}
