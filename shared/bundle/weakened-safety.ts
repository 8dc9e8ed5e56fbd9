import type { Endpoint } from '../endpoint/endpoint.ts';
import { isOauth } from '../endpoint/is-oauth.ts';
import { isOldTlsVersion, tlsVersionLabel } from '../endpoint/tls.ts';
import { defaultsAmong } from '../environment/environment-layers.ts';
import { environmentVariables } from '../environment/environment-variables.ts';
import type { Flow } from '../flow/flow.ts';
import { variablesSet } from '../flow/variables-set.ts';
import type { ValueObject } from '../value/value.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import { addressByValues, longestAddress } from './address-by-values.ts';
import { isKnownAddress } from './known-address.ts';

/** A setting of an endpoint that makes its calls less safe than those of a new endpoint. */
export interface WeakenedSafety {
  readonly endpoint: string;
  /** A sentence for people. */
  readonly what: string;
}

/**
 * What in the endpoints among some documents a person should look at before they trust them with a secret. Addresses are
 * also looked at with the values of the environments that are among them; of one that these do not make plain it is told that
 * nobody knows it yet.
 */
export function weakenedSafety(documents: readonly WorkspaceDocument[]): readonly WeakenedSafety[] {
  const settings = settingsAmong(documents);
  const flows = documents.filter((each) => each.format === 'flowbench.flow');
  return documents.flatMap((document) =>
    document.format === 'flowbench.endpoint'
      ? weakeningsOf(document, { settings, set: namesSetBy(flows, document.id) }).map((what) => ({
          endpoint: document.name,
          what,
        }))
      : [],
  );
}

/** What an address may be made of. */
interface Around {
  readonly settings: readonly ValuesSetting[];
  /** Names that flows set themselves, which hide the values of environments. */
  readonly set: ReadonlySet<string>;
}

function namesSetBy(flows: readonly Flow[], endpoint: string): ReadonlySet<string> {
  const calling = flows.filter(({ nodes }) =>
    nodes.some((node) => node.kind === 'api-call' && node.config.endpoint === endpoint),
  );
  return new Set(calling.flatMap(({ nodes }) => variablesSet(nodes).map(({ name }) => name)));
}

function weakeningsOf({ auth, baseUrl, proxy, redirects, tls }: Endpoint, around: Around): readonly string[] {
  return [
    ...openAt('Calls go to', baseUrl, around.settings),
    ...(isUnknownAt(baseUrl, around)
      ? [`Where calls go is only known when they are made: ${shown(baseUrl)}.`]
      : []),
    ...(isOauth(auth) ? tokenWeakenings(auth.tokenUrl, around) : []),
    ...(tls.verify ? [] : ['Certificates of servers are not verified.']),
    ...(tls.ca === undefined ? [] : ['Certificate authorities of its own are trusted.']),
    ...(isOldTlsVersion(tls.minVersion)
      ? [`${tlsVersionLabel(tls.minVersion)} is accepted, which is broken.`]
      : []),
    ...(proxy.mode === 'manual' ? [`Calls go through the proxy ${proxy.url}.`] : []),
    ...(redirects.allowPlainHttp ? ['Redirects may lead from https to plain http.'] : []),
  ];
}

function tokenWeakenings(tokenUrl: string, around: Around): readonly string[] {
  const open = openAt('Access tokens are fetched from', tokenUrl, around.settings);
  return isUnknownAt(tokenUrl, around)
    ? [...open, `Where access tokens are fetched from is only known when that is done: ${shown(tokenUrl)}.`]
    : open;
}

/** Whether no environment makes plain where an address leads: it is made by a helper, by a flow, or by what is not there. */
function isUnknownAt(address: string, { set, settings }: Around): boolean {
  return ![{}, ...settings.map(({ values }) => values)].some((values) =>
    isKnownAddress(address, values, set),
  );
}

const shown = (address: string): string => address.trim().slice(0, longestAddress);

/** Values that could hold, and whose they are in words. */
interface ValuesSetting {
  readonly whose: string;
  readonly values: ValueObject;
}

/** The defaults by themselves, and each environment with the defaults behind it. */
function settingsAmong(documents: readonly WorkspaceDocument[]): readonly ValuesSetting[] {
  const environments = documents.filter((each) => each.format === 'flowbench.environment');
  const defaults = defaultsAmong(environments);
  const others = environments.filter((each) => each.defaults !== true);
  return [
    { whose: 'the defaults', values: environmentVariables(null, defaults) },
    ...others.map((each) => ({
      whose: `the environment “${each.name}”`,
      values: environmentVariables(each, defaults),
    })),
  ];
}

/** Of an address that is open by many environments the first are named: a stranger may have made thousands. */
const mostNamed = 3;

function openAt(what: string, address: string, settings: readonly ValuesSetting[]): readonly string[] {
  if (isPlainHttp(address)) return [`${what} ${address} without encryption.`];
  if (!address.includes('{{')) return [];
  const told = new Map<string, string>();
  let untold = 0;
  for (const { values, whose } of settings) {
    const filled = addressByValues(address, values);
    if (!isPlainHttp(filled) || told.has(filled)) continue;
    if (told.size < mostNamed) told.set(filled, whose);
    else untold += 1;
  }
  const sentences = [...told].map(
    ([filled, whose]) => `${what} ${filled} without encryption, by a value of ${whose}.`,
  );
  return untold === 0
    ? sentences
    : [...sentences, `So it is by the values of ${String(untold)} more environments.`];
}

/** An address on this machine goes over no network that anybody could listen to. */
function isPlainHttp(address: string): boolean {
  return (
    /^\s*http:/i.test(address) &&
    !/^\s*http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/?#]|$)/i.test(address)
  );
}
