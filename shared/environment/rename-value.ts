import { withEndpointTexts } from '../endpoint/with-endpoint-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Flow } from '../flow/flow.ts';
import { withNodeTexts } from '../flow/node-texts.ts';
import { isVariableName } from '../flow/variable-name.ts';
import { variablesSet } from '../flow/variables-set.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { templateNames } from '../template/template-names.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import { readsInTemplate, type EnvironmentRead } from './environment-reads.ts';
import type { Environment } from './environment.ts';

/** What has names in common with environments. */
export interface RenamedAmong {
  /** The defaults among them. */
  readonly environments: readonly Environment[];
  readonly flows: readonly Flow[];
  readonly endpoints: readonly Endpoint[];
}

/**
 * Calls a value otherwise in every environment, and wherever flows and endpoints read it; gives the documents that change, or
 * why that cannot be, in one sentence. Where the new name is a variable of a flow the value is read by `@env`, so that a run
 * does the same as before. A plain name that a flow sets itself is the flow's, and stays.
 */
export function renameValue(
  { endpoints, environments, flows }: RenamedAmong,
  from: string,
  to: string,
): Outcome<readonly WorkspaceDocument[], string> {
  const trouble = troubleWithName(environments, from, to);
  if (trouble !== null) return failed(trouble);
  const setSomewhere = new Set<string>();
  const changed: WorkspaceDocument[] = [];
  for (const flow of flows) {
    const set = new Set(variablesSet(flow.nodes).map(({ name }) => name));
    for (const name of set) setSomewhere.add(name);
    const after = renamedFlow(flow, from, to, set);
    if (after === null) return failed(unreadable(flow.name, to));
    if (after !== flow) changed.push(after);
  }
  for (const endpoint of endpoints) {
    const after = renamedEndpoint(endpoint, from, to, setSomewhere);
    if (after === null) return failed(unreadable(endpoint.name, to));
    if (after !== endpoint) changed.push(after);
  }
  return succeeded([...environments.filter(has(from)).map(renamedEnvironment(from, to)), ...changed]);
}

function troubleWithName(environments: readonly Environment[], from: string, to: string): string | null {
  if (!isVariableName(to))
    return 'A name is letters, digits and _, begins with a letter or _, and is no word such as this or true.';
  if (to === from) return `It is called ${from} already.`;
  const clash = environments.find(has(to));
  return clash === undefined ? null : `${clash.name} has a value ${to} already.`;
}

const unreadable = (document: string, to: string): string =>
  `${document} has a template in which ${to} would not be read as this value. Change it there first.`;

const has =
  (name: string) =>
  ({ values }: Environment): boolean =>
    values.some((value) => value.name === name);

const renamedEnvironment =
  (from: string, to: string) =>
  (environment: Environment): Environment => ({
    ...environment,
    values: environment.values.map((value) => (value.name === from ? { ...value, name: to } : value)),
  });

function renamedFlow(flow: Flow, from: string, to: string, set: ReadonlySet<string>): Flow | null {
  const texts: (string | null)[] = [];
  const nodes = flow.nodes.map((node) =>
    withNodeTexts(node, (text, { kind }) => {
      const next = kind === 'template' || kind === 'inner' ? renamedIn(text, from, to, set) : text;
      texts.push(next);
      return next ?? text;
    }),
  );
  if (texts.includes(null)) return null;
  return nodes.every((node, at) => node === flow.nodes[at]) ? flow : { ...flow, nodes };
}

function renamedEndpoint(
  endpoint: Endpoint,
  from: string,
  to: string,
  set: ReadonlySet<string>,
): Endpoint | null {
  const texts: (string | null)[] = [];
  const after = withEndpointTexts(endpoint, (text) => {
    const next = renamedIn(text, from, to, set);
    texts.push(next);
    return next ?? text;
  });
  return texts.includes(null) ? null : after;
}

/** A template with a value's name replaced; `null` where the new text would be read as something else. */
function renamedIn(template: string, from: string, to: string, set: ReadonlySet<string>): string | null {
  const reads = readsInTemplate(template).filter(
    ({ isNamed, name }) => name === from && (isNamed || !set.has(from)),
  );
  if (reads.length === 0) return template;
  let after = '';
  let done = 0;
  for (const read of reads) {
    const { at, text } = replacementOf(template, read, to, set.has(to));
    after += template.slice(done, at.start) + text;
    done = at.end;
  }
  after += template.slice(done);
  return templateNames(after).length === templateNames(template).length && !stillReads(after, from, set)
    ? after
    : null;
}

function stillReads(template: string, from: string, set: ReadonlySet<string>): boolean {
  return readsInTemplate(template).some(({ isNamed, name }) => name === from && (isNamed || !set.has(from)));
}

interface Replacement {
  readonly at: { readonly start: number; readonly end: number };
  readonly text: string;
}

function replacementOf(
  template: string,
  { at, isNamed }: EnvironmentRead,
  to: string,
  isVariable: boolean,
): Replacement {
  const { end, nameEnd, nameStart, start } = at;
  if (!isNamed && isVariable) return { at: { start, end: nameEnd }, text: `@env.${to}` };
  if (!isNamed) return { at: { start: nameStart, end: nameEnd }, text: to };
  const [key = ''] = /^[./](?:\[(?:\\\]|[^\]])*\]|[^./]+)/.exec(template.slice(nameEnd, end)) ?? [];
  return { at: { start: nameEnd, end: nameEnd + key.length }, text: `.${to}` };
}
