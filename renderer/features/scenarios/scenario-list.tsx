import { useMemo, useState } from 'react';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import { useDocumentHeads, useScenarios } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { filteredGroups, scenarioGroups } from './scenario-groups.ts';
import { ScenarioTree } from './scenario-tree.tsx';
import styles from './scenario-list.module.css';

/** All scenarios in the side bar, by the flows that they test. */
export function ScenarioList() {
  const [filter, setFilter] = useState('');
  const keysOf = useCommandKeys();
  const canMake = useCommandOffered('scenario.new');
  const flows = useDocumentHeads('flowbench.flow');
  const scenarios = useScenarios();
  const groups = useMemo(() => scenarioGroups(flows, scenarios), [flows, scenarios]);
  const noFlow = canMake ? undefined : 'Make a flow first: a scenario tests one.';
  const wanted = () => void commandInvoked('scenario.new');
  return (
    <div className={styles.list}>
      <PanelHead
        title="Scenarios"
        tools={
          <IconButton
            icon="plus"
            label="New scenario"
            keys={keysOf('scenario.new')}
            disabledReason={noFlow}
            onClick={wanted}
          />
        }
      />
      {groups.length === 0 ? (
        <EmptyState
          icon="scenario"
          title="No scenarios yet"
          action={
            <Button disabledReason={noFlow} onClick={wanted}>
              New scenario
            </Button>
          }
        >
          A scenario tests a flow: what the person answers, what stands in for the APIs, and what has to come
          of it.
        </EmptyState>
      ) : (
        <>
          <SearchBox className={styles.filter} label="Filter Scenarios" value={filter} onChange={setFilter} />
          <ScenarioTree
            groups={filteredGroups(groups, filter)}
            all={groups}
            isNarrowed={filter !== ''}
            onWiden={() => setFilter('')}
          />
        </>
      )}
    </div>
  );
}
