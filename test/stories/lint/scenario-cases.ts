// A story for each rule about scenarios: what they name has to be there, and what they expect has to be readable.
import type { z } from 'zod';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import { storyId } from '../story-id.ts';
import { environmentOf, flowOfCall, rowOf, workspaceOf, type LintCase } from './lint-case.ts';

const flow = flowOfCall();
const idOf = (name: string) => flow.nodes.find((each) => each.name === name)!.id;
const callId = idOf('Call');
const gone = storyId('nd', 'gone');
const fixture = storyId('fx', 'Order');
const staging = environmentOf('staging');

const greeting = rowOf([['Greet', 'message', { text: 'Hello in {{language}}' }]], {
  inputs: [{ name: 'language', type: 'text', required: true }],
});

function scenario(change: Partial<z.input<typeof scenarioSchema>>, tested = flow): LintWorkspace {
  const written = {
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Happy path'),
    name: 'Happy path',
    flow: tested.id,
    ...change,
  };
  return workspaceOf(tested, {
    environments: [staging],
    scenarios: [scenarioSchema.parse(written)],
    fixtures: [{ id: fixture, name: 'Order', node: callId }],
  });
}

export const scenarioCases: Readonly<Record<string, LintCase>> = {
  'scenario-flow-missing': {
    says: ['The flow that it tests is gone from the workspace.'],
    of: scenario({ flow: storyId('fl', 'gone'), standIns: [{ node: callId, use: 'live' }] }),
    nearMisses: { 'a flow that is there': scenario({}) },
  },
  'scenario-node-missing': {
    says: [
      'Answer 1 is about a node that is gone from the flow.',
      'Stand-in 1 is about',
      'Expectation 2 is about',
    ],
    of: scenario({
      answers: [{ node: gone, text: 'yes' }],
      standIns: [{ node: gone, use: 'live' }],
      expect: [
        { type: 'calls', count: 1 },
        { type: 'path', nodes: [callId, gone] },
      ],
    }),
    nearMisses: {
      'nodes that are there': scenario({
        standIns: [{ node: callId, use: 'live' }],
        expect: [{ type: 'path', nodes: [idOf('Start'), callId] }],
      }),
    },
  },
  'scenario-exit-missing': {
    says: ['Expectation 1 is about an exit that Call has not.'],
    of: scenario({ expect: [{ type: 'exit', node: callId, exit: 'eror' }] }),
    nearMisses: { 'an exit of it': scenario({ expect: [{ type: 'exit', node: callId, exit: 'error' }] }) },
  },
  'scenario-fixture-missing': {
    says: ['Stand-in 1 takes a fixture that is gone from the workspace.', 'Stand-in 2 takes'],
    of: scenario({
      standIns: [
        {
          node: callId,
          use: { type: 'fault', fault: { kind: 'dns' }, attempts: 1, then: storyId('fx', 'gone') },
        },
        { node: callId, call: 2, use: { type: 'fixture', id: storyId('fx', 'gone') } },
      ],
    }),
    nearMisses: {
      'a fixture that is there': scenario({
        standIns: [{ node: callId, use: { type: 'fixture', id: fixture } }],
      }),
      'a fault without one': scenario({
        standIns: [{ node: callId, use: { type: 'fault', fault: { kind: 'dns' } } }],
      }),
    },
  },
  'scenario-environment-missing': {
    says: ['The environment that it runs with is gone from the workspace.'],
    of: scenario({ environment: storyId('en', 'gone') }),
    nearMisses: { 'one that is there': scenario({ environment: staging.id }), none: scenario({}) },
  },
  'scenario-input-unknown': {
    says: ['"Told" has no input langauge.', '"Told" has no input channel.'],
    of: scenario(
      {
        inputs: [
          { name: 'langauge', value: 'pt' },
          { name: 'channel', value: 'web' },
        ],
      },
      greeting,
    ),
    nearMisses: {
      'an input of it, and a column of another name': scenario(
        {
          inputs: [{ name: 'language', value: 'pt' }],
          data: { columns: ['channel'], rows: [['web']] },
        },
        greeting,
      ),
      'a flow that is there and has none': scenario({}),
    },
  },
  'scenario-matcher-invalid': {
    says: [
      'Expectation 1 expects what cannot be read: This is JSON that cannot be read',
      'Expectation 2 expects',
    ],
    of: scenario({
      expect: [
        { type: 'variable', path: 'order', value: { json: '{' } },
        { type: 'message', text: { is: 'matches', text: '(' } },
      ],
    }),
    nearMisses: {
      'what can be read': scenario({
        expect: [
          { type: 'variable', path: 'order', value: { json: '{}' } },
          { type: 'message', text: { is: 'matches', text: '^Thank' } },
          { type: 'variable', path: 'order', value: { is: 'present', json: '{' } },
        ],
      }),
    },
  },
  'scenario-column-missing': {
    says: [
      'Answer 1 takes its value from the column number, which the data have not.',
      'Expectation 1 takes',
    ],
    of: scenario({
      answers: [{ column: 'number' }],
      expect: [{ type: 'message', text: { column: '' } }],
      data: { columns: ['nummer'], rows: [['1']] },
    }),
    nearMisses: {
      'a column of the data': scenario({
        answers: [{ column: 'number' }],
        data: { columns: ['number'], rows: [['1']] },
      }),
    },
  },
};
