import type { CommandId } from '#shared/commands/commands.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import { exitNameAmong } from '#shared/nodes/exit-name.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { ErrorJump } from '#shared/run-events/error-jump.ts';
import type { Moment } from '#shared/run-events/run-past.ts';
import type { PauseView, RunView } from '#shared/run-events/run-view.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import { answeredBy } from '../../store/rerun-words.ts';
import type { LookedBack } from '../../store/runs-store.ts';
import { standInWords, useFixtureNames, useStandIn } from '../../store/stand-ins.ts';
import { useShownDebugged, type ShownDebugged } from '../../store/use-debugged-run.ts';
import { useFlowsOfRun, useRunNodes } from '../../store/use-run-nodes.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { RunRing } from '../../ui/status/run-ring.tsx';
import { RunStack } from './run-stack.tsx';
import canvasBar from '../../ui/layout/canvas-bar.module.css';
import styles from './debug-bar.module.css';

interface DebugBarProps {
  /** The flow, or a run of the history whose flow is gone. */
  readonly flowId: string;
  /** Where there is no canvas, the bar is a part of the page. */
  readonly within?: boolean;
}

/**
 * Where the run that is shown for a flow stands still or is looked back into, and what can be done there: at the canvas's
 * top centre.
 */
export function DebugBar({ flowId, within = false }: DebugBarProps) {
  const run = useShownDebugged(flowId);
  if (run === null || run.shown.paused === null) return null;
  return <Bar flowId={flowId} run={run} pause={run.shown.paused} within={within} />;
}

interface BarProps {
  readonly flowId: string;
  readonly run: ShownDebugged;
  readonly pause: PauseView;
}

function Bar({ flowId, pause, run, within }: BarProps & { readonly within: boolean }) {
  const { back, isPast, shown } = run;
  const trouble = back === null ? pause.trouble : null;
  const isTall = trouble !== null || isPast || shown.callers.length > 0;
  return (
    <section
      className={classNames(canvasBar.bar, within ? canvasBar.within : canvasBar.over, styles.bar)}
      aria-label="Debugger"
      data-debug-bar={isTall ? 'tall' : 'low'}
    >
      <RunStack flowId={flowId} run={shown} />
      <div className={styles.row}>
        {back === null ? (
          <RunRing state="paused" silent />
        ) : (
          <Icon name="history" size={16} className={styles.past} />
        )}
        <Place flowId={flowId} pause={pause} run={run} />
        <Tools flowId={flowId} run={run} />
      </div>
      {trouble !== null && <Trouble sentence={trouble} />}
      {isPast && (
        <p className={styles.note}>A run of the history is only looked at: nothing goes on from here.</p>
      )}
    </section>
  );
}

function Place({ flowId, pause, run }: BarProps) {
  const nodes = useRunNodes(flowId);
  const nameOf = (id: string) => nodes.get(id)?.name ?? 'a node that is gone';
  const all = useFlowsOfRun(flowId).flatMap((flow) => flow.nodes);
  const jump = run.shown.nodes[pause.nodeId]?.jump;
  const name = nameOf(pause.nodeId);
  const why = run.back === null ? pauseWords(pause, all, jump, nameOf) : stepWords(run.moments, run.back);
  return (
    <p className={styles.words} role="status">
      <span>{run.back === null ? 'Paused at ' : 'Back at '}</span>
      <b dir="auto" title={name}>
        {name}
      </b>
      <span className={styles.step} title={why}>
        {` ${why}`}
      </span>
    </p>
  );
}

/** Why the run stands there; `jump` is how it came there, if by the error node of the flow. */
function pauseWords(
  { exit, why }: PauseView,
  nodes: readonly FlowNode[],
  jump: ErrorJump | undefined,
  nameOf: (nodeId: string) => string,
): string {
  if (why === 'rerun') return 'in a new run';
  if (jump !== undefined) return `as the error node, after ${jump.exit} of ${nameOf(jump.nodeId)}`;
  const name = exit === null ? '' : exitNameAmong(nodes, exit);
  return name === '' ? '' : `reached by ${name}`;
}

function stepWords(moments: readonly Moment[], { moment }: LookedBack): string {
  const step = moments.findIndex(({ seq }) => seq === moment.seq) + 1;
  return `step ${String(step)} of ${String(moments.length)}`;
}

function Tools({ flowId, run }: Omit<BarProps, 'pause'>) {
  const { back, isPast, now, shown } = run;
  const isOver = now.outcome !== 'running';
  return (
    <div className={styles.tools} role="toolbar" aria-label="Steps">
      <Tool icon="continue" label={back === null ? 'Continue' : wordsToNow(now)} command="run.debug" />
      <Tool icon="step-back" label="Step back" command="run.step-back" none="This is the first moment." />
      {back === null ? (
        <StepTools flowId={flowId} shown={shown} />
      ) : (
        <Tool icon="step-over" label="Step forward" command="run.step-forward" />
      )}
      {!isOver && <Tool icon="stop" label="Stop" command="run.stop" />}
      {back !== null && !isPast && <WaysOn nodeId={shown.currentNodeId} />}
    </div>
  );
}

function wordsToNow({ outcome, paused }: RunView): string {
  if (outcome !== 'running') return 'To the end of the run';
  return paused === null ? 'To where the run is now' : 'Continue';
}

/** Steps into a flow or a loop and out of it show where there is one to go into or out of. */
function StepTools({ flowId, shown }: { readonly flowId: string; readonly shown: RunView }) {
  const kind = useRunNodes(flowId).get(shown.paused?.nodeId ?? '')?.kind;
  const hasInside = kind === 'sub-flow' || kind === 'loop';
  return (
    <>
      <Tool icon="step-over" label="Step over" command="run.step-over" />
      {hasInside && <Tool icon="step-into" label="Step into" command="run.step-into" />}
      {(shown.callers.length > 0 || shown.loops.length > 0) && (
        <Tool icon="step-out" label="Step out" command="run.step-out" />
      )}
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
