import type { AttemptView } from '#shared/run-events/run-view.ts';
import { isUnverified } from '#shared/run-events/secured-flags.ts';
import { Chip } from '../../ui/status/chip.tsx';

/** Says of an answer that nobody asked who gave it. */
export function UnverifiedChip({ attempts }: { readonly attempts: readonly AttemptView[] }) {
  if (!isUnverified(attempts)) return null;
  return (
    <Chip tone="s5xx" icon="shield-alert">
      certificate not verified
    </Chip>
  );
}
