import { useEffect } from 'react';
import { toasts } from '../store/toasts.ts';
import { PopupLayer } from '../ui/overlay/popup-layer.tsx';
import { ToastProvider } from '../ui/overlay/toasts.tsx';
import { TooltipProvider } from '../ui/overlay/tooltip.tsx';
import { BundleDrop } from '../features/bundles/bundle-drop.tsx';
import { ExportDialog } from '../features/bundles/export-dialog.tsx';
import { ImportDialog } from '../features/bundles/import-dialog.tsx';
import { CookiesDialog } from '../features/cookies/cookies-dialog.tsx';
import { BreakpointDialog } from '../features/debugger/breakpoint-dialog.tsx';
import { VariableDialog } from '../features/variables/variable-dialog.tsx';
import { CompareDialog } from '../features/debugger/compare-dialog.tsx';
import { NewEndpointDialog } from '../features/endpoints/new-endpoint-dialog.tsx';
import { KeepDialog } from '../features/history/keep-dialog.tsx';
import { LibraryDialogs } from '../features/library/library-dialogs.tsx';
import { PassphraseCommands } from '../features/passphrase/passphrase-commands.tsx';
import { PassphraseDialogs } from '../features/passphrase/passphrase-dialogs.tsx';
import { ReportDialog } from '../features/report/report-dialog.tsx';
import { RecoveryDialog } from '../features/recovery/recovery-dialog.tsx';
import { NewScenarioDialog } from '../features/scenarios/new-scenario-dialog.tsx';
import { ExitsDialog } from '../features/stand-ins/exits-dialog.tsx';
import { FaultDialog } from '../features/stand-ins/fault-dialog.tsx';
import { StandInCommands } from '../features/stand-ins/stand-in-commands.tsx';
import { TrashDialog } from '../features/trash/trash-dialog.tsx';
import { UsesDialog } from '../features/uses/uses-dialog.tsx';
import { AppCommands } from './app-commands.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './layout/shell.tsx';
import { LeavingDialog } from './leaving-dialog.tsx';
import { Palette } from './palette/palette.tsx';
import { useReadySignal } from './use-ready-signal.ts';

interface AppProps {
  /** Called once everything below is there and offers its commands. */
  readonly onShown: () => void;
}

/** The root of the page: what surrounds the window's layout, and what is offered everywhere. */
export function App({ onShown }: AppProps) {
  useReadySignal();
  useEffect(() => onShown(), [onShown]);
  return (
    <ErrorBoundary part="The window">
      <TooltipProvider>
        <ToastProvider queue={toasts}>
          <AppCommands />
          <StandInCommands />
          <PassphraseCommands />
          <PopupLayer>
            <Shell />
            <Palette />
            <NewEndpointDialog />
            <CookiesDialog />
            <UsesDialog />
            <BreakpointDialog />
            <CompareDialog />
            <VariableDialog />
            <FaultDialog />
            <ExitsDialog />
            <NewScenarioDialog />
            <KeepDialog />
            <LibraryDialogs />
            <ExportDialog />
            <ImportDialog />
            <BundleDrop />
            <ReportDialog />
            <TrashDialog />
            <RecoveryDialog />
            <LeavingDialog />
            <PassphraseDialogs />
          </PopupLayer>
        </ToastProvider>
      </TooltipProvider>
    </ErrorBoundary>
  );
}
