import type { Flow } from '#shared/flow/flow.ts';
import { fieldAndRow } from '#shared/flow/node-texts.ts';
import { variableUses, type VariableUse } from '#shared/flow/variable-uses.ts';
import { scenarioVariableUses, type ScenarioVariableUse } from '#shared/scenario/scenario-variable-uses.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';

/** A place that has a variable of a flow: in a node of it, or in a scenario that tests it. */
export type Use = VariableUse | ScenarioVariableUse;

/** More rows than anybody reads would only make the window slow; typing narrows them. */
const mostRows = 200;

/** What the list of uses is called. */
export function usesTitle(name: string | null): string {
  return name === null ? 'Uses of variables' : `Uses of ${name}`;
}

/** All places that have a variable of a flow, or all of its variables: those of its nodes, then those of its scenarios. */
export function usesOf(flow: Flow, scenarios: readonly Scenario[], name: string | null): readonly Use[] {
  const uses: readonly Use[] = [...variableUses(flow.nodes), ...scenarioVariableUses(scenarios, flow)];
  return name === null ? byVariable(uses) : uses.filter((use) => use.name === name);
}

/** The uses that what was typed narrows them to: a part of any word of the row. */
export function usesToShow(uses: readonly Use[], typed: string): readonly Use[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (use: Use) => {
    const row = `${use.name} ${holderOfUse(use)} ${doneInWords(use)} ${use.text}`.toLowerCase();
    return words.every((word) => row.includes(word));
  };
  return uses.filter(fits).slice(0, mostRows);
}

/** One variable after the other, in the order in which the flow sets them; then names that nothing sets. */
function byVariable(uses: readonly Use[]): readonly Use[] {
  const order = [
    ...new Set([...uses.filter(({ does }) => does === 'sets'), ...uses].map(({ name }) => name)),
  ];
  const places = new Map(order.map((name, place) => [name, place]));
  return uses.toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

/** Whether a use is in a scenario. */
export function isInScenario(use: Use): use is ScenarioVariableUse {
  return 'scenario' in use;
}

/** The name of the node or the scenario that has a use. */
export function holderOfUse(use: Use): string {
  return isInScenario(use) ? use.scenario.name : use.nodeName;
}

/** What is done with the variable, and in which field: `reads it in Query, row 2 (off)`. */
export function doneInWords(use: Use): string {
  if (!isInScenario(use)) return `${use.does} it in ${fieldInWords(use)}`;
  if (use.does === 'gives') return `gives it in ${use.place.field}`;
  return `tests it in expectation ${String(use.place.row?.number ?? 1)}`;
}

/** The field of a use in words: `Query, row 2 (off)`. */
function fieldInWords(use: VariableUse): string {
  return use.off ? `${fieldAndRow(use)} (off)` : fieldAndRow(use);
}

/** Units of text that are shown before and behind what is read. */
const aroundUnits = 40;

/** The line of a field's text in which a use stands, shortened at both ends where it is long. */
export function lineOfUse({ text, start, end }: VariableUse): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  // From the braces on, so that an expression is never shown without its beginning.
  const open = Math.max(text.lastIndexOf('{{', start), lineStart);
  const from = start - lineStart > aroundUnits ? Math.min(open, start) : lineStart;
  const to = Math.min(lineEnd, end + aroundUnits);
  return `${from > lineStart ? '…' : ''}${text.slice(from, to).trim()}${to < lineEnd ? '…' : ''}`;
}
