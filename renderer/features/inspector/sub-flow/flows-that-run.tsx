import { useMemo } from 'react';
import { usesOfFlow } from '#shared/flow/sub-flow-uses.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodePicked } from '../../../store/selection-store.ts';
import { useFlows } from '../../../store/use-documents.ts';
import { documentOpened } from '../../../store/view-store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import styles from './sub-flow.module.css';

/** The nodes that run a flow, each a way to it; nothing where no flow does. */
export function FlowsThatRun({ flow }: { readonly flow: Flow }) {
  const flows = useFlows();
  const uses = useMemo(() => usesOfFlow(flows, flow.id), [flows, flow.id]);
  if (uses.length === 0) return null;
  return (
    <Field as="group" label="Run by" count={uses.length}>
      <ul className={styles.uses}>
        {uses.map((use) => (
          <li key={use.node.id}>
            <Button
              look="link"
              onClick={() => {
                documentOpened(use.flow.id);
                nodePicked(use.flow.id, use.node.id);
              }}
            >
              {use.flow.name} › {use.node.name}
            </Button>
          </li>
        ))}
      </ul>
    </Field>
  );
}
