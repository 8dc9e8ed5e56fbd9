import { formatSize } from '#shared/run-events/format-size.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './bundles.module.css';
import { ListedRows } from './listed-rows.tsx';

interface BundledFilesProps {
  readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
}

/** The files that travel in a bundle, with their sizes; nothing where there are none. */
export function BundledFiles({ files }: BundledFilesProps) {
  if (files.length === 0) return null;
  return (
    <Section title="Files" count={files.length}>
      <ListedRows
        label="Files"
        rows={files.map(({ name, sizeBytes }) => ({
          id: name,
          shown: (
            <>
              <Icon name="file" size={14} className={styles.icon} />
              <span className={styles.name}>{name}</span>
              <span className={styles.meta}>{formatSize(sizeBytes)}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
