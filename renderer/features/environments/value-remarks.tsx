import { useMemo } from 'react';
import { environmentReads } from '#shared/environment/environment-reads.ts';
import { usable } from '#shared/environment/environment-layers.ts';
import type { Environment } from '#shared/environment/environment.ts';
import { environmentEdited } from '../../store/environment-actions.ts';
import { useEndpoints, useFlows } from '../../store/use-documents.ts';
import { useAllEnvironments } from '../../store/use-environment-layers.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './environments.module.css';

interface ValueRemarksProps {
  readonly environment: Environment;
  readonly defaults: Environment | null;
}

/** What one should know about the names of an environment: overridden defaults, names that are missing, names without use. */
export function ValueRemarks({ environment, defaults }: ValueRemarksProps) {
  const { missing, overridden, unused } = useRemarks(environment, defaults);
  const added = () => {
    const values = [...environment.values, ...missing.map((name) => ({ name, value: '', enabled: true }))];
    environmentEdited(environment.id, { values }, null);
  };
  if (missing.length + overridden.length + unused.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label="Remarks about the values">
      {overridden.length > 0 && (
        <li className={styles.remark}>
          Instead of the default: <Names names={overridden} />
        </li>
      )}
      {missing.length > 0 && (
        <li className={styles.remark}>
          Other environments have what is missing here: <Names names={missing} />
          <Button look="link" onClick={added}>
            {missing.length === 1 ? 'Add it' : 'Add them'}
          </Button>
        </li>
      )}
      {unused.length > 0 && (
        <li className={styles.remark}>
          No flow and no API endpoint reads: <Names names={unused} />
        </li>
      )}
    </ul>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length > mostNames ? ` and ${String(names.length - mostNames)} more` : '';
  return <span className={styles.names}>{shown + more}</span>;
}

const mostNames = 12;

function useRemarks(environment: Environment, defaults: Environment | null) {
  const flows = useFlows();
  const endpoints = useEndpoints();
  const all = useAllEnvironments();
  return useMemo(() => {
    const own = usable(environment);
    const reads = environmentReads(flows, endpoints);
    const inherited = usable(environment.defaults === true ? null : defaults);
    const others = all.filter((each) => each !== environment && each.defaults !== true);
    const elsewhere = new Set(others.flatMap((each) => [...usable(each).keys()]));
    const isMissing = (name: string) => !own.has(name) && !inherited.has(name);
    return {
      overridden: [...own.keys()].filter((name) => inherited.has(name)),
      // The defaults need not say what each environment says for itself.
      missing: environment.defaults === true ? [] : [...elsewhere].filter(isMissing),
      unused: [...own.keys()].filter((name) => !reads.has(name)),
    };
  }, [environment, defaults, flows, endpoints, all]);
}
