import type { FlowNode, NodeKind } from '../nodes/node.ts';
import type { Expectation } from '../scenario/expectation.ts';
import { nodesNamed, type SaidInScenario } from '../scenario/scenario-refs.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Fix } from './finding.ts';
import { rowInWords } from './scenario-facts.ts';

type Place = Pick<SaidInScenario<unknown>, 'at' | 'list'>;

const members = { Answers: 'answers', 'Stand-ins': 'standIns', Expectations: 'expect' } as const;

/** A fix that changes a scenario. */
export function scenarioFix(title: string, edit: (scenario: Scenario) => Scenario): Fix {
  return {
    title,
    edit: (document) => (document.format === 'flowbench.scenario' ? edit(document) : document),
  };
}

/** Removes the row that a finding is about, wherever it stands by then. */
export function rowRemoval(scenario: Scenario, place: Place): Fix {
  return rowFix(`Remove ${wordsOf(place)}`, scenario, place, () => []);
}

/** Changes the row that a finding is about, wherever it stands by then: `change` gives what takes its place. */
export function rowFix(
  title: string,
  scenario: Scenario,
  { at, list }: Place,
  change: (row: object) => readonly object[],
): Fix {
  const member = members[list];
  const row: object | undefined = scenario[member][at];
  return scenarioFix(title, (document) => {
    const rows: readonly object[] = document[member];
    const now = row === undefined ? -1 : rows.indexOf(row);
    return row === undefined || now === -1
      ? document
      : { ...document, [member]: rows.toSpliced(now, 1, ...change(row)) };
  });
}

/** Puts another part into the row that a finding is about, in place of one that it holds. */
export function partFix(title: string, scenario: Scenario, place: Place, from: object, to: object): Fix {
  return rowFix(title, scenario, place, (row) => [replaced(row, from, to) as object]);
}

/** Ways on for a row about a node that is gone; the surest first. */
export function nodeGoneFixes(
  scenario: Scenario,
  place: Place,
  nodes: ReadonlyMap<string, FlowNode>,
): readonly Fix[] {
  const other = onlyOther(scenario, place, nodes);
  const expectation = place.list === 'Expectations' ? scenario.expect[place.at] : undefined;
  return [
    ...(other === null ? [] : [aboutOther(scenario, place, nodes, other)]),
    ...(expectation === undefined ? [] : withoutNode(scenario, place, expectation, nodes)),
    rowRemoval(scenario, place),
  ];
}

export const wordsOf = (place: Place): string => {
  const words = rowInWords(place);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

/** The only node that a row of that kind can be about and that none is yet; `null` where there is none, or a choice. */
function onlyOther(scenario: Scenario, place: Place, nodes: ReadonlyMap<string, FlowNode>): FlowNode | null {
  const kind = kindMeant(scenario, place);
  if (kind === null) return null;
  const named = new Set(
    nodesNamed(scenario)
      .filter(({ list }) => list === place.list)
      .map(({ thing }) => thing),
  );
  const [first, ...others] = [...nodes.values()].filter((node) => node.kind === kind && !named.has(node.id));
  return first !== undefined && others.length === 0 ? first : null;
}

function kindMeant({ expect }: Scenario, { at, list }: Place): NodeKind | null {
  if (list === 'Answers') return 'prompt';
  if (list === 'Stand-ins') return 'api-call';
  const type = expect[at]?.type;
  return type === 'call' || type === 'calls' || type === 'call-order' ? 'api-call' : null;
}

function aboutOther(
  scenario: Scenario,
  place: Place,
  nodes: ReadonlyMap<string, FlowNode>,
  other: FlowNode,
): Fix {
  const moved = (id: string): string => (nodes.has(id) ? id : other.id);
  return rowFix(`Let ${wordsOf(place)} be about “${other.name}”`, scenario, place, (row) => {
    if ('nodes' in row) return [{ ...row, nodes: (row.nodes as readonly string[]).map(moved) }];
    return [{ ...row, node: other.id }];
  });
}

function withoutNode(
  scenario: Scenario,
  place: Place,
  expectation: Expectation,
  nodes: ReadonlyMap<string, FlowNode>,
): readonly Fix[] {
  if ('nodes' in expectation) {
    const left = expectation.nodes.filter((id) => nodes.has(id));
    const title = `Take what is gone out of ${wordsOf(place)}`;
    return left.length === 0 ? [] : [rowFix(title, scenario, place, (row) => [{ ...row, nodes: left }])];
  }
  const { type } = expectation;
  if (type !== 'message' && type !== 'calls' && type !== 'end') return [];
  const title = `Let ${wordsOf(place)} be about any node`;
  return [
    rowFix(title, scenario, place, (row) => {
      const { node: _, ...rest } = row as { readonly node?: string };
      return [rest];
    }),
  ];
}

function replaced(part: unknown, from: object, to: object): unknown {
  if (part === from) return to;
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each) => replaced(each, from, to));
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, replaced(each, from, to)]));
}
