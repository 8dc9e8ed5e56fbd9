import { exitName } from '../nodes/exit-name.ts';
import type { NameTrouble } from '../template/language/template-knowledge.ts';
import { nearestName } from '../template/nearest-name.ts';
import type { TemplateName } from '../template/template-name.ts';
import type { FlowPlace } from './flow-place.ts';
import { namesInNode } from './names-in-node.ts';
import { effectOfChanges } from './node-ways.ts';

/** How a name stands to the templates of a place. A secret is one that may not be used there. */
export type NameStanding = 'set' | 'perhaps' | 'unknown' | 'secret';

/** What is known of the names that templates can read at a place, apart from system names. */
export interface NamesHere {
  standing(name: string): NameStanding;
  /** Whether the place may use secrets of the environment: fields of API Calls may. */
  readonly takesSecrets: boolean;
  /**
   * What is wrong with reading a name, if anything is. To ask whether a variable of the flow is set is no mistake wherever
   * it stands; to ask for one that nothing sets is, for it is most likely misspelt.
   */
  troubleWith(name: TemplateName): NameTrouble | null;
  /** How bad reading a name is, without the words, which cost a search through the flow. */
  troubleKind(name: TemplateName): NameTrouble['severity'] | null;
  /**
   * Why a name is not set for certain, in a sentence for people.
   *
   * @param others how many names of the same text stand as badly
   */
  reason(name: string, others?: number): string;
}

/** The names of the active environment, or of the defaults alone where none is active. */
export interface EnvironmentNames {
  readonly values: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
  /** What sentences call it; absent, the active environment. With `none` there is none. */
  readonly words?: EnvironmentWords | 'none' | undefined;
}

/** What sentences call an environment where none is active: one of those that are looked at in turn, or any there may be. */
export type EnvironmentWords = 'the environment' | 'an environment';

/** The names at a place of a flow. What a way there leaves unset, the environment may still have. */
export function namesAtPlace(place: FlowPlace, environment: EnvironmentNames): NamesHere {
  const { flow, names, nodeId } = place;
  const { always, perhaps } = namesInNode(place);
  const node = flow.nodes.find((each) => each.id === nodeId);
  const takesSecrets = node?.kind === 'api-call';
  const { words: told } = environment;
  const words = told === 'none' ? null : (told ?? 'the active environment');
  const isSet = (name: string) =>
    always.has(name) || environment.values.has(name) || (takesSecrets && environment.secrets.has(name));
  const isSecretElsewhere = (name: string): boolean =>
    !takesSecrets &&
    name.startsWith(inEnvironment) &&
    environment.secrets.has(name.slice(inEnvironment.length));
  const standing = (name: string): NameStanding => {
    if (isSecretElsewhere(name)) return 'secret';
    if (isSet(name)) return 'set';
    if (perhaps.has(name)) return 'perhaps';
    return environment.secrets.has(name) ? 'secret' : 'unknown';
  };
  // Only where a name is unknown: a flow has thousands of nodes, and most of them read what is set.
  const all = () => [...new Set([...always, ...perhaps, ...environment.values])];
  const reason = (name: string, others = 0): string => {
    const more = others === 0 ? '' : ` (and ${String(others)} more)`;
    switch (standing(name)) {
      case 'perhaps':
        return `${name} may be unset here${more}: ${wayInWords(place, name)}`;
      case 'secret':
        return `${name} is a secret of ${words ?? 'the defaults of all environments'}${more}: only API endpoints and API Calls may use it.`;
      case 'set':
      case 'unknown':
        return unknownInWords(place, name, more, all(), words);
    }
  };
  const writtenTogether = ({ path }: TemplateName): string => path.slice(0, 2).join('.');
  const troubleKind = (read: TemplateName): NameTrouble['severity'] | null => {
    const { name, asked } = read;
    if (isSecretElsewhere(writtenTogether(read))) return 'error';
    const stands = standing(name);
    const isAskedFor = asked && stands !== 'secret' && names.setters.has(name);
    if (name.startsWith('@') || stands === 'set' || isAskedFor) return null;
    return stands === 'perhaps' ? 'warning' : 'error';
  };
  return {
    standing,
    takesSecrets,
    reason,
    troubleKind,
    troubleWith: (name) => {
      const severity = troubleKind(name);
      if (severity === null) return null;
      const written = writtenTogether(name);
      return { severity, message: reason(isSecretElsewhere(written) ? written : name.name) };
    },
  };
}

const inEnvironment = '@env.';

function wayInWords({ flow, names, nodeId, inputsAbove = [] }: FlowPlace, name: string): string {
  const way = names.missingWay(nodeId, name);
  const from = flow.nodes.find((node) => node.id === way?.from);
  const isInput = way?.perhaps.includes(name) === true || inputsAbove.some((input) => input.name === name);
  if (isInput) return 'it is an input that may be left out and has no default.';
  if (way === null || from === undefined) return 'not every way to this node sets it.';
  const does = way.never.includes(name) ? 'unsets it' : 'does not set it';
  return `the way over ${from.name} › ${exitName(from, way.exit)} ${does}.`;
}

function unknownInWords(
  place: FlowPlace,
  name: string,
  more: string,
  all: readonly string[],
  environment: string | null,
): string {
  const { flow, names, nodeId } = place;
  const setters = names.nearestSetters(nodeId, name);
  const nearest = flow.nodes.find((node) => node.id === setters[0]);
  if (nearest === undefined) {
    const meant = nearestName(name, all);
    const suggestion = meant === null ? '' : ` Did you mean ${meant}?`;
    const nowhere = environment === null ? 'no environment is active' : `no value of ${environment}`;
    return `Nothing sets ${name}${more}: no node of this flow, and ${nowhere}.${suggestion}`;
  }
  const unsetBy = unsetterInWords(place, name);
  if (unsetBy !== null) return `${name} is not set here any more${more}: ${unsetBy}.`;
  if (nearest.id === nodeId) {
    const when = nearest.kind === 'set-variables' ? 'only further down' : 'only when it is done';
    return `Nothing has set ${name} here yet${more}: this node sets it, but ${when}.`;
  }
  return `Nothing has set ${name} here${more}: no way from the Start leads over ${nearest.name}, which sets it, to this node.`;
}

/** What took a variable away that other nodes set, as the end of a sentence; `null` where nothing did. */
function unsetterInWords({ flow, names, nodeId, changesAbove = [] }: FlowPlace, name: string): string | null {
  if (effectOfChanges(changesAbove.filter(({ enabled }) => enabled)).never.includes(name))
    return 'this node unsets it above';
  const way = names.missingWay(nodeId, name);
  const from = flow.nodes.find((node) => node.id === way?.from);
  return way?.never.includes(name) === true && from !== undefined ? `${from.name} unsets it` : null;
}
