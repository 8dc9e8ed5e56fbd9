import { readVariables } from '../interpreter/given-variables.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';
import type { Flow } from './flow.ts';
import { plainDefault } from './plain-default.ts';

/** Where the values of a preview come from. */
export interface PreviewSources {
  readonly environment: ValueObject;
  /** What runs stored last, by variable. */
  readonly seen: ValueObject;
  /** Texts that were typed as samples for the node. */
  readonly samples: Readonly<Record<string, string>>;
}

/**
 * What a template is previewed with: what was typed for the node, else what the last run had, else the flow's defaults, else
 * the environment.
 */
export function previewValues(flow: Flow, { environment, seen, samples }: PreviewSources): ValueObject {
  const values: Record<string, Value> = {};
  for (const layer of [environment, plainDefaults(flow), seen, readSamples(flow, samples)])
    for (const [name, value] of Object.entries(layer)) setOwnValue(values, name, value);
  return values;
}

/** The defaults that hold no expression, which only a run can tell. */
function plainDefaults(flow: Flow): ValueObject {
  const values: Record<string, Value> = {};
  const inputs = flow.nodes.find((node) => node.kind === 'start')?.config.inputs ?? [];
  for (const input of inputs) {
    const read = plainDefault(input);
    if (read?.ok === true) setOwnValue(values, input.name, read.value);
  }
  return values;
}

/** Samples one by one: a text that does not fit its variable must not take the others away. */
function readSamples(flow: Flow, samples: PreviewSources['samples']): ValueObject {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(samples)) {
    const read = readVariables(flow, { [name]: text });
    if (read.ok) for (const [key, value] of Object.entries(read.value)) setOwnValue(values, key, value);
  }
  return values;
}
