import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import { useIsStandingStill } from '../../store/use-debugged-run.ts';
import { runOfFlowNow, useRuns } from '../../store/runs-store.ts';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';

const noStart = 'The flow has no Start node: drag one onto the canvas.';

/** What runs a flow, and what a run that is under way can be told. */
export function RunButtons({ flowId }: { readonly flowId: string }) {
  const keysOf = useCommandKeys();
  const isStandingStill = useIsStandingStill(flowId);
  const isUnderWay = useRuns((state) => runOfFlowNow(state, flowId)?.outcome === 'running');
  const canStop = useCommandOffered('run.stop');
  return (
    <>
      {isStandingStill ? <ContinueButton /> : <RunButton />}
      {isUnderWay && !isStandingStill ? <PauseButton /> : <DebugButton isStandingStill={isStandingStill} />}
      <ToolbarButton
        icon="stop"
        aria-label="Stop"
        keys={keysOf('run.stop')}
        disabledReason={canStop ? undefined : 'Nothing runs.'}
        onClick={() => commandInvoked('run.stop')}
      />
    </>
  );
}

function RunButton() {
  const keysOf = useCommandKeys();
  const canRun = useCommandOffered('run.start');
  return (
    <ToolbarButton
      look="run"
      icon="run"
      tooltip="Run the flow from its Start"
      keys={keysOf('run.start')}
      disabledReason={canRun ? undefined : noStart}
      onClick={() => commandInvoked('run.start')}
    >
      Run
    </ToolbarButton>
  );
}

function ContinueButton() {
  const keysOf = useCommandKeys();
  return (
    <ToolbarButton
      look="run"
      icon="continue"
      iconSize={14}
      tooltip="Go on with the run"
      keys={keysOf('run.debug')}
      onClick={() => commandInvoked('run.debug')}
    >
      Continue
    </ToolbarButton>
  );
}

function DebugButton({ isStandingStill }: { readonly isStandingStill: boolean }) {
  const keysOf = useCommandKeys();
  const canRun = useCommandOffered('run.start');
  const reason = isStandingStill ? 'The run is being debugged: continue or stop it.' : noStart;
  return (
    <ToolbarButton
      icon="debug"
      tooltip="Run the flow and stand still at its breakpoints"
      keys={keysOf('run.debug')}
      disabledReason={canRun && !isStandingStill ? undefined : reason}
      onClick={() => commandInvoked('run.debug')}
    >
      Debug
    </ToolbarButton>
  );
}

function PauseButton() {
  const keysOf = useCommandKeys();
  const canPause = useCommandOffered('run.pause');
  return (
    <ToolbarButton
      icon="pause"
      iconSize={14}
      tooltip="Stand still before the next node"
      keys={keysOf('run.pause')}
      disabledReason={canPause ? undefined : 'It stands still as soon as it comes to the next node.'}
      onClick={() => commandInvoked('run.pause')}
    >
      {canPause ? 'Pause' : 'Pausing…'}
    </ToolbarButton>
  );
}
