import type { Flow } from '#shared/flow/flow.ts';
import { faultAsked, exitsAsked } from '../../store/asked-dialogs.ts';
import { useExitTally } from '../../store/exit-tallies.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { standInsCleared, useCallsWithStandIns, type CallWithStandIn } from '../../store/stand-ins.ts';
import { useFlowWithReached } from '../../store/use-flows-reached.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import styles from './simulator.module.css';

/** What the Simulator's head says about the next run and those before: calls that something answers, and exits never taken. */
export function StandInTools({ flow }: { readonly flow: Flow }) {
  const calls = useCallsWithStandIns(useFlowWithReached(flow.id));
  return (
    <>
      <ExitMeter flow={flow} />
      {calls.length > 0 && <StandInsMenu flow={flow} calls={calls} />}
    </>
  );
}

function ExitMeter({ flow }: { readonly flow: Flow }) {
  const { taken, total } = useExitTally(flow);
  if (total === 0) return null;
  return (
    <Button
      look="quiet"
      size="s"
      className={styles.tool}
      tooltip="Exits that runs from this window have taken"
      aria-label={`exits ${String(taken)} of ${String(total)} taken`}
      onClick={() => exitsAsked(flow.id)}
    >
      {taken} of {total}
    </Button>
  );
}

interface StandInsMenuProps {
  readonly flow: Flow;
  readonly calls: readonly CallWithStandIn[];
}

function StandInsMenu({ flow, calls }: StandInsMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <ToolbarButton
          caret
          icon={calls.some(({ shown }) => shown.type === 'fault') ? 'fault' : 'fixture'}
          iconSize={12}
          className={styles.tool}
          aria-label={calls.length === 1 ? '1 call stands in' : `${String(calls.length)} calls stand in`}
        >
          {calls.length === 1 ? '1 call' : `${String(calls.length)} calls`}
        </ToolbarButton>
      }
      entries={[
        {
          kind: 'group',
          label: 'Not answered by the API',
          entries: calls.map(({ flow: { id, name }, node, shown }) => ({
            kind: 'action',
            label: node.name,
            icon: shown.type,
            meta: id === flow.id ? shown.name : `${name} · ${shown.name}`,
            onSelect: () => {
              if (id !== flow.id) documentOpened(id);
              nodePicked(id, node.id);
              if (shown.type === 'fault') faultAsked(id, node.id);
            },
          })),
        },
        { kind: 'separator' },
        {
          kind: 'action',
          label: 'Let all go live',
          icon: 'endpoint',
          onSelect: () => standInsCleared(flow.id),
        },
      ]}
    />
  );
}
