import { commandInvoked } from '../../store/command-registry.ts';
import { documentWanted } from '../../store/document-actions.ts';
import { useEnvironments } from '../../store/use-documents.ts';
import { documentOpened, environmentPicked, useView } from '../../store/view-store.ts';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { EnvironmentDot } from '../../ui/status/environment-dot.tsx';
import styles from './tool-bar.module.css';

/** Stands for "no environment" among the ids of environments. */
const none = '';

/** Shows which environment is active, and switches it. */
export function EnvironmentMenu() {
  const environments = useEnvironments();
  const activeId = useView((state) => state.environmentId);
  const active = environments.find((environment) => environment.id === activeId);
  const choice: MenuEntry = {
    kind: 'choice',
    label: 'Environment',
    value: active?.id ?? none,
    options: [
      ...environments.map(({ colour, id, name }) => ({
        value: id,
        label: name,
        before: <EnvironmentDot colour={colour} />,
      })),
      { value: none, label: 'No environment' },
    ],
    onChange: (value) => environmentPicked(value === none ? null : value),
  };
  const edit: readonly MenuEntry[] =
    active === undefined
      ? []
      : [
          {
            kind: 'action',
            icon: 'rename',
            label: `Edit ${active.name}`,
            onSelect: () => documentOpened(active.id),
          },
        ];
  return (
    <Menu
      align="end"
      trigger={
        <ToolbarButton
          look="boxed"
          caret
          className={styles.environment}
          aria-label={active === undefined ? undefined : `Environment: ${active.name}`}
          before={active === undefined ? undefined : <EnvironmentDot colour={active.colour} />}
        >
          {active?.name ?? 'No environment'}
        </ToolbarButton>
      }
      entries={[
        choice,
        { kind: 'separator' },
        ...edit,
        {
          kind: 'action',
          icon: 'compare',
          label: 'Compare environments',
          onSelect: () => void commandInvoked('environment.compare'),
        },
        {
          kind: 'action',
          icon: 'plus',
          label: 'New environment',
          onSelect: () => documentWanted('environment'),
        },
      ]}
    />
  );
}
