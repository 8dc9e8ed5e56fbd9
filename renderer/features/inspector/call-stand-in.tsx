import { useState } from 'react';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import type { StandIn } from '#shared/stand-in/stand-in.ts';
import { faultAsked } from '../../store/asked-dialogs.ts';
import { emptyFixtureWanted, pinnableCalls } from '../../store/pin-fixture.ts';
import { runsToPinFrom } from '../../store/pin-from-history.ts';
import { useRuns } from '../../store/runs-store.ts';
import {
  standInChosen,
  standInWords,
  useFixtureNames,
  useFixtures,
  useStandIn,
} from '../../store/stand-ins.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import type { CallEditorProps } from './call-editor-props.ts';
import styles from './inspector.module.css';
import footStyles from './call-foot.module.css';
import { pinEntries } from './pin-entries.ts';

/** Says what answers this API Call, and lets one choose: the API itself, a fixture, or a fault. */
export function CallStandIn({ flow, node }: CallEditorProps) {
  const standIn = useStandIn(node.id);
  const names = useFixtureNames();
  // Looked for as the menu opens: the history and the flows that reach this one are many.
  const [past, setPast] = useState<readonly RunSummary[]>([]);
  const shown = standIn === undefined ? null : standInWords(standIn, (id) => names.get(id) ?? null);
  const canEdit = standIn?.type === 'fault' || (standIn?.type === 'fixture' && names.has(standIn.id));
  return (
    <div className={footStyles.standIn} role="group" aria-label="Answered by">
      <span aria-hidden>Answered by</span>
      <Menu
        trigger={
          <ToolbarButton
            caret
            icon={shown?.type}
            iconSize={14}
            className={footStyles.standInButton}
            aria-label={
              shown === null ? 'Answered by the API' : `Answered by the ${shown.type} ${shown.name}`
            }
          >
            {shown === null ? 'the API' : <span className={footStyles.standInName}>{shown.name}</span>}
          </ToolbarButton>
        }
        entries={useEntries({ flow, node }, past)}
        onOpenChange={(open) => {
          if (open) setPast(runsToPinFrom(flow.id, node.id));
        }}
      />
      <span className={styles.grow} />
      {canEdit && (
        <Button look="link" onClick={() => edited(flow.id, node.id, standIn)}>
          Edit
        </Button>
      )}
    </div>
  );
}

function edited(flowId: string, nodeId: string, standIn: StandIn): void {
  if (standIn.type === 'fault') faultAsked(flowId, nodeId);
  else documentOpened(standIn.id);
}

const live = 'live';
const fault = 'fault';

function useEntries({ flow, node }: CallEditorProps, past: readonly RunSummary[]): readonly MenuEntry[] {
  const standIn = useStandIn(node.id);
  const fixtures = useFixtures().filter((each) => each.node === node.id);
  const runs = useRuns((state) => state.runs);
  const calls = pinnableCalls(runs, node.id);
  const picked = (value: string) => {
    const fixture = fixtures.find(({ id }) => id === value);
    if (fixture !== undefined) standInChosen(node.id, { type: 'fixture', id: fixture.id });
    else if (value === live) standInChosen(node.id, null);
  };
  return [
    {
      kind: 'choice',
      label: 'Answered by',
      value: valueOf(standIn),
      options: [
        { value: live, label: 'The API (live)', icon: 'endpoint' },
        ...fixtures.map(({ id, name, statusCode }) => ({
          value: id,
          label: name,
          icon: 'fixture' as const,
          meta: statusCode,
        })),
        ...(standIn?.type === 'fault'
          ? [{ value: fault, label: standInWords(standIn, () => null).name, icon: 'fault' as const }]
          : []),
      ],
      onChange: picked,
    },
    { kind: 'separator' },
    ...pinEntries(flow.id, node, calls, past),
    {
      kind: 'action',
      label: 'New fixture',
      icon: 'plus',
      onSelect: () => emptyFixtureWanted(flow, node),
    },
    { kind: 'action', label: 'Fault…', icon: 'fault', onSelect: () => faultAsked(flow.id, node.id) },
  ];
}

function valueOf(standIn: StandIn | undefined): string {
  if (standIn === undefined) return live;
  return standIn.type === 'fixture' ? standIn.id : fault;
}
