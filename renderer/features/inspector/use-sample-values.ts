import { useMemo } from 'react';
import { namesRead } from '#shared/flow/names-read.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { useRunOfFlow } from '../../store/runs-store.ts';
import { useSamples } from '../../store/sample-store.ts';
import { useEnvironmentAtHand } from '../../store/use-environment-layers.ts';
import type { CallEditorProps } from './call-editor-props.ts';

/** The variables that an API Call reads, with texts for them: what was typed, else what the last run had. */
export function useSampleValues({ id }: CallEditorProps['flow'], node: CallEditorProps['node']) {
  const typed = useSamples(node.id);
  const run = useRunOfFlow(id);
  const { secretNames, values: given } = useEnvironmentAtHand();
  const variables = run?.variables;
  return useMemo(() => {
    const names = namesRead(callTemplateTexts(node.config)).filter(
      (name) => !Object.hasOwn(given, name) && !secretNames.has(name),
    );
    const texts: Record<string, string> = {};
    for (const name of names) {
      const text = typed[name] ?? lastText(variables?.find((variable) => variable.name === name)?.value);
      if (text !== undefined) texts[name] = text;
    }
    return {
      names,
      texts,
      unset: names.filter((name) => texts[name] === undefined),
      fromLastRun: names.length > 0 && names.every((name) => typed[name] === undefined),
    };
  }, [node.config, typed, variables, given, secretNames]);
}

// A text is shown without its quotes, so that it reads as one would type it.
function lastText(
  value: { readonly type: string; readonly json: string; readonly truncated: boolean } | undefined,
) {
  if (value === undefined || value.truncated) return undefined;
  return value.type === 'text' ? String(JSON.parse(value.json)) : value.json;
}
