import { assertNever } from '../outcome/assert-never.ts';
import type { RunEvent } from '../run-events/run-event.ts';
import { judgeCall } from './judge-call.ts';
import { judgeCallOrder, judgeCalls } from './judge-calls.ts';
import { judgeMessage, judgeSnapshot } from './judge-conversation.ts';
import { judgeDuration, judgeEnd } from './judge-end.ts';
import { judgeVariable } from './judge-variable.ts';
import { judgeExit, judgePath } from './judge-way.ts';
import type { Expectation } from './expectation.ts';
import type { ExpectationResult, Judgement } from './expectation-result.ts';
import type { NodeName } from './node-name.ts';
import { runFacts, type RunFacts } from './run-facts.ts';
import type { Scenario } from './scenario.ts';

/**
 * Holds the events of a run against what a scenario expects of it. Pure: the same events give the same results, in the order
 * of the expectations, with what every run has to keep to behind them.
 *
 * A run has to end normally unless an expectation says how it ends.
 *
 * @param stopped why the run was stopped before its end; that fails it, and is told before all else
 */
export function judgeRun(
  { expect, snapshot }: Pick<Scenario, 'expect' | 'snapshot'>,
  events: readonly RunEvent[],
  nodeName: NodeName,
  stopped: Judgement | null = null,
): readonly ExpectationResult[] {
  const facts = runFacts(events);
  const results = expect.map((each, at) => ({ at, ...judged(each, facts, nodeName) }));
  const always = [
    ...(snapshot === undefined ? [] : [judgeSnapshot(snapshot, facts)]),
    ...(stopped === null ? endOf(expect, facts, nodeName) : []),
  ];
  const all = [...results, ...always.map((judgement) => ({ at: null, ...judgement }))];
  // What stopped the run is why the rest is not as expected.
  return stopped === null ? all : [{ at: null, ...stopped }, ...all];
}

function endOf(expect: readonly Expectation[], facts: RunFacts, nodeName: NodeName): readonly Judgement[] {
  return expect.some(({ type }) => type === 'end') ? [] : [judgeEnd(normalEnd, facts, nodeName)];
}

const normalEnd = { type: 'end', outcome: 'ended' } as const;

function judged(expectation: Expectation, facts: RunFacts, nodeName: NodeName): Judgement {
  switch (expectation.type) {
    case 'message':
      return judgeMessage(expectation, facts, nodeName);
    case 'variable':
      return judgeVariable(expectation, facts);
    case 'exit':
      return judgeExit(expectation, facts, nodeName);
    case 'path':
      return judgePath(expectation, facts, nodeName);
    case 'calls':
      return judgeCalls(expectation, facts, nodeName);
    case 'call-order':
      return judgeCallOrder(expectation, facts, nodeName);
    case 'call':
      return judgeCall(expectation, facts, nodeName);
    case 'end':
      return judgeEnd(expectation, facts, nodeName);
    case 'duration':
      return judgeDuration(expectation, facts);
    default:
      return assertNever(expectation);
  }
}
