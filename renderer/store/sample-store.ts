// Values that a person types for variables of a node or inputs of a flow: a part of what is remembered of a workspace's view.
import { isSecretValue, type Environment } from '#shared/environment/environment.ts';
import type { ViewState } from '#shared/settings/view-state.ts';
import { useView, viewStore } from './view-store.ts';

type Samples = Readonly<Record<string, string>>;

const none: Samples = {};

/** A longer text is not remembered over a start: all that is remembered is written with every move of a splitter. */
const longestKept = 20_000;

export function useSamples(ownerId: string): Samples {
  return useView(({ samples }) => samples[ownerId] ?? none);
}

export function sampleTyped(ownerId: string, name: string, text: string): void {
  viewStore.setState(({ samples }) => ({
    samples: { ...samples, [ownerId]: { ...samples[ownerId], [name]: text } },
  }));
}

/** What was typed does not count any more: what the last run had does again. */
export function sampleForgotten(ownerId: string, name: string): void {
  viewStore.setState(({ samples: { [ownerId]: before, ...others } }) => {
    const { [name]: _, ...left } = before ?? {};
    return { samples: Object.keys(left).length === 0 ? others : { ...others, [ownerId]: left } };
  });
}

/**
 * The samples that are written down: all but those of a name that is a secret's in some environment, since what was typed before
 * it became one may be its value.
 */
export function samplesToKeep(
  samples: ViewState['samples'],
  environments: readonly Environment[],
): ViewState['samples'] {
  const secrets = new Set(
    environments.flatMap(({ values }) => values.filter(isSecretValue).map(({ name }) => name)),
  );
  const kept = Object.entries(samples).map(([ownerId, texts]) => {
    const some = Object.entries(texts).filter(
      ([name, text]) => !secrets.has(name) && text.length <= longestKept,
    );
    return [ownerId, Object.fromEntries(some)] as const;
  });
  return Object.fromEntries(kept.filter(([, texts]) => Object.keys(texts).length > 0));
}
