// Generates flows, sound and unsound, because the interpreter has to survive both.
import fc from 'fast-check';
import type { Flow } from '#shared/flow/flow.ts';
import { answerTypes } from '#shared/nodes/answer-types.ts';
import { storyFlow, type StoryConnection, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { anyBranches, anyGroupOf, anyRule } from './any-condition.ts';
import { anyValueObject } from './any-value.ts';
import type { Script, ScriptedResult } from './drive-run.ts';

const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel'] as const;

const anyTemplate = fc.constantFrom(
  '',
  'Hello',
  '{{answer}}',
  '{{answer}} and {{reply.body.name}}',
  '{{reply.body}}',
  '{{reply.status}} {{@uuid}} {{@now}}',
  '{{nobody}}',
  '{{',
  '{{#each reply.body}}{{this}}{{/each}}',
);
const anyVariable = fc.constantFrom('answer', 'reply', 'other', '__proto__', 'not a name');
const anyExit = fc.constantFrom('404', '4xx', '5xx', 'failure', 'exception');

const anyChange = fc.record({
  variable: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('answer', 'reply', 'other', '__proto__') },
    { weight: 1, arbitrary: anyVariable },
  ),
  action: fc.constantFrom('assign' as const, 'unset' as const, 'append' as const, 'increment' as const),
  value: fc.oneof(anyTemplate, fc.constantFrom('2', '0.1')),
  enabled: fc.boolean(),
});

// A list is begun anew before it is appended to: one that grew with every round of a cycle would make a run of 10,000 steps slow.
const anyChanges = fc
  .array(anyChange, { maxLength: 4 })
  .map((changes) =>
    changes.flatMap((change) =>
      change.action === 'append' ? [{ ...change, action: 'unset' as const }, change, change] : [change],
    ),
  );

const choiceIds = ['Alpha', 'Beta'].map((name) => storyId('ch', name));
const anyChoices = fc
  .subarray([...choiceIds])
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), label: anyTemplate, value: anyTemplate }))),
  );

const anyNode = (name: string): fc.Arbitrary<StoryNode> =>
  fc.oneof(
    anyTemplate.map((text): StoryNode => [name, 'message', { text }]),
    fc
      .record({
        text: anyTemplate,
        retryText: anyTemplate,
        variable: anyVariable,
        answerType: fc.constantFrom(...answerTypes),
        choices: anyChoices,
        dateRules: fc.constantFrom({}, { earliest: '2025-01-01' }, { latest: '{{answer}}' }),
        textRules: fc.constantFrom({}, { pattern: '^[a-z]+$' }, { pattern: '(' }, { maxLength: 2 }),
        limit: fc.option(fc.integer({ min: 1, max: 3 })),
      })
      .map((config): StoryNode => [name, 'prompt', config]),
    anyChanges.map((changes): StoryNode => [name, 'set-variables', { changes }]),
    fc
      .record({
        responseVariable: anyVariable,
        exits: fc.uniqueArray(anyExit, { maxLength: 3 }),
        continueOnError: fc.boolean(),
      })
      .map((config): StoryNode => [name, 'api-call', { endpoint: null, method: 'GET', path: '', ...config }]),
    anyBranches(anyGroupOf(anyRule)).map((branches): StoryNode => [
      name,
      'condition',
      { branches: branches.map((branch) => ({ ...branch, rules: [...branch.rules] })) },
    ]),
    fc
      .record({
        amount: fc.oneof(anyTemplate, fc.constantFrom('0', '1', '0.5')),
        unit: fc.constantFrom('ms' as const, 's' as const, 'h' as const),
      })
      .map((config): StoryNode => [name, 'wait', config]),
    fc
      .record({
        list: fc.oneof(
          anyTemplate,
          fc.constantFrom('{{answer}}', '[1, {{answer}}, "c"]', '{{reply.body}}', '[]'),
        ),
        itemVariable: anyVariable,
        indexVariable: fc.constantFrom('', 'answer', 'other'),
        limit: fc.constantFrom(1, 2, 1000),
        beyondLimit: fc.constantFrom('fail' as const, 'leave-out' as const),
      })
      .map((config): StoryNode => [name, 'loop', config]),
    anyTemplate.map((result): StoryNode => [name, 'end', { result }]),
  );

const anyStart: fc.Arbitrary<StoryNode> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('answer', 'other'),
      type: fc.constantFrom('text' as const, 'number' as const, 'json' as const),
      default: fc.option(anyTemplate),
      required: fc.boolean(),
    }),
    { selector: (input) => input.name, maxLength: 2 },
  )
  .map((inputs) => ['Start', 'start', { inputs }]);

const anyConnections: fc.Arbitrary<readonly StoryConnection[]> = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('Start', ...names),
      fc.constantFrom(
        'next',
        'success',
        'error',
        'no-answer',
        '404',
        '4xx',
        'failure',
        'else',
        'each',
        'done',
        storyId('br', 'branch 0'),
        ...choiceIds,
      ),
    ),
    { selector: (from) => from.join(' '), minLength: 8, maxLength: 30 },
  )
  .chain((froms) =>
    fc.tuple(
      ...froms.map(([from, exit]) =>
        fc.constantFrom(...names).map((to): StoryConnection => [from, exit, to]),
      ),
    ),
  );

/** Any flow of up to nine nodes: with cycles, dead ends, bad templates and names that cannot be stored under. */
export const anyFlow: fc.Arbitrary<Flow> = fc
  .tuple(
    anyStart,
    fc.tuple(...names.map(anyNode)),
    anyConnections,
    fc.constantFrom(...names),
    fc.option(fc.constantFrom(...names)),
    fc.boolean(),
  )
  .map(([start, nodes, connections, first, errorNode, strict]) =>
    storyFlow({
      name: 'Any',
      nodes: [start, ...nodes],
      connections: [
        ['Start', 'next', first],
        ...connections.filter(([from, exit]) => `${from} ${exit}` !== 'Start next'),
      ],
      strict,
      ...(errorNode === null ? {} : { errorNode }),
    }),
  );

const anyResult: fc.Arbitrary<ScriptedResult> = fc
  .tuple(
    fc.constantFrom(
      { status: 'success', statusCode: 200 } as const,
      { status: 'error', statusCode: 404 } as const,
      { status: 'error', statusCode: 503 } as const,
      { status: 'failure', statusCode: null } as const,
      { status: 'exception', statusCode: null } as const,
    ),
    anyValueObject,
  )
  .map(([end, body]) => ({ ...end, body }));

/** Any answers and results, fewer than a long run needs. */
export const anyScript: fc.Arbitrary<Script> = fc.record({
  inputs: fc.constantFrom({}, { answer: 'yes' }, { answer: 7, other: [1, null] }),
  answers: fc.array(fc.constantFrom('', '7', '1', '1.10', 'ten', '{{answer}}', '2025-03-04', 'yes'), {
    maxLength: 12,
  }),
  results: fc.array(anyResult, { maxLength: 12 }),
});
