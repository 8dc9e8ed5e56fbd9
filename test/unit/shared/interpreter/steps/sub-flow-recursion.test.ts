// Flows that run themselves or each other: as deep as they are let, and no deeper.
import { describe, expect, test } from 'vitest';
import { inARow, storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { innerId, runWithSubFlow as run } from '../../../../support/run-with-sub-flow.ts';

describe('a flow that runs itself', () => {
  /** Counts down from `n`, one flow deeper for each, and gives back the sum. */
  const countdown = (recursionLimit: number) =>
    storyFlow({
      name: 'Inner',
      nodes: [
        ['Start', 'start', { inputs: [{ name: 'n', type: 'number' }] }],
        [
          'Done?',
          'condition',
          {
            branches: [
              {
                id: storyId('br', 'zero'),
                name: 'zero',
                match: 'all',
                rules: [{ left: '{{n}}', operator: 'number-equals', right: '0' }],
              },
            ],
          },
        ],
        ['Zero', 'end', { result: '0' }],
        [
          'Less',
          'set-variables',
          {
            changes: [
              { variable: 'm', value: '{{n}}' },
              { variable: 'm', action: 'increment', value: '-1' },
            ],
          },
        ],
        [
          'Deeper',
          'sub-flow',
          { flow: innerId, inputs: [{ name: 'n', value: '{{m}}' }], resultVariable: 'sum', recursionLimit },
        ],
        ['Sum', 'end', { result: '{{sum}}+{{n}}' }],
      ],
      connections: [
        ['Start', 'next', 'Done?'],
        ['Done?', storyId('br', 'zero'), 'Zero'],
        ['Done?', 'else', 'Less'],
        ['Less', 'next', 'Deeper'],
        ['Deeper', 'next', 'Sum'],
      ],
    });
  const config = (n: string) => ({ inputs: [{ name: 'n', value: n }], resultVariable: 'out' });

  test('goes as deep as its limit', () => {
    const { message, variables } = run(config('4'), [countdown(5)]);
    expect(message).toBeNull();
    expect(variables['out']).toBe('0+1+2+3+4');
  });

  test('fails below its limit, once and not once for each flow', () => {
    const { left, message } = run(config('9'), [countdown(3)]);
    expect(message).toBe(
      'In "Inner": "Deeper": "Inner" is under way 3 times already, and the recursion limit lets it run in itself no deeper.',
    );
    expect(left).toHaveLength(3);
  });

  test('is stopped at 100 flows that run each other', () => {
    const flows = Array.from({ length: 120 }, (_, at) =>
      storyFlow({
        name: `Deep ${String(at)}`,
        nodes: [
          ['Start', 'start', {}],
          ['Next', 'sub-flow', { flow: storyId('fl', `Deep ${String(at + 1)}`) }],
        ],
        connections: inARow('Start', 'Next'),
      }),
    );
    const { message } = run({ flow: storyId('fl', 'Deep 0') }, flows);
    expect(message).toBe(
      'In "Deep 98": "Next": "Deep 99" cannot be run: 100 flows run in each other already.',
    );
  });

  test('is stopped as a cycle where flows go round without a pause, whatever takes their failure', () => {
    const flow = storyFlow({
      name: 'Inner',
      nodes: [
        ['Start', 'start', {}],
        ['Round', 'message', { text: '' }],
        ['And round', 'message', { text: '' }],
      ],
      connections: [...inARow('Start', 'Round', 'And round'), ['And round', 'next', 'Round']],
    });
    const { message, said, state } = run({}, [flow], { failedTo: true });
    expect(message).toBe(
      'The run made 10,000 steps without a prompt or a wait. It goes round through "Round", "And round".',
    );
    expect(said.at(-1)).toBe('');
    expect(state.waiting).toBeNull();
  });
});
