// Renaming from the window: one step for undo, and nothing where a clash would change what a flow does.
import { beforeEach, describe, expect, test } from 'vitest';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import {
  documentAdded,
  documentsStore,
  editRedone,
  editUndone,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { flowNamesOf } from '../../../../renderer/store/flow-names-of.ts';
import { selectionOf } from '../../../../renderer/store/selection-store.ts';
import {
  definitionAsked,
  renameTrouble,
  variableRenamed,
} from '../../../../renderer/store/variable-actions.ts';
import { environmentPicked } from '../../../../renderer/store/view-store.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { forgetShownWorkspace, shopApi, shownWorkspace, staging } from '../../../support/shown-workspace.ts';

const flow = storyFlow({
  name: 'Bought',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'prompt', { text: '', variable: 'order' }],
    [
      'Get',
      'api-call',
      { endpoint: shopApi.id, method: 'GET', path: '/{{order}}', responseVariable: 'reply' },
    ],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Get'],
  ],
});
const shown = () => documentsStore.getState().documents[flow.id]?.document as Flow;

describe('a variable', () => {
  forgetShownWorkspace();
  beforeEach(() => {
    workspaceOpened(shownWorkspace());
    environmentPicked(null);
    documentAdded(flow);
  });

  test('is renamed in one step, which undo takes back and redo brings again', () => {
    variableRenamed(flow.id, 'order', 'purchase');
    expect(nodeNamed(shown(), 'Get')).toMatchObject({ config: { path: '/{{purchase}}' } });
    const after = shown();
    editUndone(flow.id);
    expect(shown()).toEqual(flow);
    editRedone(flow.id);
    expect(shown()).toEqual(after);
  });

  test('is not renamed to a name that is taken, and the reason is there', () => {
    expect(renameTrouble(flow.id, 'order', 'purchase')).toBeNull();
    expect(renameTrouble(flow.id, 'order', 'reply')).toContain('"Get" sets reply already');
    variableRenamed(flow.id, 'order', 'reply');
    expect(shown()).toBe(flow);
    expect(renameTrouble('fl_gone', 'order', 'purchase')).toBe('The flow is gone.');
  });

  test('is not renamed to a value of the active environment', () => {
    documentAdded(environmentSchema.parse({ ...staging, values: [{ name: 'region', value: 'eu' }] }));
    expect(renameTrouble(flow.id, 'order', 'region')).toBeNull();
    environmentPicked(staging.id);
    expect(renameTrouble(flow.id, 'order', 'region')).toContain('active environment has a value region');
    environmentPicked(null);
  });

  test('is not renamed to a value of the defaults, which hold where no environment is active', () => {
    const defaults = { ...staging, id: storyId('en', 'Defaults'), name: 'Defaults', defaults: true };
    documentAdded(environmentSchema.parse({ ...defaults, values: [{ name: 'region', value: 'eu' }] }));
    expect(renameTrouble(flow.id, 'order', 'region')).toBe(
      'The defaults of all environments have a value region already, and the variable would hide it.',
    );
  });

  test('is not renamed while an endpoint of the flow reads it', () => {
    documentAdded({ ...shopApi, baseUrl: 'https://{{order}}.example' });
    expect(renameTrouble(flow.id, 'order', 'purchase')).toContain('The API endpoint Shop API reads order');
  });

  test('leads to the node that sets it', () => {
    definitionAsked(flow.id, nodeNamed(flow, 'Get').id, 'order');
    expect(selectionOf(flow.id).nodes).toEqual([nodeNamed(flow, 'Ask').id]);
    definitionAsked(flow.id, nodeNamed(flow, 'Get').id, 'nobody');
    expect(selectionOf(flow.id).nodes).toEqual([nodeNamed(flow, 'Ask').id]);
  });

  test('is looked up in one analysis for as long as only texts are typed', () => {
    const before = flowNamesOf(flow);
    const typed = {
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.kind === 'api-call' ? { ...node, config: { ...node.config, path: '/x' } } : node,
      ),
    };
    expect(flowNamesOf(typed)).toBe(before);
    variableRenamed(flow.id, 'order', 'purchase');
    expect(flowNamesOf(shown())).not.toBe(before);
  });
});
