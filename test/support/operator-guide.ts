// Makes the table of operators of the guide from their registry, so that page and program cannot differ.
import { format, resolveConfig } from 'prettier';
import type { ConditionOperator, OperatorExample } from '#shared/condition/operator.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { Value } from '#shared/value/value.ts';

/** The operators group by group, each beside its negation, as they stand in docs/guides/conditions.md. */
export async function operatorTables(operators: readonly ConditionOperator[]): Promise<string> {
  const byId = new Map(operators.map((operator) => [operator.id, operator]));
  const groups = [...new Set(operators.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const pairs = operators.filter((each, at) => each.group === group && at % 2 === 0);
    const rows = pairs.map((operator) => {
      const negation = byId.get(operator.negation)?.label ?? '';
      const examples = operator.examples.map(exampleWords).join('<br>');
      return `| ${operator.label} | ${negation} | ${operator.description} | ${examples} |`;
    });
    return `### ${group}\n\n| operator | its negation | it is met where | examples |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const options = { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' };
  return format(sections.join('\n'), options);
}

const words = { met: 'met', unmet: 'not met', unjudged: 'cannot be judged' } as const;

function exampleWords({ left, right, upper, outcome }: OperatorExample): string {
  const others = [right, upper].filter((value) => value !== undefined).map(written);
  const compared = others.length === 0 ? '' : `, ${others.join(' and ')}`;
  return `\`${writeJson(left)}\`${compared}: ${words[outcome]}`;
}

/** Text on the right is shown as it is written into the field. */
function written(value: Value): string {
  if (value === '') return 'nothing';
  return `\`${typeof value === 'string' ? value : writeJson(value)}\``.replaceAll('|', '\\|');
}
