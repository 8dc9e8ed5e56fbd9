import { useEffect, useRef, useState } from 'react';
import type { Environment } from '#shared/environment/environment.ts';
import type { ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import { bridge } from '../../bridge/bridge.ts';
import { personaNow } from '../../store/persona.ts';
import { environmentId } from '../../store/run-surroundings.ts';
import { useOpenDocument } from '../../store/use-documents.ts';
import { useEnvironmentAtHand } from '../../store/use-environment-layers.ts';
import { useView } from '../../store/view-store.ts';
import { useVault } from '../../store/vault-store.ts';
import type { CallEditorProps } from './call-editor-props.ts';

export type CallPreview = Awaited<ReturnType<(typeof bridge)['call']['call.preview']>>;

/** What the main process makes of the call with the values of now. */
export interface CallPreviews {
  /** The whole request. */
  readonly whole: CallPreview;
  /** The address of its endpoint, with every expression resolved; `null` where it cannot be. */
  readonly baseUrl: string | null;
}

/** The previews follow the typing after this pause; the first ones are asked for at once. */
const pauseMs = 250;

/** Previews of the request, made by the same code that sends it, with every secret masked; `null` until they are there. */
export function useCallPreview(
  { flow, node }: CallEditorProps,
  texts: Readonly<Record<string, string>>,
): CallPreviews | null {
  const [previews, setPreviews] = useState<CallPreviews | null>(null);
  const asked = useRef(false);
  const endpointRevision = useOpenDocument(node.config.endpoint)?.revision;
  const persona = useView((state) => state.persona);
  const { active, defaults } = useEnvironmentAtHand();
  const ofActive = useStanding(active);
  const ofDefaults = useStanding(defaults);
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(
      () => {
        asked.current = true;
        void asPreviewed(flow.id, node.config, texts).then((next) => {
          if (current) setPreviews(next);
        });
      },
      asked.current ? pauseMs : 0,
    );
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
    // The main process reads the endpoint and the environment as they are saved: a new revision makes a new preview.
  }, [flow.id, node.config, texts, endpointRevision, ofActive, ofDefaults, persona]);
  return previews;
}

/** A text that is another one once the environment is saved anew, its secrets stand otherwise, or all are unlocked. */
function useStanding(environment: Environment | null): string {
  const id = environment?.id ?? '';
  const revision = useOpenDocument(id)?.revision;
  const secrets = useVault((state) => state.secrets[id]);
  const keeper = useVault((state) => state.status.keeper);
  return JSON.stringify([id, revision, secrets, keeper]);
}

async function asPreviewed(
  flowId: CallEditorProps['flow']['id'],
  config: ApiCallConfig,
  texts: Readonly<Record<string, string>>,
): Promise<CallPreviews> {
  const preview = (each: ApiCallConfig) =>
    bridge.call['call.preview']({
      flowId,
      config: each,
      environmentId: environmentId(),
      variables: { ...texts },
      persona: personaNow(),
    });
  // The same call with nothing of its own: its address is that of the endpoint.
  const bare: ApiCallConfig = { ...config, path: '', query: [], headers: [], body: { type: 'none' } };
  const [whole, base] = await Promise.all([preview(config), preview(bare)]);
  return { whole, baseUrl: base.ok ? urlText(base.value).replace(/\/$/, '') : null };
}

/** The address of a masked request as text. */
export function urlText({ url }: { readonly url: readonly { readonly text: string }[] }): string {
  return url.map(({ text }) => text).join('');
}
