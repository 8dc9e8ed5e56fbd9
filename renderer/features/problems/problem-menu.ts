import { lintRules } from '#shared/lint/lint-rules.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { problemFixed, problemShown, problemUnsilenced } from '../../store/problem-actions.ts';
import { silenceAsked } from '../../store/silence-store.ts';
import { toasts } from '../../store/toasts.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

/** The ways to mend a finding. */
export function fixEntries(finding: Finding): readonly MenuEntry[] {
  return finding.fixes.map((fix) => ({
    kind: 'action',
    label: fix.title,
    icon: 'bulb',
    onSelect: () => problemFixed(finding, fix),
  }));
}

/** What can be done with a row. */
export function problemEntries(finding: Finding): readonly MenuEntry[] {
  const fixes = fixEntries(finding);
  return [
    {
      kind: 'action',
      label: 'Go to it',
      icon: 'enter',
      keys: 'Enter',
      onSelect: () => problemShown(finding),
    },
    {
      kind: 'action',
      label: 'Copy the message',
      icon: 'copy',
      onSelect: () => void navigator.clipboard.writeText(finding.message),
    },
    { kind: 'action', label: 'Why it matters', icon: 'info', onSelect: () => whyTold(finding) },
    ...(fixes.length === 0 ? [] : [{ kind: 'separator' } as const, ...fixes]),
    { kind: 'separator' },
    silenceEntry(finding),
  ];
}

function silenceEntry(finding: Finding): MenuEntry {
  return finding.silenced === null
    ? {
        kind: 'action',
        label: 'Silence it…',
        icon: 'bell-off',
        // The menu gives the focus back before it closes.
        onSelect: () => void requestAnimationFrame(() => silenceAsked(finding)),
      }
    : { kind: 'action', label: 'Tell it again', icon: 'bell', onSelect: () => problemUnsilenced(finding) };
}

function whyTold({ ruleId }: Finding): void {
  const rule = lintRules.find(({ id }) => id === ruleId);
  if (rule !== undefined) toasts.show({ title: rule.why, body: rule.doc, icon: 'info' });
}
