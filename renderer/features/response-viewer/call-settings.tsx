import { Fragment } from 'react';
import type { CallView } from '#shared/run-events/run-view.ts';
import { settingGroups } from './settings-lines.ts';
import styles from './call-settings.module.css';

/** The settings that a call was made with, and whose each is. */
export function CallSettings({ call }: { readonly call: CallView }) {
  const { endpointName, settings } = call;
  if (settings === null) return null;
  return (
    <section className={styles.settings} aria-label="Settings that applied">
      <h3>Settings that applied</h3>
      <dl className={styles.list}>
        {settingGroups(settings).map(({ lines, title }) => (
          <Fragment key={title}>
            {lines.map(({ label, ofCall, value }, at) => (
              <div key={label} className={styles.line}>
                <dt>
                  <span className={styles.group}>{at === 0 ? title : ''}</span>
                  {label}
                </dt>
                <dd>{value}</dd>
                <dd className={ofCall ? styles.own : styles.from} title={ofCall ? undefined : endpointName}>
                  {ofCall ? 'this call' : endpointName}
                </dd>
              </div>
            ))}
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
