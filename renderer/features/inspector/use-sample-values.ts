import { useMemo } from 'react';
import { namesRead } from '#shared/flow/names-read.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { useLastTexts } from '../../store/last-texts.ts';
import { useSamples } from '../../store/sample-store.ts';
import { useEnvironmentAtHand } from '../../store/use-environment-layers.ts';
import type { CallEditorProps } from './call-editor-props.ts';
import { sampleValues, type SampleValues } from './sample-values.ts';

/** The variables that an API Call reads, with texts for them: what was typed, else what the last run had. */
export function useSampleValues(
  { id }: CallEditorProps['flow'],
  node: CallEditorProps['node'],
): SampleValues {
  const { config } = node;
  return useSamplesFor(
    id,
    node.id,
    useMemo(() => callTemplateTexts(config), [config]),
  );
}

/** The variables that templates of a node read, with texts for them. */
export function useSamplesFor(flowId: string, nodeId: string, templates: readonly string[]): SampleValues {
  const typed = useSamples(nodeId);
  const { secretNames, values: given } = useEnvironmentAtHand();
  const names = useMemo(
    () => namesRead(templates).filter((name) => !Object.hasOwn(given, name) && !secretNames.has(name)),
    [templates, given, secretNames],
  );
  const last = useLastTexts(flowId, names);
  return useMemo(() => sampleValues(names, typed, last), [names, typed, last]);
}
