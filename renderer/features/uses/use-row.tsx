import type { NodeKind } from '#shared/nodes/node.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { TemplateText } from '../../ui/template/template-text.tsx';
import { holderOfUse, isInScenario, lineOfUse, type Use, doneInWords } from './uses-to-show.ts';
import styles from './uses-dialog.module.css';

interface UseRowProps {
  readonly id: string;
  readonly use: Use;
  readonly icon: NodeKind | 'scenario';
  readonly picked: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

/** One use: which node or scenario, what it does, in which field, and the line in which the name stands. */
export function UseRow({ id, use, icon, picked, onChoose, onPoint }: UseRowProps) {
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
      <Icon name={icon} />
      <span className={styles.node}>{holderOfUse(use)}</span>
      <span className={styles.field}>{doneInWords(use)}</span>
      <span className={styles.line}>
        <LineOfUse use={use} />
      </span>
    </div>
  );
}

function LineOfUse({ use }: Pick<UseRowProps, 'use'>) {
  if (isInScenario(use)) return use.text;
  return use.does === 'reads' ? <TemplateText source={lineOfUse(use)} /> : use.name;
}
