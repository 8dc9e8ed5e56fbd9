import type { PanelTab } from '#shared/settings/view-state.ts';
import { Problems } from '../../features/problems/problems.tsx';
import { ResponseViewer } from '../../features/response-viewer/response-viewer.tsx';
import { ScenariosPanel } from '../../features/scenarios/results/scenarios-panel.tsx';
import { Simulator } from '../../features/simulator/simulator.tsx';
import { PhaseLegend } from '../../features/timeline/phase-legend.tsx';
import { Timeline } from '../../features/timeline/timeline.tsx';
import { Variables } from '../../features/variables/variables.tsx';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { usePastRun } from '../../store/past-runs.ts';
import { useProblems } from '../../store/problems-store.ts';
import { isSimulatorBeside } from '../../store/simulator-place.ts';
import { useFormat } from '../../store/use-documents.ts';
import { activeOwnerId, panelTabShown, useView } from '../../store/view-store.ts';
import { useWindowWidth } from '../../store/window-width.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { TabList, TabPanel, Tabs, type TabItem } from '../../ui/tabs/tabs.tsx';
import styles from './panel-area.module.css';

const views: readonly TabItem<PanelTab>[] = [
  { id: 'timeline', label: 'Timeline' },
  { id: 'variables', label: 'Variables' },
  { id: 'response', label: 'Response' },
  { id: 'scenarios', label: 'Scenarios' },
  { id: 'problems', label: 'Problems' },
];
const simulator: TabItem<PanelTab> = { id: 'simulator', label: 'Simulator' };

/**
 * The panel below the editor. From 1280 wide the Simulator is its left half, so that one talks and watches at once;
 * narrower, enlarged or folded it is a tab among the others.
 */
export function PanelArea() {
  const activeId = useView(activeOwnerId);
  const spokenId = useSpokenId(activeId);
  const state = useView((view) => view.panelState);
  const tab = useView((view) => view.panelTab);
  const width = useWindowWidth();
  const beside = isSimulatorBeside(width, state) && spokenId !== null;
  const tabs = beside || spokenId === null ? views : [simulator, ...views];
  const problems = useProblems(({ findings }) => findings.length);
  const counted = tabs.map((each) =>
    each.id === 'problems' && problems > 0 ? { ...each, count: problems } : each,
  );
  const shown = tabs.some((each) => each.id === tab) ? tab : 'timeline';
  const tools = (
    <>
      {width === 'wide' && shown === 'timeline' && <PhaseLegend ownerId={activeId} />}
      <PanelTools />
    </>
  );
  return (
    <div className={styles.area}>
      {beside && (
        <section className={styles.simulator} aria-label="Simulator">
          <Simulator ownerId={spokenId} headed />
        </section>
      )}
      <section className={styles.views} aria-label="Panel">
        <Tabs value={shown} onChange={panelTabShown} className={styles.tabs}>
          <TabList label="Panel" tabs={counted} tools={tools} />
          {state !== 'folded' && (
            <>
              {spokenId !== null && (
                <TabPanel id="simulator" className={styles.body}>
                  <Simulator ownerId={spokenId} headed={false} />
                </TabPanel>
              )}
              <TabPanel id="timeline" className={styles.body}>
                <Timeline ownerId={activeId} />
              </TabPanel>
              <TabPanel id="variables" className={styles.body}>
                <Variables ownerId={activeId} />
              </TabPanel>
              <TabPanel id="response" className={styles.body}>
                <ResponseViewer ownerId={activeId} />
              </TabPanel>
              <TabPanel id="scenarios" className={styles.body}>
                <ScenariosPanel ownerId={activeId} />
              </TabPanel>
              <TabPanel id="problems" className={styles.body}>
                <Problems ownerId={activeId} />
              </TabPanel>
            </>
          )}
        </Tabs>
      </section>
    </div>
  );
}

/** What has a conversation: a flow, or a run of one that is gone. */
function useSpokenId(ownerId: string | null): string | null {
  const isFlow = useFormat(ownerId) === 'flowbench.flow';
  const past = usePastRun(ownerId)?.view;
  const isTalk = past !== undefined && past.runId === ownerId && past.conversation.length > 0;
  return isFlow || isTalk ? ownerId : null;
}

function PanelTools() {
  const keysOf = useCommandKeys();
  const state = useView((view) => view.panelState);
  return (
    <>
      {state !== 'folded' && (
        <IconButton
          icon={state === 'enlarged' ? 'chevron-down' : 'chevron-up'}
          label={state === 'enlarged' ? 'Make the panel smaller' : 'Enlarge the panel'}
          keys={keysOf('panel.enlarge')}
          onClick={() => commandInvoked('panel.enlarge')}
        />
      )}
      <IconButton
        icon={state === 'folded' ? 'chevron-up' : 'panel-bottom'}
        label={state === 'folded' ? 'Show the panel' : 'Fold the panel'}
        keys={keysOf('panel.toggle')}
        onClick={() => commandInvoked('panel.toggle')}
      />
    </>
  );
}
