// Runs a flow whose one node of interest runs another flow, called Inner.
import type { Flow } from '#shared/flow/flow.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { inARow, storyFlow, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { driveRun, type Script } from './drive-run.ts';

/** The settings of a Sub-flow that differ from the defaults. */
export type SubFlow = Extract<StoryNode, readonly [string, 'sub-flow', unknown]>[2];

/** The id of the flow that is run. */
export const innerId = storyId('fl', 'Inner');

interface Told extends Script {
  readonly errorNode?: boolean;
  readonly failedTo?: boolean;
}

/** Runs the outer flow, and gives what it came to. */
export function runWithSubFlow(
  config: Partial<SubFlow>,
  others: readonly Flow[],
  { errorNode, failedTo, ...script }: Told = {},
) {
  const flow = storyFlow({
    name: 'Outer',
    nodes: [
      ['Start', 'start', {}],
      [
        'Set',
        'set-variables',
        {
          changes: [
            { variable: 'mine', value: 'kept' },
            { variable: 'n', value: '{{given}}' },
          ],
        },
      ],
      ['Call it', 'sub-flow', { flow: innerId, ...config }],
      ['After', 'message', { text: 'after {{out}} {{mine}}' }],
      ['Failed', 'message', { text: 'failed: {{why}}' }],
      ['Trouble', 'message', { text: 'trouble' }],
    ],
    connections: [
      ...inARow('Start', 'Set', 'Call it', 'After'),
      ...(failedTo === true ? [['Call it', 'failed', 'Failed'] as const] : []),
    ],
    ...(errorNode === true ? { errorNode: 'Trouble' } : {}),
  });
  const program = newProgram({ flow, others, environment: null });
  const driven = driveRun(program, script);
  const end = driven.events.find(({ type }) => type === 'run-ended');
  return {
    ...driven,
    flow,
    said: driven.events.flatMap((event) => (event.type === 'said' ? [event.text] : [])),
    message: end?.type === 'run-ended' ? end.message : undefined,
    result: end?.type === 'run-ended' ? end.result : undefined,
    variables: program.readVariables(driven.state.variables),
    left: driven.events.flatMap((event) => (event.type === 'flow-left' ? [event] : [])),
  };
}
