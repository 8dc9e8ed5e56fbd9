// Of each rule about the ways of a flow a flow that it tells about, and flows that are almost the same and sound.
import type { Flow } from '#shared/flow/flow.ts';
import { storyId } from '../story-id.ts';
import type { StoryNode } from '../story-flow.ts';
import {
  ask,
  call,
  environmentOf,
  flowOfCall,
  rowOf,
  say,
  told,
  workspaceOf,
  type LintCase,
} from './lint-case.ts';

const start = ['Start', 'start', {}] as const;
const end = ['End', 'end', {}] as const;

const greeting = rowOf([say('Hello')]);
const withoutStart: Flow = {
  ...greeting,
  nodes: greeting.nodes.filter(({ kind }) => kind !== 'start'),
  connections: greeting.connections.slice(1),
};

/** By rule. */
export const flowCases: Readonly<Record<string, LintCase>> = {
  'start-missing': {
    says: ['"Told" has no Start, so there is nowhere to begin.'],
    of: workspaceOf(withoutStart),
    nearMisses: { 'with its Start': workspaceOf(greeting) },
  },
  'start-repeated': {
    says: ['Start 2 is a second Start; a run begins at the first one only.'],
    of: workspaceOf(
      told(
        [start, say('Hello'), ['Start 2', 'start', {}], end],
        [
          ['Start', 'next', 'Say'],
          ['Start 2', 'next', 'Say'],
          ['Say', 'next', 'End'],
        ],
      ),
    ),
    nearMisses: {},
  },
  'node-unreachable': {
    says: ['No way from the Start leads to Left, nor to the node behind it.'],
    of: workspaceOf(
      told(
        [start, end, say('Never', 'Left'), say('Nor', 'Behind')],
        [
          ['Start', 'next', 'End'],
          ['Left', 'next', 'Behind'],
          ['Behind', 'next', 'End'],
        ],
      ),
    ),
    nearMisses: {
      'reached as the error node': workspaceOf(
        told(
          [start, call(), say('Sorry', 'Sorry'), end],
          [
            ['Start', 'next', 'Call'],
            ['Call', 'success', 'End'],
            ['Sorry', 'next', 'End'],
          ],
          { errorNode: 'Sorry' },
        ),
      ),
    },
  },
  'exit-unconnected': {
    says: ['Ask › no-answer leads nowhere: a run that leaves by it ends as failed.'],
    of: workspaceOf(rowOf([['Ask', 'prompt', { text: 'What?', variable: 'answer' }], say('{{answer}}')])),
    nearMisses: {
      'a prompt that asks without end': workspaceOf(rowOf([ask('answer'), say('{{answer}}')])),
      'a code that the success exit takes': workspaceOf(flowOfCall({ successCodes: [404] })),
    },
  },
  'error-unhandled': {
    says: ['Nothing takes the trouble of Call: a run ends as failed where the call does not succeed.'],
    of: workspaceOf(rowOf([call()])),
    nearMisses: {
      'an exit for each kind of trouble': workspaceOf(
        rowOf([call({ exits: ['3xx', '4xx', '5xx', 'failure', 'exception', '1xx'].slice(0, 5) })], {
          toEnd: ['error', '3xx', '4xx', '5xx', 'failure', 'exception'].map((exit) => ['Call', exit]),
        }),
      ),
      'going on as after a success': workspaceOf(rowOf([call({ continueOnError: true })])),
      'an error node': workspaceOf(
        told(
          [start, call(), end],
          [
            ['Start', 'next', 'Call'],
            ['Call', 'success', 'End'],
          ],
          { errorNode: 'End' },
        ),
      ),
    },
  },
  'next-unconnected': {
    says: ['A run ends after Say, for its next leads nowhere.'],
    of: workspaceOf(told([start, say('Bye')], [['Start', 'next', 'Say']])),
    nearMisses: { 'an End': workspaceOf(greeting) },
  },
  'wait-invalid': {
    says: ['The duration is no number: write one such as 2 or 0.5.'],
    of: workspaceOf(rowOf([['Pause', 'wait', { amount: 'soon' }]])),
    nearMisses: {
      'a number': workspaceOf(rowOf([['Pause', 'wait', { amount: '0.5', unit: 'min' }]])),
      'an expression': workspaceOf(rowOf([ask('pause'), ['Pause', 'wait', { amount: '{{pause}}' }]])),
    },
  },
  'branch-empty': {
    says: ['The branch Late has no rule, so it is never taken.'],
    of: workspaceOf(conditionOf([])),
    nearMisses: {
      'a rule': workspaceOf(conditionOf([{ left: '{{@today}}', operator: 'value-exists' }])),
      'a rule that asks whether a variable is set, and one behind it': workspaceOf(
        bothWays([
          { left: '{{order}}', operator: 'value-exists' },
          { left: '{{order}}', operator: 'text-contains', right: '1' },
        ]),
      ),
    },
  },
  'error-node-missing': {
    says: ['The error node of "Told" is gone.'],
    of: workspaceOf({ ...greeting, errorNode: storyId('nd', 'gone') }),
    nearMisses: {},
  },
  'connection-broken': {
    says: ['Say › next has two connections; the first one counts.'],
    of: workspaceOf({ ...greeting, connections: [...greeting.connections, greeting.connections[1]!] }),
    nearMisses: {},
  },
  'exit-without-effect': {
    says: ['Call › 404 leads nowhere, so a wider exit takes its place.'],
    of: workspaceOf(flowOfCall({ exits: ['404'] })),
    nearMisses: {
      connected: workspaceOf(
        rowOf([call({ exits: ['404'] })], {
          toEnd: [
            ['Call', 'error'],
            ['Call', '404'],
          ],
        }),
      ),
    },
  },
  'exit-impossible': {
    says: ['No answer ends with a code such as 1xx, so that exit is never taken.'],
    of: workspaceOf(
      rowOf([call({ exits: ['1xx'] })], {
        toEnd: [
          ['Call', 'error'],
          ['Call', '1xx'],
        ],
      }),
    ),
    nearMisses: {
      'a code that redirects': workspaceOf(
        rowOf([call({ exits: ['304'] })], {
          toEnd: [
            ['Call', 'error'],
            ['Call', '304'],
          ],
        }),
      ),
    },
  },
  'node-name-repeated': {
    says: ['Another node is called Say, too.'],
    of: workspaceOf(renamed(rowOf([say('Hello'), say('Bye', 'Later')]), 'Later', 'Say')),
    nearMisses: {
      'other letters': workspaceOf(renamed(rowOf([say('Hello'), say('Bye', 'Later')]), 'Later', 'say')),
    },
  },
  'node-name-missing': {
    says: ['This Message has no name.'],
    of: workspaceOf(renamed(greeting, 'Say', ' ')),
    nearMisses: {},
  },
  'variable-overwritten': {
    says: ['Call stores over order, which Ask has set.'],
    of: workspaceOf(
      rowOf([ask('order'), call({ path: '/orders/{{order}}' }), say('{{order.body}}')], {
        toEnd: [['Call', 'error']],
      }),
    ),
    nearMisses: {
      'asking again': workspaceOf(rowOf([ask('order'), ask('order', 'Again'), say('{{order}}')])),
      'on another way': workspaceOf(
        told(
          [
            start,
            ['Ask', 'prompt', { text: 'What?', variable: 'name' }],
            call({ responseVariable: 'made' }, 'Make'),
            call({ responseVariable: 'made' }, 'Other'),
            say('{{name}} {{default made "none"}}'),
            end,
          ],
          [
            ['Start', 'next', 'Ask'],
            ['Ask', 'next', 'Make'],
            ['Ask', 'no-answer', 'Other'],
            ['Make', 'success', 'Say'],
            ['Make', 'error', 'End'],
            ['Other', 'success', 'End'],
            ['Other', 'error', 'End'],
            ['Say', 'next', 'End'],
          ],
        ),
      ),
    },
  },
  'environment-hidden': {
    says: ['The variable shop hides the value shop of the environment.'],
    of: workspaceOf(rowOf([ask('shop'), say('{{shop}}')]), {
      environments: [environmentOf('local', [{ name: 'shop', value: 'Acme' }])],
    }),
    nearMisses: {
      'a value that is off': workspaceOf(rowOf([ask('shop'), say('{{shop}}')]), {
        environments: [environmentOf('local', [{ name: 'shop', value: 'Acme', enabled: false }])],
      }),
      'an input that replaces it on purpose': workspaceOf(
        rowOf([say('{{shop}}')], { inputs: [{ name: 'shop', default: '{{@env.shop}}' }] }),
        { environments: [environmentOf('local', [{ name: 'shop', value: 'Acme' }])] },
      ),
    },
  },
  'variable-unused': {
    says: ['Nothing reads answer.'],
    of: workspaceOf(rowOf([ask('answer')])),
    nearMisses: {
      'the response of a call that changes something': workspaceOf(flowOfCall()),
      'an answer of which each choice has a way of its own': workspaceOf(choiceWith('ch-one', 'ch-two')),
      'all variables read at once': workspaceOf(rowOf([ask('answer'), say('{{json @root}}')])),
    },
  },
};

