import type { Helper } from '../helpers/helper.ts';
import { TemplateStop } from '../template-problem.ts';
import type { Option, SourceRange } from '../syntax/template-tree.ts';

/** What a helper and a block have in common here. */
interface Called {
  readonly name: string;
  readonly start: number;
  readonly params: readonly unknown[];
  readonly options: readonly Option[];
}

/** Refuses a wrong number of values and options that do not exist, before anything is rendered. */
export function refuseArguments(
  helper: Pick<Helper, 'parameters' | 'options'>,
  called: Called,
  tag: SourceRange,
): void {
  const least = helper.parameters.filter((parameter) => parameter.optional !== true).length;
  const most = helper.parameters.some((parameter) => parameter.rest === true)
    ? Number.POSITIVE_INFINITY
    : helper.parameters.length;
  const { length } = called.params;
  if (length < least || length > most)
    throw argumentsStop(called, tag, expectedCount(least, most), String(length));
  const known = helper.options ?? [];
  const unknown = called.options.find((option) => !known.includes(option.name));
  if (unknown === undefined) return;
  const has = known.length === 0 ? 'no options' : `only the option ${known.join(', ')}`;
  const place = 'at line {line}, column {column}';
  throw argumentsStop(called, tag, '', '', `${called.name} has ${has} and not ${unknown.name} ${place}.`);
}

function expectedCount(least: number, most: number): string {
  if (least === most) return String(least);
  if (most === Number.POSITIVE_INFINITY) return `${least} or more`;
  return most === least + 1 ? `${least} or ${most}` : `${least} to ${most}`;
}

/** The stop for values that a helper cannot take: too many, too few, or of the wrong kind. */
export function argumentsStop(
  called: Pick<Called, 'name' | 'start'>,
  tag: SourceRange,
  expected: string,
  found: string,
  sentence?: string,
): TemplateStop {
  return new TemplateStop({
    code: 'template-helper-arguments',
    offset: called.start,
    blame: tag,
    name: called.name,
    placeholders: { helper: called.name, expected, found },
    ...(sentence === undefined ? {} : { sentence }),
  });
}
