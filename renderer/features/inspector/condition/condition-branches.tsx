import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { ConditionPreview } from '#shared/condition/preview-condition.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { elseExit, type ConditionBranch } from '#shared/nodes/condition-node.ts';
import { branchName } from '#shared/nodes/exit-name.ts';
import { newBranch } from '#shared/nodes/new-branch.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { newId } from '../../../store/new-id.ts';
import { useNamesHere } from '../../../store/use-names-here.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { withMoved } from '../../../ui/field/move-row.ts';
import { useRowDrag } from '../../../ui/field/use-row-drag.ts';
import { configEdited } from '../edit-node.ts';
import { ExitTarget } from '../exit-target.tsx';
import { ConditionBranchEditor } from './condition-branch.tsx';
import { TakenNow } from './rule-mark.tsx';
import styles from './condition.module.css';

interface ConditionBranchesProps {
  readonly flow: Flow;
  readonly node: NodeOf<'condition'>;
  readonly preview: ConditionPreview;
}

/** The branches in the order in which a run looks at them, and what holds where none is taken. */
export function ConditionBranches({ flow, node, preview }: ConditionBranchesProps) {
  const { branches } = node.config;
  const { here } = useNamesHere(flow, node.id);
  const list = useRef<HTMLDivElement>(null);
  const changed = (next: readonly ConditionBranch[], field: string | null = null) =>
    configEdited(flow.id, node, { branches: [...next] }, field);
  // The element of a branch moves with it, and a field that moves loses the focus.
  const changedAround = (next: readonly ConditionBranch[], focused: number) => {
    flushSync(() => changed(next));
    list.current?.querySelectorAll<HTMLElement>('[data-branch-name]')[focused]?.focus();
  };
  const { drag, gripped } = useRowDrag(list, branches.length, (from, to) =>
    changed(withMoved(branches, from, to)),
  );
  return (
    <Field
      as="group"
      label="Branches"
      hint="The first branch whose rules are met is taken, else the last way."
      error={twice(branches)}
    >
      <div ref={list} className={styles.branches} data-dragging={drag !== null || undefined}>
        {branches.map((branch, at) => (
          <ConditionBranchEditor
            key={branch.id}
            flow={flow}
            nodeId={node.id}
            branch={branch}
            at={at}
            here={here}
            preview={preview.branches.find(({ exit }) => exit === branch.id)?.rules ?? []}
            takenNow={preview.exit === branch.id}
            dragged={drag?.from === at}
            dropAbove={drag?.gap === at}
            onGrip={(event) => gripped(event, at)}
            onChange={(next, field) => changed(branches.with(at, next), `${branch.id} ${field ?? ''}`)}
            onStep={(by) => {
              const to = at + by;
              if (branches[to] !== undefined) changedAround(withMoved(branches, at, to), to);
            }}
            onRemove={() => changed(branches.toSpliced(at, 1))}
          />
        ))}
        <div className={styles.elseRow} data-drop={drag?.gap === branches.length || undefined}>
          <span className={styles.elseName}>else</span>
          <div className={styles.leads}>
            <ExitTarget flow={flow} nodeId={node.id} exit={elseExit} called="else" />
          </div>
          {preview.exit === elseExit && <TakenNow />}
        </div>
      </div>
      <div className={styles.add}>
        <Button
          icon="plus"
          onClick={() => changedAround([...branches, newBranch(newId('br'), branches)], branches.length)}
        >
          Branch
        </Button>
      </div>
    </Field>
  );
}

function twice(branches: readonly ConditionBranch[]): string | undefined {
  const names = branches.map((branch, at) => branchName(branch, at) ?? '');
  const name = names.find((each, at) => each === elseExit || names.indexOf(each) !== at);
  if (name === undefined) return undefined;
  return `${name} is there twice; give one of them another name, so that their exits can be told apart.`;
}
