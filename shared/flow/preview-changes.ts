import { changedValue } from '../interpreter/changed-value.ts';
import type { VariableChange } from '../nodes/set-variables-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { renderTemplate } from '../template/render-template.ts';
import type { Rendered } from '../template/rendered.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { writeJson } from '../value/write-json.ts';

/** What a change would make of its variable with the values at hand. */
export type ChangePreview =
  | { readonly kind: 'value'; readonly json: string }
  /** One sentence: why a run would end there. */
  | { readonly kind: 'failure'; readonly message: string };

/** A preview is to be read; what is longer is cut. */
const mostUnits = 400;
const sampleUuid = '00000000-0000-4000-8000-000000000000';

/**
 * What changes would make, one after the other, as a run makes them. `null` for one that is off or unsets, that reads what has
 * no value yet, and for all below one that would end the run.
 *
 * @param now ISO 8601: stands for `@now`
 */
export function previewChanges(
  changes: readonly VariableChange[],
  given: ValueObject,
  now: string,
): readonly (ChangePreview | null)[] {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) setOwnValue(values, name, value);
  const previews: (ChangePreview | null)[] = [];
  for (const change of changes) {
    const isOver = previews.some((each) => each?.kind === 'failure');
    previews.push(
      isOver || !change.enabled || change.variable === '' ? null : previewed(change, values, now),
    );
  }
  return previews;
}

function previewed(change: VariableChange, values: Record<string, Value>, now: string): ChangePreview | null {
  const { variable, action } = change;
  const rendered = action === 'unset' ? succeeded({ text: '' }) : renderedWith(change.value, values, now);
  if (!rendered.ok) return { kind: 'failure', message: rendered.failure };
  const before = Object.hasOwn(values, variable) ? values[variable] : undefined;
  // What cannot be told is as unknown to the changes below.
  Reflect.deleteProperty(values, variable);
  if (rendered.value === null) return null;
  const changed = changedValue(before, { variable, action, rendered: rendered.value });
  if (!changed.ok) return { kind: 'failure', message: changed.failure };
  if (changed.value === undefined) return null;
  setOwnValue(values, variable, changed.value);
  const json = writeJson(changed.value);
  return { kind: 'value', json: json.length > mostUnits ? `${json.slice(0, mostUnits)}…` : json };
}

/** What a template gives; `null` where it reads something without a value, and a sentence where it gives nothing. */
function renderedWith(template: string, values: ValueObject, now: string): Outcome<Rendered | null, string> {
  const rendered = renderTemplate(template, 'text', {
    variables: values,
    environment: values,
    system: { now, uuid: () => sampleUuid, flow: { id: '', name: '' } },
  });
  if (!rendered.ok) return failed(rendered.failure.message);
  const isUnknown = rendered.value.warnings.some(({ code }) => code === 'unknown-variable');
  return succeeded(isUnknown ? null : rendered.value);
}
