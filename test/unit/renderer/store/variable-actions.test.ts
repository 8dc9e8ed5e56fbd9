// Renaming from the window: one step for undo, and nothing where a clash would change what a flow does.
import { beforeEach, describe, expect, test } from 'vitest';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import {
  documentAdded,
  documentPatched,
  documentsStore,
  editRedone,
  editUndone,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { flowNamesOf } from '../../../../renderer/store/flow-names-of.ts';
import { heldTextForgotten, scenarioTyped } from '../../../../renderer/store/scenario-texts.ts';
import { selectionOf } from '../../../../renderer/store/selection-store.ts';
import {
  definitionAsked,
  renameTrouble,
  variableRenamed,
} from '../../../../renderer/store/variable-actions.ts';
import { environmentPicked, viewStore } from '../../../../renderer/store/view-store.ts';
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

  test('is not renamed while an endpoint of the flow reads it', () => {
    documentAdded({ ...shopApi, baseUrl: 'https://{{order}}.example' });
    expect(renameTrouble(flow.id, 'order', 'purchase')).toContain('The API endpoint Shop API reads order');
  });

  describe('that its scenarios name', () => {
    const scenario = scenarioSchema.parse({
      format: 'flowbench.scenario',
      version: 1,
      id: storyId('sc', 'Bought'),
      name: 'Two bought',
      flow: flow.id,
      expect: [{ type: 'variable', path: 'order.id', value: { is: 'equal', json: '2' } }],
    });
    const tested = () => documentsStore.getState().documents[scenario.id]?.document;
    beforeEach(() => documentAdded(scenario));

    test('is renamed there in the same step, which undo takes back in both from either', () => {
      variableRenamed(flow.id, 'order', 'purchase');
      expect(tested()).toMatchObject({ expect: [{ path: 'purchase.id' }] });
      expect(documentsStore.getState().documents[scenario.id]?.save).toEqual({ type: 'unsaved' });
      editUndone(scenario.id);
      expect(shown()).toEqual(flow);
      expect(tested()).toEqual(scenario);
      editRedone(flow.id);
      expect(tested()).toMatchObject({ expect: [{ path: 'purchase.id' }] });
    });

    test('is not renamed to what they name already', () => {
      documentAdded({ ...scenario, expect: [{ type: 'variable', path: 'sale', value: { is: 'missing' } }] });
      expect(renameTrouble(flow.id, 'order', 'sale')).toBe(
        'The scenario "Two bought" expects something of sale already; two variables of one name would become one.',
      );
      variableRenamed(flow.id, 'order', 'sale');
      expect(shown()).toBe(flow);
    });

    test('is not renamed while JSON with the old name is being written, which stays', () => {
      scenarioTyped(scenario, '{ "expect": [{ "path": "orders" }');
      expect(renameTrouble(flow.id, 'order', 'purchase')).toBeNull();
      const text = '{ "expect": [{ "path": "order.id" }';
      scenarioTyped(scenario, text);
      expect(renameTrouble(flow.id, 'order', 'purchase')).toBe(
        'The JSON that is written for “Two bought” is no scenario yet and has the old name: finish it or give it up first.',
      );
      variableRenamed(flow.id, 'order', 'purchase');
      expect(tested()).toBe(scenario);
      expect(viewStore.getState().scenarioTexts[scenario.id]).toBe(text);
      heldTextForgotten(scenario.id);
      expect(renameTrouble(flow.id, 'order', 'purchase')).toBeNull();
    });

    test('is not renamed while nobody has decided between two versions of one', () => {
      documentPatched(scenario.id, (open) => ({
        ...open,
        save: { type: 'conflict', reason: 'changed', message: 'Another program changed it.', theirs: null },
      }));
      expect(renameTrouble(flow.id, 'order', 'purchase')).toBe(
        'Another program changed the file of “Two bought”, which has the name too: decide in its tab first.',
      );
      expect(renameTrouble(flow.id, 'reply', 'answer')).toBeNull();
    });
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
