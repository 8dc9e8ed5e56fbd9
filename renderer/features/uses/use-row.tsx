import type { VariableUse } from '#shared/flow/variable-uses.ts';
import type { NodeKind } from '#shared/nodes/node.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { TemplateText } from '../../ui/template/template-text.tsx';
import { lineOfUse, fieldInWords } from './uses-to-show.ts';
import styles from './uses-dialog.module.css';

interface UseRowProps {
  readonly id: string;
  readonly use: VariableUse;
  readonly kind: NodeKind;
  readonly picked: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

/** One use: which node, what it does, in which field, and the line in which the name stands. */
export function UseRow({ id, use, kind, picked, onChoose, onPoint }: UseRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={picked}
      className={classNames(styles.row, picked && styles.picked)}
      ref={picked ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <Icon name={kind} />
      <span className={styles.node}>{use.nodeName}</span>
      <span className={styles.field}>
        {use.does} it in {fieldInWords(use)}
      </span>
      <span className={styles.line}>
        {use.does === 'reads' ? <TemplateText source={lineOfUse(use)} /> : use.name}
      </span>
    </div>
  );
}
