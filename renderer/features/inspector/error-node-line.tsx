import { flushSync } from 'react-dom';
import type { Flow } from '#shared/flow/flow.ts';
import { fieldOfPlace } from '../../store/field-of-place.ts';
import { selectionChanged } from '../../store/selection-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { errorNodeField } from './error-node-field.ts';
import styles from './error-node-line.module.css';

/** Says of the error node that it is the flow's, with the way to where the flow is told so. */
export function ErrorNodeLine({ flow, nodeId }: { readonly flow: Flow; readonly nodeId: string }) {
  if (flow.errorNode !== nodeId) return null;
  return (
    <p className={styles.line}>
      <Icon name="error-node" size={14} className={styles.icon} />
      <span className={styles.words}>Error node of the flow</span>
      <Button
        look="link"
        tooltip="Trouble that leads nowhere else comes here: see the settings of the flow"
        onClick={() => settingShown(flow.id)}
      >
        Show the setting
      </Button>
    </p>
  );
}

/** With nothing selected the inspector shows the settings of the flow. */
function settingShown(flowId: string): void {
  flushSync(() => selectionChanged(flowId, {}));
  fieldOfPlace({ field: errorNodeField, row: null })?.focus();
}
