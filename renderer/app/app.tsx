import { toasts } from '../store/toasts.ts';
import { ToastProvider } from '../ui/overlay/toasts.tsx';
import { TooltipProvider } from '../ui/overlay/tooltip.tsx';
import { NewEndpointDialog } from '../features/endpoints/new-endpoint-dialog.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useKeyboard } from './keyboard/use-keyboard.ts';
import { Shell } from './layout/shell.tsx';
import { Palette } from './palette/palette.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useReadySignal } from './use-ready-signal.ts';
import { useWindowTitle } from './use-window-title.ts';

/** The root of the page: what surrounds the window's layout, and what is offered everywhere. */
export function App() {
  useAppCommands();
  useKeyboard();
  useWindowTitle();
  useReadySignal();
  return (
    <ErrorBoundary part="The window">
      <TooltipProvider>
        <ToastProvider queue={toasts}>
          <Shell />
          <Palette />
          <NewEndpointDialog />
        </ToastProvider>
      </TooltipProvider>
    </ErrorBoundary>
  );
}
