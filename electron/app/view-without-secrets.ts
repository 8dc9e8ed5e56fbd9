// What a person typed as a sample may be the value of a secret that a call used since: it is not written down.
import type { ViewState } from '#shared/settings/view-state.ts';
import type { KnownSecrets } from '../runs/known-secrets.ts';
import type { ViewStore } from '../settings/view-store.ts';

/** A store of views that leaves out every sample in which a secret is found; one with a mask in its place would help nobody. */
export function viewWithoutSecrets(view: ViewStore, secrets: KnownSecrets): ViewStore {
  return {
    read: () => view.read(),
    write: (next) => view.write({ ...next, samples: cleanSamples(next.samples, secrets) }),
    close: () => view.close(),
  };
}

function cleanSamples(
  samples: ViewState['samples'],
  { isEmpty, scrubber }: KnownSecrets,
): ViewState['samples'] {
  if (isEmpty) return samples;
  const isClean = (text: string) => scrubber.scrub(text) === text;
  const clean = Object.entries(samples).map(([ownerId, texts]) => {
    const kept = Object.entries(texts).filter(([, text]) => isClean(text));
    return [ownerId, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(clean);
}
