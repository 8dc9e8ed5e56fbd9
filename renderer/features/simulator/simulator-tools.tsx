import type { Flow } from '#shared/flow/flow.ts';
import { transcript, type TranscriptForm } from '#shared/run-events/transcript.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { bridge } from '../../bridge/bridge.ts';
import { scenarioRecorded } from '../../store/record-scenario.ts';
import { runWanted } from '../../store/run-actions.ts';
import { personaAsked } from '../../store/persona.ts';
import { runWithVariables } from '../../store/run-from.ts';
import { useRuns } from '../../store/runs-store.ts';
import { toasts } from '../../store/toasts.ts';
import { type RunNode, useRunNodes } from '../../store/use-run-nodes.ts';
import { useView, viewStore } from '../../store/view-store.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { PersonaDialog } from './persona-dialog.tsx';
import { StandInTools } from './stand-in-tools.tsx';

interface SimulatorToolsProps {
  readonly flow: Flow;
  readonly run: RunView | undefined;
}

/** Talks again, and what else can be done with a conversation. */
export function SimulatorTools({ flow, run }: SimulatorToolsProps) {
  const keysOf = useCommandKeys();
  const typingIndicator = useView((state) => state.typingIndicator);
  const again = useRunAgainFrom(flow, run);
  const nodes = useRunNodes(flow.id);
  const noTalk = run === undefined || run.conversation.length === 0 ? 'Nothing was said yet.' : undefined;
  const copied = (label: string, form: TranscriptForm): MenuEntry => ({
    kind: 'action',
    icon: 'copy',
    label,
    disabledReason: noTalk,
    onSelect: () => {
      if (run !== undefined) void transcriptCopied(run, form, nodes);
    },
  });
  return (
    <>
      <StandInTools flow={flow} />
      {run !== undefined && (
        <IconButton
          icon="reset"
          label="Run again from the Start"
          keys={keysOf('run.start')}
          onClick={() => void runWanted(flow.id)}
        />
      )}
      {run !== undefined && (
        <IconButton
          icon="scenario"
          label="Record as scenario"
          keys={keysOf('scenario.record')}
          disabledReason={run.outcome === 'running' ? 'The run is not over yet.' : undefined}
          onClick={() => void scenarioRecorded(run.runId)}
        />
      )}
      <Menu
        align="end"
        trigger={<IconButton icon="more" label="More for the Simulator" />}
        entries={[
          ...again,
          { kind: 'action', icon: 'user', label: 'Test persona…', onSelect: () => personaAsked(true) },
          {
            kind: 'check',
            label: 'Typing indicator',
            checked: typingIndicator,
            onChange: (shown) => viewStore.setState({ typingIndicator: shown }),
          },
          { kind: 'separator' },
          copied('Copy the conversation', 'plain'),
          copied('Copy as Markdown', 'markdown'),
        ]}
      />
      <PersonaDialog />
    </>
  );
}

/** A run that began in the middle can begin there again, with the same variables. */
function useRunAgainFrom(flow: Flow, run: RunView | undefined): readonly MenuEntry[] {
  const from = useRuns((state) => (run === undefined ? undefined : state.beganFrom[run.runId]));
  const node = flow.nodes.find(({ id }) => id === from?.nodeId);
  if (from === undefined || node === undefined) return [];
  return [
    {
      kind: 'action',
      icon: 'reset',
      label: `Run again from ${node.name}`,
      onSelect: () => void runWithVariables(flow.id, node.id, from.variables),
    },
    { kind: 'separator' },
  ];
}

async function transcriptCopied(
  run: RunView,
  form: TranscriptForm,
  nodes: ReadonlyMap<string, RunNode>,
): Promise<void> {
  const nameOf = (id: string) => nodes.get(id)?.name ?? 'A node that is gone';
  await bridge.call['clipboard.write']({ text: transcript(run, form, nameOf) });
  toasts.show({
    title: form === 'markdown' ? 'Conversation copied as Markdown' : 'Conversation copied',
    icon: 'copy',
  });
}
