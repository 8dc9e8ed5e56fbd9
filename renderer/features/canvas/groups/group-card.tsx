import { Handle, Position, useUpdateNodeInternals, type NodeProps } from '@xyflow/react';
import { memo, useLayoutEffect } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { RenameInput } from '../../../ui/list/rename-input.tsx';
import { useCommandKeys } from '../../../store/command-keys.ts';
import { inHandle, outHandle, type GroupData, type GroupNode } from '../canvas-model.ts';
import { groupChanged, groupsFolded } from './group-edits.ts';
import { GroupCorner } from './group-corner.tsx';
import { GroupFlags } from './group-flags.tsx';
import { groupRenamingEnded, groupRenamingStarted, useGroupRenaming } from './group-renaming.ts';
import { sumsInWords } from './group-sums.ts';
import styles from './group-card.module.css';

/** A group on the canvas: a frame under its nodes, or the one card that stands for them. */
export const GroupCard = memo(function GroupCard({ data, selected }: NodeProps<GroupNode>) {
  const { id, collapsed } = data;
  const updateInternals = useUpdateNodeInternals();
  // A collapsed group has ends for connections, a frame has none: the canvas measures them anew.
  useLayoutEffect(() => updateInternals(id), [collapsed, id, updateInternals]);
  return (
    <div
      className={classNames(
        collapsed ? styles.collapsed : styles.frame,
        styles[data.colour],
        selected && styles.selected,
      )}
      data-group-id={id}
      data-state={data.sums.state ?? 'idle'}
    >
      {collapsed ? <CollapsedGroup data={data} /> : <Frame data={data} />}
    </div>
  );
});

function Frame({ data }: { readonly data: GroupData }) {
  return (
    <>
      <div className={styles.bar}>
        <Fold data={data} />
        <GroupName data={data} />
        <span className={styles.size}>{data.sums.size === 0 ? 'empty' : data.sums.size}</span>
      </div>
      <GroupCorner flowId={data.flowId} groupId={data.id} least={data.least} />
    </>
  );
}

function CollapsedGroup({ data }: { readonly data: GroupData }) {
  return (
    <>
      <Handle
        id={inHandle}
        type="target"
        position={Position.Left}
        isConnectable={false}
        className={styles.end}
      />
      <div className={styles.head}>
        <Fold data={data} />
        <GroupName data={data} />
        <GroupFlags sums={data.sums} />
      </div>
      <div className={styles.sums}>{sumsInWords(data.sums)}</div>
      <Handle
        id={outHandle}
        type="source"
        position={Position.Right}
        isConnectable={false}
        className={styles.end}
      />
    </>
  );
}

function Fold({ data: { collapsed, flowId, id, name } }: { readonly data: GroupData }) {
  const keysOf = useCommandKeys();
  return (
    <span className="nodrag">
      <IconButton
        icon={collapsed ? 'chevron-right' : 'chevron-down'}
        iconSize={14}
        size={20}
        label={`${collapsed ? 'Expand' : 'Collapse'} ${name}`}
        keys={keysOf('group.collapse')}
        tabIndex={-1}
        onClick={() => groupsFolded(flowId, [id], !collapsed)}
      />
    </span>
  );
}

function GroupName({ data: { flowId, id, name } }: { readonly data: GroupData }) {
  const isRenaming = useGroupRenaming(id);
  if (!isRenaming)
    return (
      <span dir="auto" className={styles.name} title={name} onDoubleClick={() => groupRenamingStarted(id)}>
        {name}
      </span>
    );
  return (
    <span className={classNames(styles.renaming, 'nodrag nopan')}>
      <RenameInput
        name={name}
        onRename={(next) => {
          groupChanged(flowId, id, { name: next });
          groupRenamingEnded();
        }}
        onCancel={groupRenamingEnded}
        onSettledByKey={() =>
          document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus()
        }
      />
    </span>
  );
}
