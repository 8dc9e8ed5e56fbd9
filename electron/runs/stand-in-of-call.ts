import type { Fixture } from '#shared/fixture/fixture.ts';
import type { FixtureId } from '#shared/ids/ids.ts';
import { callException, type CallException } from '#shared/request/call-exception.ts';
import { faultName } from '#shared/stand-in/fault-words.ts';
import type { StandIn, StandInShown } from '#shared/stand-in/stand-in.ts';
import { scriptOfFault } from '../executor/stand-in/script-of-fault.ts';
import { scriptOfFixture } from '../executor/stand-in/script-of-fixture.ts';
import type { StandInAttempt, StandInPlan } from '../executor/stand-in/stand-in-plan.ts';

/** What a call is answered by in place of the network, or why our side does not even try. */
export type CallStandIn =
  | { readonly type: 'plays'; readonly plan: StandInPlan; readonly shown: StandInShown }
  | { readonly type: 'exception'; readonly exception: CallException; readonly shown: StandInShown };

/** The fixtures that a call may need; `null` where one is gone. */
export type FindFixture = (id: FixtureId) => Fixture | null;

/**
 * Makes a choice of stand-in ready for one call. A fixture that is gone is an exception and never a call to the network:
 * whoever chose it may have done so to keep that call from being made.
 */
export function standInOfCall(standIn: StandIn, nodeName: string, find: FindFixture): CallStandIn {
  const id = standIn.type === 'fixture' ? standIn.id : standIn.then;
  const fixture = id === null ? null : find(id);
  if (id !== null && fixture === null) return goneFixture(nodeName);
  if (standIn.type === 'fault') return faultOfCall(standIn, fixture);
  if (fixture === null) return goneFixture(nodeName);
  const attempt = playedFixture(fixture);
  return plays({ forAttempt: () => attempt, strikesTotal: false }, attempt.shown);
}

function faultOfCall(
  { attempts, fault }: Extract<StandIn, { type: 'fault' }>,
  fixture: Fixture | null,
): CallStandIn {
  const shown: StandInShown = { type: 'fault', name: faultName(fault) };
  if (fault.kind === 'exception')
    return { type: 'exception', exception: callException('vault-locked', {}), shown };
  const faulty: StandInAttempt = {
    shown,
    script: (method, url) => scriptOfFault(fault, url, method, Date.now()),
  };
  const afterwards = fixture === null ? null : playedFixture(fixture);
  const strikesTotal = fault.kind === 'timeout' && fault.clock === 'total';
  const isFaulty = (attempt: number) => attempts === 'all' || attempt <= attempts;
  return plays({ forAttempt: (attempt) => (isFaulty(attempt) ? faulty : afterwards), strikesTotal }, shown);
}

function playedFixture(fixture: Fixture): StandInAttempt {
  return {
    shown: { type: 'fixture', name: fixture.name },
    script: (method) => scriptOfFixture(fixture, method),
  };
}

function plays(plan: StandInPlan, shown: StandInShown): CallStandIn {
  return { type: 'plays', plan, shown };
}

function goneFixture(node: string): CallStandIn {
  const exception = callException('network-not-allowed', { node });
  return { type: 'exception', exception, shown: { type: 'fixture', name: 'a fixture that is gone' } };
}
