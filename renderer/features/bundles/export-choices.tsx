import { useMemo, useState } from 'react';
import { bundleChoiceChanged, type ExportChoice } from '../../store/bundle-export.ts';
import { useDocumentHeads, useDocuments, useEnvironments } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { CheckTree } from '../../ui/list/check-tree.tsx';
import styles from './bundles.module.css';
import { flowChoice } from './flow-choice.ts';

/** More flows than fit beside each other can be filtered. */
const manyFlows = 12;

/** Chooses flows and environments. */
export function ExportChoices({ environments, flows }: Pick<ExportChoice, 'flows' | 'environments'>) {
  const [filter, setFilter] = useState('');
  const folders = useDocuments((state) => state.folders);
  const heads = useDocumentHeads('flowbench.flow');
  const nodes = useMemo(() => flowChoice(folders, heads, filter), [folders, heads, filter]);
  const choosable = useEnvironments();
  return (
    <>
      <Section title="Flows" aside={<AllOrNone part="flows" ids={heads.map(({ id }) => id)} taken={flows} />}>
        {heads.length > manyFlows && (
          <SearchBox value={filter} onChange={setFilter} label="Filter flows" className={styles.filter} />
        )}
        <div className={styles.tree}>
          <CheckTree
            label="Flows to export"
            nodes={nodes}
            checked={flows}
            onChange={(ids, taken) => bundleChoiceChanged('flows', ids, taken)}
          />
          {nodes.length === 0 && <p className={styles.quiet}>No flow is called that.</p>}
        </div>
      </Section>
      {choosable.length > 0 && (
        <Section
          title="Environments"
          aside={<AllOrNone part="environments" ids={choosable.map(({ id }) => id)} taken={environments} />}
        >
          <CheckTree
            label="Environments to export"
            nodes={choosable.map(({ id, name }) => ({ id, label: name, icon: 'environment' }))}
            checked={environments}
            onChange={(ids, taken) => bundleChoiceChanged('environments', ids, taken)}
          />
          <p className={styles.quiet}>The defaults, and what scenarios run in, go along in any case.</p>
        </Section>
      )}
    </>
  );
}

interface AllOrNoneProps {
  readonly part: 'flows' | 'environments';
  readonly ids: readonly string[];
  readonly taken: ReadonlySet<string>;
}

function AllOrNone({ ids, part, taken }: AllOrNoneProps) {
  const isAll = ids.every((id) => taken.has(id));
  return (
    <Button
      look="link"
      aria-label={`${isAll ? 'None' : 'All'} of the ${part}`}
      onClick={() => bundleChoiceChanged(part, ids, !isAll)}
    >
      {isAll ? 'None' : 'All'}
    </Button>
  );
}
