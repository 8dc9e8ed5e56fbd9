import type { CommandId } from '#shared/commands/commands.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import type { ErrorJump } from '#shared/run-events/error-jump.ts';
import type { PauseView, RunView } from '#shared/run-events/run-view.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import { answeredBy } from '../../store/rerun-words.ts';
import { pastOf, runOfFlowNow, shownRun, useRuns, type LookedBack } from '../../store/runs-store.ts';
import { standInWords, useFixtureNames, useStandIn } from '../../store/stand-ins.ts';
import { useRunNodes } from '../../store/use-run-nodes.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { RunRing } from '../../ui/status/run-ring.tsx';
import { RunStack } from './run-stack.tsx';
import styles from './debug-bar.module.css';

/** Where the run of a flow stands still or is looked back into, and what can be done there: at the canvas's top centre. */
export function DebugBar({ flowId }: { readonly flowId: string }) {
  const now = useRuns((state) => runOfFlowNow(state, flowId));
  const shown = useRuns((state) => shownRun(state, now?.runId));
  const back = useRuns((state) => state.lookedBack[now?.runId ?? '']);
  if (now === undefined || shown === undefined || shown.paused === null) return null;
  return <Bar flowId={flowId} now={now} shown={shown} pause={shown.paused} back={back} />;
}

interface BarProps {
  readonly flowId: string;
  readonly now: RunView;
  readonly shown: RunView;
  readonly pause: PauseView;
  readonly back: LookedBack | undefined;
}

function Bar({ back, flowId, now, pause, shown }: BarProps) {
  const trouble = back === undefined ? pause.trouble : null;
  const isTall = trouble !== null || shown.callers.length > 0;
  return (
    <section className={styles.bar} aria-label="Debugger" data-debug-bar={isTall ? 'tall' : 'low'}>
      <RunStack flowId={flowId} run={shown} />
      <div className={styles.row}>
        {back === undefined ? (
          <RunRing state="paused" silent />
        ) : (
          <Icon name="history" size={16} className={styles.past} />
        )}
        <Place
          flowId={flowId}
          pause={pause}
          jump={shown.nodes[pause.nodeId]?.jump}
          runId={now.runId}
          back={back}
        />
        <Tools now={now} shown={shown} back={back} />
      </div>
      {trouble !== null && <Trouble sentence={trouble} />}
    </section>
  );
}

interface PlaceProps {
  readonly flowId: string;
  readonly runId: string;
  readonly pause: PauseView;
  /** How the run came there, if by the error node of the flow. */
  readonly jump: ErrorJump | undefined;
  readonly back: LookedBack | undefined;
}

function Place({ back, flowId, jump, pause, runId }: PlaceProps) {
  const nodes = useRunNodes(flowId);
  const nameOf = (id: string) => nodes.get(id)?.name ?? 'a node that is gone';
  return (
    <p className={styles.words} role="status">
      {back === undefined ? 'Paused at ' : 'Back at '}
      <b>{nameOf(pause.nodeId)}</b>
      <span className={styles.step}>
        {' '}
        {back === undefined ? pauseWords(pause, jump, nameOf) : stepWords(runId, back)}
      </span>
    </p>
  );
}

function pauseWords(
  { exit, why }: PauseView,
  jump: ErrorJump | undefined,
  nameOf: (nodeId: string) => string,
): string {
  if (why === 'rerun') return 'in a new run';
  if (jump !== undefined) return `as the error node, after ${jump.exit} of ${nameOf(jump.nodeId)}`;
  return exit === null ? '' : `reached by ${exit}`;
}

function stepWords(runId: string, { moment }: LookedBack): string {
  const moments = pastOf(runId)?.moments ?? [];
  const step = moments.findIndex(({ seq }) => seq === moment.seq) + 1;
  return `step ${String(step)} of ${String(moments.length)}`;
}

interface ToolsProps {
  readonly now: RunView;
  /** The run as it is looked at. */
  readonly shown: RunView;
  readonly back: LookedBack | undefined;
}

function Tools({ back, now, shown }: ToolsProps) {
  const isOver = now.outcome !== 'running';
  return (
    <div className={styles.tools} role="toolbar" aria-label="Steps">
      <Tool icon="continue" label={back === undefined ? 'Continue' : wordsToNow(now)} command="run.debug" />
      <Tool icon="step-back" label="Step back" command="run.step-back" none="This is the first moment." />
      {back === undefined ? (
        <StepTools now={now} shown={shown} />
      ) : (
        <Tool icon="step-over" label="Step forward" command="run.step-forward" />
      )}
      {!isOver && <Tool icon="stop" label="Stop" command="run.stop" />}
      {back !== undefined && <WaysOn nodeId={shown.currentNodeId} />}
    </div>
  );
}

function wordsToNow({ outcome, paused }: RunView): string {
  if (outcome !== 'running') return 'To the end of the run';
  return paused === null ? 'To where the run is now' : 'Continue';
}

/** Steps into a flow and out of it show where there is one to go into or out of. */
function StepTools({ now, shown }: Pick<ToolsProps, 'now' | 'shown'>) {
  const node = useRunNodes(now.flowId).get(shown.paused?.nodeId ?? '');
  return (
    <>
      <Tool icon="step-over" label="Step over" command="run.step-over" />
      {node?.kind === 'sub-flow' && <Tool icon="step-into" label="Step into" command="run.step-into" />}
      {shown.callers.length > 0 && <Tool icon="step-out" label="Step out" command="run.step-out" />}
    </>
  );
}

/** What makes a new run of the moment that is looked at: said in words, since calls may be sent. */
function WaysOn({ nodeId }: { readonly nodeId: string | null }) {
  const standIn = useStandIn(nodeId as NodeId | null);
  const names = useFixtureNames();
  const by =
    standIn === undefined ? '' : `, ${answeredBy(standInWords(standIn, (id) => names.get(id) ?? null))}`;
  const canSend = useCommandOffered('run.send-again');
  return (
    <>
      <span className={styles.rule} aria-hidden />
      {canSend && (
        <Button
          look="quiet"
          size="s"
          icon="send"
          tooltip={`Send this call once more${by}, in a new run that shares what happened before`}
          onClick={() => commandInvoked('run.send-again')}
        >
          Send again
        </Button>
      )}
      <Button
        look="quiet"
        size="s"
        icon="run"
        tooltip="Do everything after this moment anew: a new run that shares what happened before"
        onClick={() => commandInvoked('run.rerun')}
      >
        Go on from here
      </Button>
    </>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly command: CommandId;
  /** Why it does nothing now, where that can be. */
  readonly none?: string;
}

function Tool({ command, icon, label, none }: ToolProps) {
  const keysOf = useCommandKeys();
  const isOffered = useCommandOffered(command);
  return (
    <IconButton
      icon={icon}
      label={label}
      keys={keysOf(command)}
      iconSize={icon === 'stop' ? 12 : 14}
      tipSide="bottom"
      disabledReason={isOffered ? undefined : none}
      onClick={() => commandInvoked(command)}
    />
  );
}

function Trouble({ sentence }: { readonly sentence: string }) {
  return (
    <p className={styles.trouble} role="alert">
      <Icon name="warning" size={12} />
      The condition could not be judged: {sentence}
    </p>
  );
}
