import type { FixtureId, NodeId } from '../ids/ids.ts';
import type { Expectation } from './expectation.ts';
import type { Matcher } from './matcher.ts';
import type { Scenario } from './scenario.ts';

/** Something that a scenario says, and where in its form. */
export interface SaidInScenario<Thing> {
  readonly thing: Thing;
  /** The part of the form. */
  readonly list: 'Answers' | 'Stand-ins' | 'Expectations';
  /** The row in it, from 0. */
  readonly at: number;
}

type Said<Thing> = readonly SaidInScenario<Thing>[];

/** The nodes that a scenario names, as often as it names them. */
export function nodesNamed({ answers, expect, standIns }: Scenario): Said<NodeId> {
  return [
    ...said('Answers', answers, ({ node }) => (node === undefined ? [] : [node])),
    ...said('Stand-ins', standIns, ({ node }) => [node]),
    ...said('Expectations', expect, nodesOfExpectation),
  ];
}

/** The fixtures that stand in. */
export function fixturesNamed({ standIns }: Pick<Scenario, 'standIns'>): Said<FixtureId> {
  return said('Stand-ins', standIns, ({ use }) => {
    if (use === 'live') return [];
    if (use.type === 'fixture') return [use.id];
    return use.then === null ? [] : [use.then];
  });
}

/** All matchers. */
export function matchersNamed({ answers, expect }: Pick<Scenario, 'answers' | 'expect'>): Said<Matcher> {
  return [
    ...said('Answers', answers, ({ when }) => (when === undefined ? [] : [when])),
    ...said('Expectations', expect, matchersOfExpectation),
  ];
}

/** The columns that answers and matchers take their values from. */
export function columnsNamed(scenario: Pick<Scenario, 'answers' | 'expect'>): Said<string> {
  return [
    ...said('Answers', scenario.answers, ({ column }) => (column === undefined ? [] : [column])),
    ...matchersNamed(scenario).flatMap(({ thing: { column }, ...place }) =>
      column === undefined ? [] : [{ ...place, thing: column }],
    ),
  ];
}

function nodesOfExpectation(expectation: Expectation): readonly NodeId[] {
  if ('nodes' in expectation) return expectation.nodes;
  return 'node' in expectation && expectation.node !== undefined ? [expectation.node] : [];
}

function matchersOfExpectation(expectation: Expectation): readonly Matcher[] {
  switch (expectation.type) {
    case 'message':
      return [expectation.text];
    case 'variable':
      return [expectation.value];
    case 'call':
      return [expectation.url, expectation.body, ...expectation.headers.map(({ value }) => value)].filter(
        (each) => each !== undefined,
      );
    case 'end':
      return [expectation.message, expectation.result].filter((each) => each !== undefined);
    case 'exit':
    case 'path':
    case 'calls':
    case 'call-order':
    case 'duration':
      return [];
  }
}

function said<Item, Thing>(
  list: SaidInScenario<Thing>['list'],
  items: readonly Item[],
  things: (item: Item) => readonly Thing[],
): Said<Thing> {
  return items.flatMap((item, at) => things(item).map((thing) => ({ thing, list, at })));
}
