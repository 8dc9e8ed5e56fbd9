import { useEffect, useState } from 'react';
import { bundleDropped } from '../../store/bundle-import.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './bundles.module.css';

/** Takes a bundle that is dragged onto the window. While a dialog is open it takes none. */
export function BundleDrop() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const isTaken = !focusPlace().inOverlay;
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isTaken ? 'copy' : 'none';
      setOver(isTaken);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined && !focusPlace().inOverlay) void bundleDropped(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, []);
  return isOver ? (
    <div className={styles.drop} role="status">
      <div className={styles.dropWords}>
        <Icon name="import" size={16} />
        Drop a bundle to look at it
      </div>
    </div>
  ) : null;
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
