import { useMemo } from 'react';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { heldBackSecrets } from '../../store/held-back-secrets.ts';
import { useEndpoint } from '../../store/use-documents.ts';
import { useSecretJourneys } from '../../store/use-secret-journeys.ts';
import { HeldBackNotes } from '../../ui/status/held-back-note.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import styles from './inspector.module.css';

/** The secrets of the environment that this call would send where nobody has let them go. */
export function CallSecrets({ node }: Pick<CallEditorProps, 'node'>) {
  const endpoint = useEndpoint(node.config.endpoint);
  const texts = useMemo(() => callTemplateTexts(node.config), [node.config]);
  const secrets = heldBackSecrets(useSecretJourneys(endpoint, texts));
  if (secrets.length === 0) return null;
  return (
    <div className={styles.heldBack}>
      <HeldBackNotes secrets={secrets} />
    </div>
  );
}
