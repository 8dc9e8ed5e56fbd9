import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Kbd } from '../status/kbd.tsx';
import type { MenuAction, MenuCheck, MenuChoice, MenuEntry, MenuGroup, Submenu } from './menu-entry.ts';
import { InPopupLayer } from './popup-layer.tsx';
import popup from './popup.module.css';

/** The rows of a menu or a context menu. */
export function MenuRows({ entries }: { readonly entries: readonly MenuEntry[] }) {
  // By place: two rows may say the same, such as two recent workspaces of one name.
  return entries.map((entry, at) => <MenuRow key={at} entry={entry} />);
}

function MenuRow({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'action':
      return <ActionRow entry={entry} />;
    case 'check':
      return <CheckRow entry={entry} />;
    case 'choice':
      return <ChoiceRows entry={entry} />;
    case 'group':
      return <GroupRows entry={entry} />;
    case 'submenu':
      return <SubmenuRow entry={entry} />;
    case 'separator':
      return <Base.Separator className={popup.separator} />;
  }
}

function ActionRow({ entry }: { readonly entry: MenuAction }) {
  return (
    <Base.Item
      label={entry.label}
      disabled={entry.disabledReason !== undefined}
      aria-description={entry.disabledReason}
      title={entry.disabledReason}
      onClick={entry.onSelect}
      className={classNames(popup.row, entry.danger === true && popup.danger)}
    >
      <RowIcon name={entry.icon} />
      <span className={popup.word}>{entry.label}</span>
      <RowEnd keys={entry.keys} meta={entry.meta} />
    </Base.Item>
  );
}

function CheckRow({ entry }: { readonly entry: MenuCheck }) {
  return (
    <Base.CheckboxItem
      label={entry.label}
      checked={entry.checked}
      onCheckedChange={(checked) => entry.onChange(checked)}
      className={popup.row}
    >
      <span className={popup.tick}>
        <Base.CheckboxItemIndicator>
          <Icon name="check" size={12} />
        </Base.CheckboxItemIndicator>
      </span>
      <span className={popup.word}>{entry.label}</span>
      <RowEnd keys={entry.keys} />
    </Base.CheckboxItem>
  );
}

function ChoiceRows({ entry }: { readonly entry: MenuChoice }) {
  return (
    <Base.RadioGroup
      aria-label={entry.label}
      value={entry.value}
      onValueChange={(value: string) => entry.onChange(value)}
    >
      {entry.options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          label={option.label}
          closeOnClick
          className={popup.row}
        >
          <RowIcon name={option.icon} />
          {option.before}
          <span className={popup.word}>{option.label}</span>
          <RowEnd meta={option.meta} />
          <span className={popup.tick}>
            <Base.RadioItemIndicator>
              <Icon name="check" size={12} />
            </Base.RadioItemIndicator>
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

function GroupRows({ entry }: { readonly entry: MenuGroup }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={popup.groupLabel}>{entry.label}</Base.GroupLabel>
      <MenuRows entries={entry.entries} />
    </Base.Group>
  );
}

function SubmenuRow({ entry }: { readonly entry: Submenu }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger label={entry.label} className={popup.row}>
        <RowIcon name={entry.icon} />
        <span className={popup.word}>{entry.label}</span>
        <Icon name="chevron-right" size={14} className={popup.icon} />
      </Base.SubmenuTrigger>
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner className={popup.positioner}>
          <Base.Popup className={popup.popup}>
            <MenuRows entries={entry.entries} />
          </Base.Popup>
        </Base.Positioner>
      </InPopupLayer>
    </Base.SubmenuRoot>
  );
}

function RowIcon({ name }: { readonly name: IconName | undefined }) {
  return name === undefined ? null : <Icon name={name} size={14} className={popup.icon} />;
}

function RowEnd({ keys, meta }: { readonly keys?: string | undefined; readonly meta?: ReactNode }) {
  if (keys !== undefined && keys !== '') {
    return (
      <span className={popup.keys}>
        <Kbd keys={keys} />
      </span>
    );
  }
  return meta === undefined ? null : <span className={popup.meta}>{meta}</span>;
}
