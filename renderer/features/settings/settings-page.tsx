import { useState } from 'react';
import { settingsSchema, type Settings } from '#shared/settings/settings.ts';
import { useApp } from '../../store/app-store.ts';
import { settingsChanged } from '../../store/settings-actions.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { allSettings } from './all-settings.tsx';
import { isUntouched, settingSections, settingsFound, type Setting } from './setting.ts';
import styles from './settings.module.css';

const untouched = settingsSchema.parse({});

const hints: Readonly<Partial<Record<(typeof settingSections)[number], string>>> = {
  Timeouts: 'Of endpoints that leave them to the settings',
  Retry: 'Of endpoints that leave it to the settings',
};

/** What is remembered for this person on this computer; each setting holds from the moment it is changed. */
export function SettingsPage() {
  const settings = useApp((state) => state.settings);
  const [query, setQuery] = useState('');
  const found = settingsFound(allSettings, query);
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <header className={styles.head}>
          <h1 className={styles.title}>Settings</h1>
          <SearchBox
            className={styles.search}
            label="Search settings"
            placeholder="Search settings"
            value={query}
            onChange={setQuery}
          />
        </header>
        {found.length === 0 && (
          <p className={styles.none} role="status">
            No setting is called that.
          </p>
        )}
        {settingSections
          .map((section) => ({ section, listed: found.filter((each) => each.section === section) }))
          .filter(({ listed }) => listed.length > 0)
          .map(({ section, listed }) => (
            <FormRow key={section} title={section} hint={hints[section]}>
              <div className={styles.rows}>
                {listed.map((setting) => (
                  <SettingField key={setting.id} setting={setting} settings={settings} />
                ))}
              </div>
            </FormRow>
          ))}
      </div>
    </div>
  );
}

interface SettingFieldProps {
  readonly setting: Setting;
  readonly settings: Settings;
}

function SettingField({ setting, settings }: SettingFieldProps) {
  const { control, isGroup, like, says, title } = setting;
  const isChanged = !isUntouched(setting, settings, untouched);
  return (
    <Field
      as={isGroup === true ? 'group' : 'control'}
      label={title}
      hint={says}
      className={styles.setting}
      aside={
        isChanged && (
          <IconButton
            icon="reset"
            size={20}
            label={`Reset ${title}`}
            onClick={() => void settingsChanged(like(settings, untouched))}
          />
        )
      }
    >
      {control(settings)}
    </Field>
  );
}
