import { pathText } from '#shared/template/write-path.ts';
import type { SystemName } from '#shared/template/system-names.ts';
import { isValueList, isValueObject, kindOfValue, type ValueKind } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { shortValue } from './short-value.ts';
import { valueInRun, type PanelVariable } from './panel-variable.ts';

/** A row of the panel. */
export interface VariableRow {
  readonly id: string;
  /** A section has no value of its own; a name of the system or the environment is no variable of the flow. */
  readonly kind: 'section' | 'variable' | 'value' | 'name';
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
  /** `null` where there is nothing to unfold. */
  readonly expanded: boolean | null;
  readonly label: string;
  /** What a template reads, the name first; empty for a section. */
  readonly path: readonly string[];
  /** In one word, empty where it is not known. */
  readonly type: string;
  /** The value in one line, or the words that stand for it. */
  readonly text: string;
  /** How the text is coloured; `words` where it is not the value itself. */
  readonly look: ValueKind | 'words';
  /** `undefined` where none is here. */
  readonly value: Value | undefined;
  /** The value before, in one line, where it has just been another. */
  readonly was: string | null;
  /** The variable that the row is, or is a part of. */
  readonly variable: PanelVariable | null;
}

/** What the panel has to show. */
export interface PanelContents {
  readonly variables: readonly PanelVariable[];
  readonly environmentName: string | null;
  /** Names and values of the environment. */
  readonly environment: Readonly<Record<string, Value>>;
  /** Further names of it, whose values are never here. */
  readonly secretNames?: ReadonlySet<string>;
  /** Those of its names that come from the defaults. */
  readonly defaultNames?: ReadonlySet<string>;
  readonly system: readonly SystemName[];
}

type Place = Pick<VariableRow, 'level' | 'position' | 'siblings'>;
type IsExpanded = (id: string) => boolean;

/**
 * The rows of the panel, top to bottom; of values only what is unfolded.
 *
 * @param filter what names, or paths where it has a dot or bracket, must hold; what leads to them is unfolded
 */
export function variableRows(
  contents: PanelContents,
  isExpanded: IsExpanded,
  filter: string,
): readonly VariableRow[] {
  const wanted = filter.trim().toLowerCase();
  const siblings = contents.variables.length + 2;
  const rows = contents.variables.flatMap((variable, at) => {
    const place = { level: 1, position: at + 1, siblings };
    return treeRows(variableRow(variable, place), isExpanded, wanted);
  });
  const sections = sectionsOf(contents);
  const more = sections.flatMap(({ children, ...head }, at) => {
    const position = contents.variables.length + at + 1;
    const below = children.flatMap((child, index) =>
      treeRows({ ...child, level: 2, position: index + 1, siblings: children.length }, isExpanded, wanted),
    );
    const expanded = wanted === '' ? isExpanded(head.id) : below.length > 0;
    if (wanted !== '' && below.length === 0) return [];
    return [{ ...head, level: 1, position, siblings, expanded }, ...(expanded ? below : [])];
  });
  return [...rows, ...more];
}

function treeRows(row: VariableRow, isExpanded: IsExpanded, wanted: string): readonly VariableRow[] {
  const children = childrenOf(row);
  if (children === null) return wanted === '' || isWanted(row, wanted) ? [row] : [];
  const open = isExpanded(row.id);
  const found = wanted === '' ? [] : children().flatMap((child) => treeRows(child, isExpanded, wanted));
  if (found.length > 0) return [{ ...row, expanded: true }, ...found];
  if (wanted !== '' && !isWanted(row, wanted)) return [];
  const below = open ? children().flatMap((child) => treeRows(child, isExpanded, '')) : [];
  return [{ ...row, expanded: open }, ...below];
}

