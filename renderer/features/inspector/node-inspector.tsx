import { nodeKindTitles, type FlowNode } from '#shared/nodes/node.ts';
import { canBeErrorNode } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { assertNever } from '#shared/outcome/assert-never.ts';
import { commandKeys, useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { errorNodeLabel } from '../../store/error-node-label.ts';
import { useSelection } from '../../store/selection-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { useTemplatePlace } from '../../store/use-template-place.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { Menu } from '../../ui/overlay/menu.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { ApiCallEditor } from './api-call-editor.tsx';
import { ConditionEditor } from './condition/condition-editor.tsx';
import { EndEditor } from './end-editor.tsx';
import { ErrorNodeLine } from './error-node-line.tsx';
import { FlowSettings } from './flow-settings.tsx';
import { GroupSettings } from './group-settings.tsx';
import { LoopEditor } from './loop-editor.tsx';
import { MessageEditor } from './message-editor.tsx';
import { NodeNameField } from './node-name-field.tsx';
import { NoteEditor } from './note-editor.tsx';
import { PromptEditor } from './prompt-editor.tsx';
import { SetVariablesEditor } from './set-variables-editor.tsx';
import { StartEditor } from './start-editor.tsx';
import { SubFlowEditor } from './sub-flow/sub-flow-editor.tsx';
import { WaitEditor } from './wait-editor.tsx';
import { useStandInEntries } from './use-stand-in-entries.ts';

/** The settings of the selected node; with nothing selected those of the flow. */
export function NodeInspector({ flowId }: { readonly flowId: string }) {
  const flow = useFlow(flowId);
  const selection = useSelection(flowId);
  if (flow === undefined) return null;
  if (selection.nodes.length > 1) return <ManySelected count={selection.nodes.length} />;
  const node = flow.nodes.find((each) => each.id === selection.nodes[0]);
  if (node === undefined) return <NoNodeSelected flow={flow} groupId={selection.groups[0]} />;
  return (
    <>
      <PanelHead
        icon={node.kind}
        title={<NodeNameField key={node.id} flowId={flow.id} node={node} />}
        aside={nodeKindTitles[node.kind]}
        ruled
        tools={<NodeMenu flow={flow} node={node} />}
      />
      <ErrorNodeLine flow={flow} nodeId={node.id} />
      <NodeEditor key={node.id} flow={flow} node={node} />
    </>
  );
}

/** The settings of the selected group; without one those of the flow. */
function NoNodeSelected({ flow, groupId }: { readonly flow: Flow; readonly groupId: string | undefined }) {
  const group = groupsOf(flow).find(({ id }) => id === groupId);
  if (group === undefined) return <FlowSettings flow={flow} />;
  return <GroupSettings key={group.id} flow={flow} group={group} />;
}

interface NodeEditorProps {
  readonly flow: Flow;
  readonly node: FlowNode;
}

/** The fields of a node; its templates know the place where the node stands. */
function NodeEditor({ flow, node }: NodeEditorProps) {
  return (
    <TemplateContext value={useTemplatePlace(flow, node.id)}>
      <EditorOfKind flow={flow} node={node} />
    </TemplateContext>
  );
}

function EditorOfKind({ flow, node }: NodeEditorProps) {
  switch (node.kind) {
    case 'start':
      return <StartEditor flow={flow} node={node} />;
    case 'message':
      return <MessageEditor flow={flow} node={node} />;
    case 'prompt':
      return <PromptEditor flow={flow} node={node} />;
    case 'condition':
      return <ConditionEditor flow={flow} node={node} />;
    case 'set-variables':
      return <SetVariablesEditor flow={flow} node={node} />;
    case 'api-call':
      return <ApiCallEditor flow={flow} node={node} />;
    case 'sub-flow':
      return <SubFlowEditor flow={flow} node={node} />;
    case 'loop':
      return <LoopEditor flow={flow} node={node} />;
    case 'wait':
      return <WaitEditor flow={flow} node={node} />;
    case 'end':
      return <EndEditor flow={flow} node={node} />;
    case 'note':
      return <NoteEditor flow={flow} node={node} />;
    default:
      return assertNever(node);
  }
}

function NodeMenu({ flow, node }: NodeEditorProps) {
  const keysOf = useCommandKeys();
  const standIns = useStandInEntries(node.kind === 'api-call');
  return (
    <Menu
      align="end"
      trigger={<IconButton icon="more" label="More for this node" />}
      entries={[
        {
          kind: 'action',
          label: 'Duplicate',
          icon: 'duplicate',
          keys: keysOf('edit.duplicate'),
          onSelect: () => commandInvoked('edit.duplicate'),
        },
        {
          kind: 'action',
          label: 'Connect…',
          icon: 'arrow-right',
          keys: keysOf('canvas.connect'),
          onSelect: () => commandInvoked('canvas.connect'),
        },
        ...(canBeErrorNode(node) ? [errorNodeEntry(flow.errorNode === node.id)] : []),
        ...standIns,
        { kind: 'separator' },
        {
          kind: 'action',
          label: 'Delete',
          icon: 'trash',
          keys: keysOf('edit.delete'),
          danger: true,
          onSelect: () => commandInvoked('edit.delete'),
        },
      ]}
    />
  );
}

function errorNodeEntry(isErrorNode: boolean): MenuEntry {
  return {
    kind: 'action',
    label: errorNodeLabel(isErrorNode),
    icon: 'error-node',
    keys: commandKeys('canvas.error-node'),
    onSelect: () => commandInvoked('canvas.error-node'),
  };
}

function ManySelected({ count }: { readonly count: number }) {
  const keysOf = useCommandKeys();
  return (
    <>
      <PanelHead title={`${String(count)} nodes`} ruled />
      <EmptyState
        icon="flow"
        title={`${String(count)} nodes are selected`}
        action={
          <Button keys={keysOf('group.create')} onClick={() => commandInvoked('group.create')}>
            Group
          </Button>
        }
      >
        Move, copy, duplicate, group or delete them together; select one to see its settings.
      </EmptyState>
    </>
  );
}