/** A question with two choices, of which these lead on by an exit of their own. */
function choiceWith(...leading: readonly string[]): Flow {
  const choices = ['ch-one', 'ch-two'].map((name) => ({ id: storyId('ch', name), label: name }));
  return told(
    [
      start,
      ['Ask', 'prompt', { text: 'Which?', answerType: 'choice', variable: 'answer', limit: null, choices }],
      end,
    ],
    [
      ['Start', 'next', 'Ask'],
      ['Ask', 'next', 'End'],
      ...leading.map((name) => ['Ask', storyId('ch', name), 'End'] as const),
    ],
  );
}

function renamed(flow: Flow, from: string, to: string): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => (node.name === from ? { ...node, name: to } : node)) };
}

type Rules = Extract<StoryNode, readonly [string, 'condition', unknown]>[2]['branches'];

function lateBranch(rules: NonNullable<Rules>[number]['rules']) {
  return [{ id: storyId('br', 'Late'), name: 'Late', rules }];
}

function conditionOf(rules: NonNullable<Rules>[number]['rules']): Flow {
  const branches = lateBranch(rules);
  return told(
    [start, ['Check', 'condition', { branches }], end],
    [
      ['Start', 'next', 'Check'],
      ['Check', branches[0]!.id, 'End'],
      ['Check', 'else', 'End'],
    ],
  );
}

/** Answered or not, a condition is asked about the answer. */
function bothWays(rules: NonNullable<Rules>[number]['rules']): Flow {
  const branches = lateBranch(rules);
  return told(
    [
      start,
      ['Ask', 'prompt', { text: 'What?', variable: 'order' }],
      ['Check', 'condition', { branches }],
      end,
    ],
    [
      ['Start', 'next', 'Ask'],
      ['Ask', 'next', 'Check'],
      ['Ask', 'no-answer', 'Check'],
      ['Check', branches[0]!.id, 'End'],
      ['Check', 'else', 'End'],
    ],
  );
}
