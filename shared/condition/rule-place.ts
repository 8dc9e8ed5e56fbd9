/** Where a rule stands in its branch: its place at each level of groups, from 0. */
export type RulePath = readonly number[];

/** The number of a rule as people read it: `2`, and `2.1` in a group. */
export function ruleNumber(path: RulePath): string {
  return path.map((at) => String(at + 1)).join('.');
}

/** A field of a rule. */
export type RuleSide = 'left' | 'right' | 'upper';

const sideWords: Readonly<Record<RuleSide, string>> = {
  left: 'value',
  right: 'compared with',
  upper: 'and',
};

/** The label of a field of a rule, which no other field of the node has as long as the names of branches differ. */
export function ruleFieldLabel(branch: string, path: RulePath, side: RuleSide): string {
  return `${branch}, rule ${ruleNumber(path)}, ${sideWords[side]}`;
}
