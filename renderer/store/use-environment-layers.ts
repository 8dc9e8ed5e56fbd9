import { useMemo } from 'react';
import {
  defaultsAmong,
  environmentSecrets,
  heldValues,
  type EnvironmentLayers,
  type HeldSecret,
} from '#shared/environment/environment-layers.ts';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { documentsOf } from './documents-of.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { useDocuments } from './use-documents.ts';
import { useView, viewStore } from './view-store.ts';

/** The active environment and the defaults, and what follows from both. */
export interface EnvironmentAtHand extends EnvironmentLayers {
  /** What templates everywhere see. */
  readonly values: ValueObject;
  /** What endpoints and API Calls may use besides. */
  readonly secrets: ReadonlyMap<string, HeldSecret>;
  readonly secretNames: ReadonlySet<string>;
  /** Names that come from the defaults. */
  readonly defaultNames: ReadonlySet<string>;
}

/** The environment at hand; the same object while neither of its documents changes. */
export function useEnvironmentAtHand(): EnvironmentAtHand {
  const id = useView((state) => state.environmentId);
  const active = useDocuments((state) => activeEnvironment(state.documents, id));
  const defaults = useDocuments((state) => defaultsIn(state.documents));
  return useMemo(() => atHand({ active, defaults }), [active, defaults]);
}

/** The same, asked once. */
export function environmentAtHand(): EnvironmentAtHand {
  const { documents } = documentsStore.getState();
  const active = activeEnvironment(documents, viewStore.getState().environmentId);
  return atHand({ active, defaults: defaultsIn(documents) });
}

// Two documents change seldom, and many fields ask.
const last: { layers: EnvironmentLayers | null; known: EnvironmentAtHand | null } = {
  layers: null,
  known: null,
};

function atHand(layers: EnvironmentLayers): EnvironmentAtHand {
  const { active, defaults } = layers;
  if (last.known !== null && last.layers?.active === active && last.layers.defaults === defaults)
    return last.known;
  const secrets = environmentSecrets(layers);
  const held = [...heldValues(layers)];
  last.layers = layers;
  last.known = {
    ...layers,
    values: environmentVariables(active, defaults),
    secrets,
    secretNames: new Set(secrets.keys()),
    defaultNames: new Set(held.filter(([, { from }]) => from === 'default').map(([name]) => name)),
  };
  return last.known;
}

function activeEnvironment(documents: DocumentsState['documents'], id: string | null): Environment | null {
  const document = documents[id ?? '']?.document;
  return document?.format === 'flowbench.environment' ? document : null;
}

const environments = keptWhileSame((documents: DocumentsState['documents']) =>
  documentsOf(documents, 'flowbench.environment'),
);

/** The document of the defaults; `null` where there is none. */
export function defaultsIn(documents: DocumentsState['documents']): Environment | null {
  return defaultsAmong(environments(documents));
}

/** All environments with the defaults first, and the others by name. */
export function useAllEnvironments(): readonly Environment[] {
  const all = useDocuments((state) => environments(state.documents));
  const defaults = useDocuments((state) => defaultsIn(state.documents));
  return useMemo(
    () => (defaults === null ? all : [defaults, ...all.filter((each) => each !== defaults)]),
    [all, defaults],
  );
}
