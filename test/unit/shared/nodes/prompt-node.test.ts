// A prompt's exits, and what they and its answers are called where people see them.
import { describe, expect, test } from 'vitest';
import { withChangedNode } from '#shared/flow/edit-flow.ts';
import { flowNames } from '#shared/flow/flow-names.ts';
import { hasSameStructure, hasSameWays } from '#shared/flow/flow-structure.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeSummary } from '#shared/flow/node-summary.ts';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { renameVariable } from '#shared/flow/rename-variable.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { promptNodeSchema, type PromptConfig } from '#shared/nodes/prompt-node.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const yes = storyId('ch', 'Yes');
const later = storyId('ch', 'Later');

const flowWith = (config: Partial<PromptConfig>) =>
  storyFlow({
    name: 'Choices',
    nodes: [
      ['Start', 'start', {}],
      [
        'Ask',
        'prompt',
        {
          text: 'Now?',
          variable: 'answer',
          answerType: 'choice',
          choices: [
            { id: yes, label: 'Yes, {{name}}', value: '' },
            { id: later, label: ' ', value: 'later' },
          ],
          ...config,
        },
      ],
      ['Now', 'message', { text: '{{answer}}' }],
      ['Else', 'message', { text: '{{answer}}' }],
    ],
    connections: [
      ['Start', 'next', 'Ask'],
      ['Ask', yes, 'Now'],
      ['Ask', 'next', 'Else'],
      ['Ask', 'no-answer', 'Else'],
    ],
  });

const flow = flowWith({});
const ask = (of: Flow = flow) => nodeNamed(of, 'Ask') as Extract<FlowNode, { kind: 'prompt' }>;
const changed = (config: Partial<PromptConfig>) =>
  withChangedNode(flow, ask().id, (node) => ({ ...node, config: { ...node.config, ...config } }) as FlowNode);

describe('the exits of a prompt', () => {
  test('are next, one per choice, and no-answer', () => {
    expect(nodeExits(ask())).toEqual(['next', yes, later, 'no-answer']);
    expect(nodeExits(ask(flowWith({ limit: null })))).toEqual(['next', yes, later]);
  });

  test('are those of choices only where it asks for one', () => {
    expect(nodeExits(ask(changed({ answerType: 'text' })))).toEqual(['next', 'no-answer']);
  });

  test('are called like their choice, by label, value or place', () => {
    const choices = [...(ask().config.choices ?? []), { id: storyId('ch', 'Third'), label: '', value: '' }];
    const node = ask(changed({ choices }));
    expect(nodeExits(node).map((exit) => exitName(node, exit))).toEqual([
      'next',
      'Yes, {{name}}',
      'later',
      'Choice 3',
      'no-answer',
    ]);
  });

  test('are there once, also where a file names a choice twice', () => {
    const choices = [...(ask().config.choices ?? []), { id: yes, label: 'Again', value: '' }];
    expect(nodeExits(ask(flowWith({ choices })))).toEqual(['next', yes, later, 'no-answer']);
  });

  test('go with their connections when a choice goes, and when the type changes', () => {
    const exitsLeft = (after: Flow) =>
      after.connections.filter(({ from }) => from.node === ask().id).map(({ from }) => from.exit);
    expect(exitsLeft(changed({ choices: (ask().config.choices ?? []).slice(1) }))).toEqual([
      'next',
      'no-answer',
    ]);
    expect(exitsLeft(changed({ answerType: 'date' }))).toEqual(['next', 'no-answer']);
    const relabelled = (ask().config.choices ?? []).map((choice) => ({ ...choice, label: 'New' }));
    expect(exitsLeft(changed({ choices: relabelled.toReversed() }))).toEqual([yes, 'next', 'no-answer']);
  });
});

