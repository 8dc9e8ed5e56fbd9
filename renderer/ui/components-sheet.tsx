import type { ReactNode } from 'react';
import { ChoicesSection } from './sheet/choices-section.tsx';
import { FieldsSection } from './sheet/fields-section.tsx';
import { FrameSection } from './sheet/frame-section.tsx';
import { MessagesSection } from './sheet/messages-section.tsx';
import styles from './sheet/sheet.module.css';
import { StatusSection } from './sheet/status-section.tsx';
import { TablesSection } from './sheet/tables-section.tsx';

/** Shows every base component in its states on one page; `children` are parts that a feature adds, such as node cards. */
export function ComponentsSheet({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles.sheet} data-components-sheet>
      <h1 className={styles.title}>Components</h1>
      {children}
      <StatusSection />
      <FieldsSection />
      <ChoicesSection />
      <TablesSection />
      <FrameSection />
      <MessagesSection />
    </div>
  );
}
