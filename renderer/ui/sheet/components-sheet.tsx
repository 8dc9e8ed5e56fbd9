import type { ReactNode } from 'react';
import { ChoicesSection } from './choices-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { FrameSection } from './frame-section.tsx';
import { MessagesSection } from './messages-section.tsx';
import styles from './sheet.module.css';
import { StatusSection } from './status-section.tsx';
import { TablesSection } from './tables-section.tsx';

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
