import type { ThemeChoice } from '#shared/settings/settings.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { settingsChanged } from '../../store/settings-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { callSettings } from './call-settings.tsx';
import { ProxyControl } from './proxy-control.tsx';
import { SecretKeeping } from './secret-keeping.tsx';
import type { Setting } from './setting.ts';
import styles from './settings.module.css';

const themes: readonly ChoiceOption<ThemeChoice>[] = [
  { value: 'system', label: 'System', icon: 'screen' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
  { value: 'contrast', label: 'High contrast', icon: 'sun-moon' },
];

/** Every setting of the page. */
export const allSettings: readonly Setting[] = [
  {
    id: 'theme',
    section: 'Appearance',
    title: 'Theme',
    says: 'The colours of the window; System follows the operating system.',
    words: 'dark light high contrast colour',
    isGroup: true,
    of: ({ theme }) => theme,
    like: (_, { theme }) => ({ theme }),
    control: ({ theme }) => (
      <Choice
        className={styles.choice}
        value={theme}
        options={themes}
        onChange={(next) => void settingsChanged({ theme: next })}
      />
    ),
  },
  ...callSettings,
  {
    id: 'proxy',
    section: 'Proxy',
    title: 'Proxy of this computer',
    says: 'The way of calls whose endpoint has the proxy “System”. This machine itself is always reached directly.',
    words: 'network socks http_proxy no_proxy',
    isGroup: true,
    of: ({ proxy }) => proxy,
    like: (_, { proxy }) => ({ proxy }),
    control: ({ proxy }) => <ProxyControl proxy={proxy} />,
  },
  {
    id: 'secrets',
    section: 'Secrets',
    title: 'Where secrets are kept',
    says: 'Tokens, passwords and cookies are never written in plain text, and never shown again.',
    words: 'passphrase key store vault lock unlock',
    isGroup: true,
    // It is no preference that could be reset: what is kept would have to move.
    of: () => null,
    like: () => ({}),
    control: () => <SecretKeeping />,
  },
  kept('runs-kept', 'Runs', 'mostRuns', {
    says: 'How many past runs of each workspace are kept; the oldest go first, pinned ones stay.',
    max: 10_000,
  }),
  kept('space-kept', 'Space', 'mostMegabytes', {
    says: 'How much space the past runs of each workspace may take; the oldest go first, pinned ones stay.',
    max: 100_000,
    unit: 'MB',
  }),
  {
    id: 'keys',
    section: 'Keys',
    title: 'Keyboard shortcuts',
    says: 'Which keys each command has; all of them can be changed.',
    words: 'keys shortcut binding',
    isGroup: true,
    of: ({ keys }) => keys,
    like: (_, { keys }) => ({ keys }),
    control: () => (
      <div>
        <Button icon="keyboard" onClick={() => commandInvoked('keys.open')}>
          Show all shortcuts
        </Button>
      </div>
    ),
  },
];

function kept(
  id: string,
  title: string,
  key: 'mostRuns' | 'mostMegabytes',
  { max, says, unit }: { readonly says: string; readonly max: number; readonly unit?: string },
): Setting {
  return {
    id,
    section: 'Past runs',
    title,
    says,
    words: 'history retention limit',
    of: ({ history }) => history[key],
    like: ({ history }, other) => ({ history: { ...history, [key]: other.history[key] } }),
    control: ({ history }) => (
      <NumberField
        className={styles.number}
        unit={unit}
        min={1}
        max={max}
        value={history[key]}
        onChange={(typed) =>
          typed !== null && void settingsChanged({ history: { ...history, [key]: Math.round(typed) } }, key)
        }
      />
    ),
  };
}
