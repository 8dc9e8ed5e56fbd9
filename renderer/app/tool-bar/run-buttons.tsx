import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import { usePastRun } from '../../store/past-runs.ts';
import { useIsUnderWay, useStanding } from '../../store/use-debugged-run.ts';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';

const noStart = 'The flow has no Start node: drag one onto the canvas.';

/** What runs a flow, and what a run that is under way can be told. */
export function RunButtons({ flowId }: { readonly flowId: string }) {
  const keysOf = useCommandKeys();
  const isPast = usePastRun(flowId) !== undefined;
  const isStandingStill = useStanding(flowId) !== null;
  const isUnderWay = useIsUnderWay(flowId);
  const canStop = useCommandOffered('run.stop');
  return (
    <>
      {isStandingStill && !isPast ? <ContinueButton /> : <RunButton />}
      {isUnderWay && !isStandingStill ? (
        <PauseButton />
      ) : (
        <DebugButton whyNot={isStandingStill ? whyNoDebugging(isPast) : undefined} />
      )}
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

function whyNoDebugging(isPast: boolean): string {
  return isPast
    ? 'One looks back into a run of the history: go to its end first.'
    : 'The run is being debugged: continue or stop it.';
}

/** @param whyNot why nothing can be debugged now, although the flow could be run */
function DebugButton({ whyNot }: { readonly whyNot: string | undefined }) {
  const keysOf = useCommandKeys();
  const canRun = useCommandOffered('run.start');
  return (
    <ToolbarButton
      icon="debug"
      tooltip="Run the flow and stand still at its breakpoints"
      keys={keysOf('run.debug')}
      disabledReason={canRun ? whyNot : (whyNot ?? noStart)}
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
