import { membersOf, withChangedGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupColours, groupSizes, type Group } from '#shared/flow/group.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { documentEdited } from '../../store/documents-store.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { List } from '../../ui/list/list.tsx';
import { EnvironmentDot } from '../../ui/status/environment-dot.tsx';
import { InspectorBody } from './inspector-body.tsx';
import { SideField } from './side-field.tsx';
import styles from './inspector.module.css';
import groupStyles from './group-settings.module.css';

interface GroupSettingsProps {
  readonly flow: Flow;
  readonly group: Group;
}

/** What a group is called, its colour, how large its frame is at least, and what is in it. */
export function GroupSettings({ flow, group }: GroupSettingsProps) {
  const keysOf = useCommandKeys();
  const edit = (change: Partial<Group>, field: string | null = null) =>
    documentEdited<Flow>(
      flow.id,
      (before) => withChangedGroup(before, group.id, (each) => ({ ...each, ...change })),
      field === null ? null : `${group.id} ${field}`,
    );
  const members = membersOf(flow, group);
  return (
    <>
      <PanelHead
        icon="group"
        title={
          <input
            aria-label="Name of the group"
            spellCheck={false}
            dir="auto"
            className={styles.name}
            value={group.name}
            onChange={(event) => edit({ name: event.currentTarget.value }, 'name')}
          />
        }
        aside="Group"
        ruled
      />
      <InspectorBody>
        <Field label="Colour">
          <Select
            value={group.colour}
            options={groupColours.map((colour) => ({
              value: colour,
              label: colour,
              shown: (
                <span className={groupStyles.colour}>
                  <EnvironmentDot colour={colour} /> {colour}
                </span>
              ),
            }))}
            onChange={(colour) => edit({ colour })}
          />
        </Field>
        <div className={styles.numbers}>
          <SideField
            label="Width"
            limits={groupSizes.width}
            px={group.width}
            onChange={(width) => edit({ width })}
          />
          <SideField
            label="Height"
            limits={groupSizes.height}
            px={group.height}
            onChange={(height) => edit({ height })}
          />
        </div>
        <Field as="group" label={members.length === 1 ? '1 node' : `${String(members.length)} nodes`}>
          {members.length === 0 ? (
            <p className={groupStyles.quiet}>Drag nodes into the frame: they move and collapse with it.</p>
          ) : (
            <List
              label="Nodes of the group"
              items={members.map(({ id, kind, name }) => ({ id, label: name, icon: kind }))}
              selectedId={null}
              onSelect={(id) => {
                nodePicked(flow.id, id);
                commandInvoked('canvas.focus');
              }}
            />
          )}
        </Field>
        <div className={groupStyles.buttons}>
          <Button size="s" keys={keysOf('group.collapse')} onClick={() => commandInvoked('group.collapse')}>
            Collapse or expand
          </Button>
          <Button size="s" keys={keysOf('group.remove')} onClick={() => commandInvoked('group.remove')}>
            Ungroup
          </Button>
        </div>
      </InspectorBody>
    </>
  );
}
