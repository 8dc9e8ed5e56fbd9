import { useMemo } from 'react';
import { namesRead } from '#shared/flow/names-read.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { useRunOfFlow } from '../../store/runs-store.ts';
import { useSamples } from '../../store/sample-store.ts';
import { storedText } from '../../store/stored-text.ts';
import { useEnvironmentAtHand } from '../../store/use-environment-layers.ts';
import type { CallEditorProps } from './call-editor-props.ts';

/** The variables that an API Call reads, with texts for them: what was typed, else what the last run had. */
export function useSampleValues({ id }: CallEditorProps['flow'], node: CallEditorProps['node']) {
  const { config } = node;
  return useSamplesFor(
    id,
    node.id,
    useMemo(() => callTemplateTexts(config), [config]),
  );
}

/** The variables that templates of a node read, with texts for them. */
export function useSamplesFor(flowId: string, nodeId: string, templates: readonly string[]) {
  const typed = useSamples(nodeId);
  const run = useRunOfFlow(flowId);
  const { secretNames, values: given } = useEnvironmentAtHand();
  const variables = run?.variables;
  return useMemo(() => {
    const names = namesRead(templates).filter(
      (name) => !Object.hasOwn(given, name) && !secretNames.has(name),
    );
    const texts: Record<string, string> = {};
    for (const name of names) {
      const text = typed[name] ?? storedText(variables?.find((variable) => variable.name === name));
      if (text !== undefined) texts[name] = text;
    }
    return {
      names,
      texts,
      unset: names.filter((name) => texts[name] === undefined),
      fromLastRun: names.length > 0 && names.every((name) => typed[name] === undefined),
    };
  }, [templates, typed, variables, given, secretNames]);
}
