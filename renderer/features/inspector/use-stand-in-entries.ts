import type { CommandId } from '#shared/commands/commands.ts';
import { commandInvoked, useCommandOffered } from '../../store/command-registry.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

/** What a node's menu offers about the answers of an API Call; nothing for other nodes. */
export function useStandInEntries(isCall: boolean): readonly MenuEntry[] {
  const canPin = useCommandOffered('call.pin');
  const stands = useCommandOffered('call.live');
  if (!isCall) return [];
  const action = (label: string, icon: 'fixture' | 'fault' | 'endpoint', id: CommandId): MenuEntry => ({
    kind: 'action',
    label,
    icon,
    onSelect: () => commandInvoked(id),
  });
  return [
    { kind: 'separator' },
    ...(canPin ? [action('Pin the last response', 'fixture', 'call.pin')] : []),
    action('Fault…', 'fault', 'call.fault'),
    ...(stands ? [action('Let it go live', 'endpoint', 'call.live')] : []),
  ];
}