function isWanted({ label, path }: VariableRow, wanted: string): boolean {
  if (label.toLowerCase().includes(wanted)) return true;
  if (!/[.[]/.test(wanted)) return false;
  // What lies below a path that is wanted is not wanted by itself.
  const [own, above] = [path, path.slice(0, -1)].map((each) => pathText(each).toLowerCase());
  return own?.includes(wanted) === true && above?.includes(wanted) !== true;
}

/** Makes the rows right below, or `null` where there are none. */
function childrenOf(row: VariableRow): (() => readonly VariableRow[]) | null {
  const { value } = row;
  if (isValueList(value)) {
    return value.length === 0
      ? null
      : () => value.map((item, at) => partRow(row, String(at), item, at, value.length));
  }
  if (!isValueObject(value)) return null;
  const keys = Object.keys(value);
  if (keys.length === 0) return null;
  return () => keys.map((key, at) => partRow(row, key, value[key], at, keys.length));
}

function partRow(
  parent: VariableRow,
  key: string,
  value: Value | undefined,
  at: number,
  siblings: number,
): VariableRow {
  const place = { level: parent.level + 1, position: at + 1, siblings };
  return { ...valueRow([...parent.path, key], key, value, place), kind: 'value', variable: parent.variable };
}

function variableRow(variable: PanelVariable, place: Place): VariableRow {
  const { name, flow, run } = variable;
  const value = run === null ? undefined : valueInRun(run);
  const row = {
    ...valueRow([name], name, value, place),
    kind: 'variable',
    variable,
    was: wasOf(variable),
  } as const;
  if (run === null) return { ...row, type: flow?.type ?? '', text: 'not set yet' };
  return value === undefined ? { ...row, type: run.value.type, text: 'too large to show here' } : row;
}

/** Of large values the one line would say little: only a plain value before is told. */
function wasOf({ before }: PanelVariable): string | null {
  if (before === null) return null;
  return before.type === 'object' || before.type === 'list' || before.truncated ? null : before.json;
}

function valueRow(
  path: readonly string[],
  label: string,
  value: Value | undefined,
  place: Place,
): Omit<VariableRow, 'kind' | 'variable'> {
  const kind = value === undefined ? null : kindOfValue(value);
  return {
    ...place,
    id: JSON.stringify(path),
    expanded: null,
    label,
    path,
    type: kind ?? '',
    text: value === undefined ? '' : shortValue(value),
    look: kind ?? 'words',
    value,
    was: null,
  };
}

type Section = Omit<VariableRow, keyof Place> & { readonly children: readonly VariableRow[] };

function sectionsOf(contents: PanelContents): readonly Section[] {
  const { variables, environmentName, environment, system } = contents;
  const set = new Set(
    variables.filter(({ run, flow }) => run !== null || flow?.setIn.length).map((each) => each.name),
  );
  const place = { level: 2, position: 1, siblings: 1 };
  const values = Object.entries(environment).map(([name, value]): VariableRow => {
    const row = valueRow(['@env', name], name, value, place);
    return { ...row, kind: 'name', variable: null, text: row.text + remarkOn(name, contents, set) };
  });
  const secrets = [...(contents.secretNames ?? [])].map((name): VariableRow => {
    const text = `secret: for API endpoints and API Calls${remarkOn(name, contents, set)}`;
    return { ...valueRow(['@env', name], name, undefined, place), kind: 'name', variable: null, text };
  });
  const ofEnvironment = [...values, ...secrets];
  const names = system.flatMap(systemRows);
  return [
    ...(environmentName === null
      ? []
      : [
          section(
            'environment',
            `Environment ${environmentName}`,
            counted(ofEnvironment.length),
            ofEnvironment,
          ),
        ]),
    section('system', 'System', counted(names.length), names),
  ];
}

function remarkOn(name: string, { defaultNames }: PanelContents, set: ReadonlySet<string>): string {
  const fromDefaults = defaultNames?.has(name) === true ? '  (default)' : '';
  return set.has(name)
    ? `${fromDefaults}  (a variable goes before it: only @env.${name} reads this)`
    : fromDefaults;
}

/** The environment has a section of its own. */
function systemRows({ name, description, keys }: SystemName): readonly VariableRow[] {
  if (name === '@env') return [];
  const row = (path: readonly string[], text: string, type: string): VariableRow => {
    const place = { level: 2, position: 1, siblings: 1 };
    const known = { kind: 'name', variable: null, type, text } as const;
    return { ...valueRow(path, path.join('.'), undefined, place), ...known };
  };
  if (keys.length === 0) return [row([name], description, 'text')];
  return keys.map((each) => row([name, each.key], each.description, each.isObject ? 'object' : 'text'));
}

function section(id: string, label: string, text: string, children: readonly VariableRow[]): Section {
  const none = { path: [], type: '', look: 'words', value: undefined, was: null, variable: null } as const;
  return { ...none, id, kind: 'section', expanded: false, label, text, children };
}

const counted = (count: number): string => `${String(count)} name${count === 1 ? '' : 's'}`;
