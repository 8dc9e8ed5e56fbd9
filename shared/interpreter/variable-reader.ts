import { decodeValue, encodeValue, type PlainJson } from '../value/value-codec.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { bodyReferenceIn } from './body-reference.ts';
import type { PlainVariables } from './run-state.ts';

/** Gives the value of a large body that run state only refers to. */
export type ReadBody = (handle: string) => Value;

/** Turns the variables of run state into values that templates can read. */
export type VariableReader = (variables: PlainVariables) => ValueObject;

/**
 * A reader that decodes each variable once, however many nodes read it, and asks for a large body only when a template
 * walks into it. What it remembers hangs on the state's own objects, so it is only ever faster, never different.
 */
export function variableReader(readBody: ReadBody): VariableReader {
  const whole = new WeakMap<PlainVariables, ValueObject>();
  const single = new WeakMap<object, Value>();

  const read = (json: PlainJson): Value => {
    if (typeof json !== 'object' || json === null) return json;
    const known = single.get(json);
    if (known !== undefined) return known;
    const value = decodeVariable(json, readBody);
    single.set(json, value);
    return value;
  };

  return (variables) => {
    const known = whole.get(variables);
    if (known !== undefined) return known;
    const values: Record<string, Value> = {};
    for (const [key, json] of Object.entries(variables)) setOwnValue(values, nameOf(key), read(json));
    whole.set(variables, values);
    return values;
  };
}

/** Variables with one more, or with another value under the same name. */
export function withVariable(variables: PlainVariables, name: string, json: PlainJson): PlainVariables {
  return { ...variables, [keyOf(name)]: json };
}

/** Variables without one of them. */
export function withoutVariable(variables: PlainVariables, name: string): PlainVariables {
  const { [keyOf(name)]: _taken, ...others } = variables;
  return others;
}

/** Values by name as run state keeps them. */
export function plainVariables(values: ValueObject): PlainVariables {
  return encodeValue(values) as PlainVariables;
}

/** The key that the codec makes of a name, and back; most names are their own. */
export function keyOf(name: string): string {
  if (!name.startsWith('$') && name !== '__proto__') return name;
  const [key = name] = Object.keys(encodeValue({ [name]: null }) ?? {});
  return key;
}

function nameOf(key: string): string {
  if (!key.startsWith('$')) return key;
  const [name = key] = Object.keys(decodeValue({ [key]: null }) ?? {});
  return name;
}

// References stand only where a call puts them: directly in its response variable.
function decodeVariable(json: PlainJson, readBody: ReadBody): Value {
  const handles = new Map<string, string>();
  const emptied: Record<string, PlainJson> = {};
  const members = typeof json === 'object' && json !== null ? (json as PlainVariables) : {};
  for (const [key, member] of Object.entries(members)) {
    const reference = bodyReferenceIn(member);
    if (reference !== null) handles.set(key, reference.$body);
    emptied[key] = reference === null ? member : null;
  }
  const value = handles.size === 0 ? decodeValue(json) : decodeValue(emptied);
  // On access and not at once: most nodes after a call do not look into its body.
  for (const [key, handle] of handles)
    Object.defineProperty(value, key, { get: () => readBody(handle), enumerable: true, configurable: true });
  return value;
}
