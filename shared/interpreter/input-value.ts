import type { FlowInput } from '../nodes/start-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { TemplateFailure } from '../template/template-failure.ts';
import type { Value } from '../value/value.ts';
import { fitInputValue, readInputText } from './read-input.ts';
import type { Turn } from './turn.ts';

/**
 * What a template gives an input of a flow, by the type that the input declares; or in a sentence why that is nothing.
 *
 * @param subject what the template is, as the beginning of the sentence: "The default of city"
 */
export function inputValue(
  { type }: Pick<FlowInput, 'type'>,
  template: string,
  subject: string,
  turn: Turn,
): Outcome<Value, string> {
  const rendered = turn.render(template, type === 'json' ? 'json' : 'text');
  if (!rendered.ok) return failed(problemWith(subject, rendered.failure));
  const { value, text } = rendered.value;
  const read = value === undefined ? readInputText(type, text) : fitInputValue(type, value);
  return read.ok ? succeeded(read.value) : failed(`${subject} is ${read.failure}.`);
}

function problemWith(subject: string, { code, column, line, message }: TemplateFailure): string {
  // The sentence of this one speaks of a request's body.
  if (code === 'body-json-invalid') return `${subject} is not JSON (line ${line}, column ${column}).`;
  return `${subject} gives no value. ${message}`;
}
