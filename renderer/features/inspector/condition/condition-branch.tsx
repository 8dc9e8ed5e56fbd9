import type { KeyboardEvent, PointerEvent } from 'react';
import type { PreviewedRule } from '#shared/condition/preview-condition.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NamesHere } from '#shared/flow/names-here.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import type { ConditionBranch } from '#shared/nodes/condition-node.ts';
import { branchName } from '#shared/nodes/exit-name.ts';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ExitTarget } from '../exit-target.tsx';
import { RuleList } from './rule-list.tsx';
import { TakenNow } from './rule-mark.tsx';
import { stepOfKey } from './step-of-key.ts';
import styles from './condition.module.css';

export interface ConditionBranchProps {
  readonly flow: Flow;
  readonly nodeId: NodeId;
  readonly branch: ConditionBranch;
  readonly at: number;
  readonly here: NamesHere;
  readonly preview: readonly PreviewedRule[];
  readonly takenNow: boolean;
  readonly dragged: boolean;
  readonly dropAbove: boolean;
  readonly onGrip: (event: PointerEvent) => void;
  /** `field` names the text that is typed into, for undo. */
  readonly onChange: (branch: ConditionBranch, field: string | null) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One branch: its name, which its exit has as well, its rules, and where it leads. */
export function ConditionBranchEditor(props: ConditionBranchProps) {
  const { flow, nodeId, branch, at, here, preview, takenNow, onChange, onStep, onRemove } = props;
  const called = branchName(branch, at) ?? '';
  const keyPressed = (event: KeyboardEvent) => {
    const by = stepOfKey(event);
    if (by === null) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(by);
  };
  return (
    <div
      role="group"
      aria-label={`Branch ${called}`}
      data-row={at}
      data-drop={props.dropAbove || undefined}
      className={classNames(styles.branch, props.dragged && styles.dragged)}
    >
      <div className={styles.branchHead}>
        <span
          className={styles.grip}
          title="Drag to move, or press Alt+↑ or Alt+↓ in the name"
          onPointerDown={props.onGrip}
        >
          <Icon name="grip" size={12} />
        </span>
        <input
          data-branch-name=""
          aria-label={`Name of branch ${String(at + 1)}`}
          spellCheck={false}
          placeholder={called}
          className={styles.branchName}
          value={branch.name}
          onKeyDown={keyPressed}
          onChange={(event) => onChange({ ...branch, name: event.currentTarget.value }, 'name')}
        />
        {takenNow && <TakenNow />}
        <IconButton icon="trash" iconSize={12} label={`Remove ${called}`} onClick={onRemove} />
      </div>
      <RuleList
        group={branch}
        path={[]}
        branch={branch}
        called={called}
        here={here}
        guarded={[]}
        preview={preview}
        onChange={onChange}
      />
      <div className={styles.leadsRow}>
        <span>leads to</span>
        <div className={styles.leads}>
          <ExitTarget flow={flow} nodeId={nodeId} exit={branch.id} called={called} />
        </div>
      </div>
    </div>
  );
}
