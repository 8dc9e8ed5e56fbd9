// Rules that hold for every run of every flow: it ends or waits, and its state is plain JSON.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from '#shared/interpreter/advance.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { currentNodeId, type RunState } from '#shared/interpreter/run-state.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun, freshState } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const program = (flow: Parameters<typeof newProgram>[0]['flow']) => newProgram({ flow, environment: null });
const throughJson = (state: RunState) => JSON.parse(JSON.stringify(state)) as RunState;
const options = { numRuns: runs(60) };

describe('any run of any flow', () => {
  test('ends or waits for something that its script does not have', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const { state, events } = driveRun(program(flow), script);
        if (state.waiting === null) expect(events.at(-1)?.type).toBe('run-ended');
        else expect(['answer', 'call', 'wait']).toContain(state.waiting.for);
        expect(events.filter((event) => event.type === 'run-ended')).toHaveLength(
          state.waiting === null ? 1 : 0,
        );
      }),
      options,
    );
  });

  test('is the same when its state goes through JSON at every step', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const plain = driveRun(program(flow), script);
        const stored = driveRun(program(flow), { ...script, through: throughJson });
        expect(stored.events).toEqual(plain.events);
        expect(stored.effects).toEqual(plain.effects);
        expect(stored.state).toEqual(throughJson(plain.state));
      }),
      options,
    );
  });

  test('is repeated from its inputs alone', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const first = driveRun(program(flow), script);
        const again = program(flow);
        let state = freshState(again);
        const events = first.inputs.flatMap((input) => {
          const advanced = advance(again, state, input);
          state = advanced.state;
          return advanced.events;
        });
        expect(events).toEqual(first.events);
        expect(state).toEqual(first.state);
      }),
      options,
    );
  });

  test('goes on from every checkpoint to the same end', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, fc.nat(), (flow, script, pick) => {
        const first = driveRun(program(flow), script);
        const from = pick % first.states.length;
        const again = program(flow);
        const last = first.inputs
          .slice(from + 1)
          .reduce((state, input) => advance(again, state, input).state, first.states[from]!);
        expect(last).toEqual(first.state);
      }),
      options,
    );
  });

  test('does not change the state that it goes on from', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const freeze = (state: RunState) => deepFreeze(state);
        expect(() => driveRun(program(flow), { ...script, through: freeze })).not.toThrow();
      }),
      options,
    );
  });

  test('enters a node before it leaves it, and speaks only for the node it is at', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const { events, state } = driveRun(program(flow), script);
        // One node for each flow that the run is in.
        const at: (string | undefined)[] = [undefined];
        const strangers = events.filter((event) => {
          if (event.type === 'node-entered') at[at.length - 1] = event.nodeId;
          if (event.type === 'flow-left') at.pop();
          const isStranger = event.nodeId !== at.at(-1);
          if (event.type === 'flow-entered') at.push(undefined);
          return isStranger;
        });
        expect(strangers).toEqual([]);
        expect(currentNodeId(state) ?? undefined).toBe(at.at(-1));
        expect(state.flowStack.map(({ nodeId }) => nodeId ?? undefined)).toEqual(at);
      }),
      options,
    );
  });
});

function deepFreeze<Item>(item: Item): Item {
  if (typeof item !== 'object' || item === null || Object.isFrozen(item)) return item;
  Object.freeze(item);
  Object.values(item).forEach(deepFreeze);
  return item;
}
