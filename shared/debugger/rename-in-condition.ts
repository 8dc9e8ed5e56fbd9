import { renamedInTemplate } from '../flow/rename-in-template.ts';
import { conditionTemplate } from './breakpoint-condition.ts';

/** The condition of a breakpoint with a name replaced where it is read; as it was where the new name would mean something else there. */
export function renamedInCondition(condition: string, from: string, to: string): string {
  const template = conditionTemplate(condition);
  const renamed = renamedInTemplate(template, from, to) ?? template;
  if (renamed === template) return condition;
  return template === condition ? renamed : renamed.slice(2, -2);
}