describe('the names that a choice sets', () => {
  test('are set on its exit and on next, not on no-answer', () => {
    const names = flowNames(flow);
    expect(names.at(nodeNamed(flow, 'Now').id).always.has('answer')).toBe(true);
    expect(names.at(nodeNamed(flow, 'Else').id).perhaps.has('answer')).toBe(true);
  });

  test('come over next only where a choice has no exit of its own', () => {
    const connected = storyFlow({
      name: 'All connected',
      nodes: [
        ['Start', 'start', {}],
        [
          'Ask',
          'prompt',
          { text: '', variable: 'answer', answerType: 'choice', choices: [{ id: yes, label: 'Yes' }] },
        ],
        ['Now', 'message', { text: '' }],
        ['Else', 'message', { text: '' }],
      ],
      connections: [
        ['Start', 'next', 'Ask'],
        ['Ask', yes, 'Now'],
        ['Ask', 'next', 'Else'],
      ],
    });
    expect(flowNames(connected).at(nodeNamed(connected, 'Else').id).reached).toBe(false);
  });

  test('are looked through again when choices come or go, and told anew when a label changes', () => {
    const [first] = ask().config.choices ?? [];
    const fewer = changed({ choices: (ask().config.choices ?? []).slice(0, 1) });
    expect(hasSameWays({ ...flow, connections: fewer.connections }, fewer)).toBe(false);
    const relabelled = changed({
      choices: (ask().config.choices ?? []).map((each) => (each === first ? { ...each, label: 'No' } : each)),
    });
    expect(hasSameWays(flow, relabelled)).toBe(true);
    expect(hasSameStructure(flow, relabelled)).toBe(false);
  });
});

describe('the texts of a prompt', () => {
  const full = {
    textRules: { patternText: '{{hint}}' },
    dateRules: { earliest: '{{from}}', latest: '{{until}}' },
    retryText: '{{again}}',
  };

  test('are those of its choices and rules, off where another type is asked for', () => {
    const texts = nodeTexts(ask(changed(full))).map(({ field, row, off, text }) => [
      row === null ? field : `${field} ${String(row.number)} ${row.cell}`,
      off,
      text,
    ]);
    expect(texts).toEqual([
      ['Question', false, 'Now?'],
      ['Choices 1 Label', false, 'Yes, {{name}}'],
      ['Choices 1 Value', false, ''],
      ['Choices 2 Label', false, ' '],
      ['Choices 2 Value', false, 'later'],
      ['When the pattern is not found', true, '{{hint}}'],
      ['Earliest', true, '{{from}}'],
      ['Latest', true, '{{until}}'],
      ['Variable', false, 'answer'],
      ['When the answer does not fit', false, '{{again}}'],
    ]);
  });

  test('are renamed with their variable', () => {
    const renamed = (of: Flow, from: string, to: string) => {
      const after = renameVariable(of, from, to);
      return after.ok ? ask(after.value).config : after.failure;
    };
    const rules = {
      ...full,
      answerType: 'date',
      dateRules: { earliest: '{{answer}}', latest: '{{@today}}' },
    } as const;
    expect(renamed(changed(rules), 'answer', 'reply')).toMatchObject({
      variable: 'reply',
      dateRules: { earliest: '{{reply}}', latest: '{{@today}}' },
    });
    const labelled = [{ id: yes, label: 'As before: {{answer.[0]}}', value: '{{answer}}' }];
    expect(renamed(changed({ choices: labelled }), 'answer', 'reply')).toMatchObject({
      choices: [{ label: 'As before: {{reply.[0]}}', value: '{{reply}}' }],
    });
  });
});

test('a prompt is summed up by what it asks for', () => {
  expect(nodeSummary(ask())).toBe('choice of 2 → answer');
  expect(nodeSummary(ask(changed({ answerType: 'yes-no' })))).toBe('yes or no → answer');
});

test('a prompt as it was written before there were types is read unchanged', () => {
  const old = {
    kind: 'prompt',
    id: ask().id,
    name: 'Ask',
    position: { x: 0, y: 0 },
    config: { text: '?', answerType: 'number', variable: 'n', retryText: '', limit: null },
  };
  expect(promptNodeSchema.parse(old)).toEqual(old);
});
