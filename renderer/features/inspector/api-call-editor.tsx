import { useEffect, useState } from 'react';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { callTabShown, useAskedCallTab, type CallTab } from '../../store/call-tab-store.ts';
import { TabList, TabPanel, Tabs } from '../../ui/tabs/tabs.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { CallBodyTab } from './call-body-tab.tsx';
import { CallExitsTab } from './call-exits-tab.tsx';
import { CallFoot } from './call-foot.tsx';
import { CallRequestTab } from './call-request-tab.tsx';
import { CallResponseTab } from './call-response-tab.tsx';
import { CallStandIn } from './call-stand-in.tsx';
import { CallRetryTab } from './call-retry-tab.tsx';
import { CallSecrets } from './call-secrets.tsx';
import styles from './inspector.module.css';

/** The settings of an API Call, and the way to send it alone. */
export function ApiCallEditor({ flow, node }: CallEditorProps) {
  const asked = useAskedCallTab(node.id);
  const [shown, setShown] = useState<{ tab: CallTab; asked: typeof asked }>({
    tab: asked?.tab ?? 'request',
    asked,
  });
  // Whoever is sent to a tab goes there at once, and may leave it again.
  if (shown.asked !== asked) setShown({ tab: asked?.tab ?? shown.tab, asked });
  useEffect(() => callTabShown(node.id, shown.tab), [node.id, shown.tab]);
  const setTab = (tab: CallTab) => setShown({ tab, asked });
  return (
    <>
      <Tabs value={shown.tab} onChange={setTab} className={styles.tabs}>
        <TabList
          label="API Call"
          tabs={[
            { id: 'request', label: 'Request' },
            { id: 'body', label: 'Body' },
            { id: 'response', label: 'Response' },
            { id: 'retry', label: 'Retry' },
            { id: 'exits', label: 'Exits', count: nodeExits(node).length },
          ]}
        />
        <TabPanel id="request" className={styles.tabPanel}>
          <CallRequestTab flow={flow} node={node} />
        </TabPanel>
        <TabPanel id="body" className={styles.tabPanel}>
          <CallBodyTab flow={flow} node={node} />
        </TabPanel>
        <TabPanel id="response" className={styles.tabPanel}>
          <CallResponseTab flow={flow} node={node} />
        </TabPanel>
        <TabPanel id="retry" className={styles.tabPanel}>
          <CallRetryTab flow={flow} node={node} />
        </TabPanel>
        <TabPanel id="exits" className={styles.tabPanel}>
          <CallExitsTab flow={flow} node={node} />
        </TabPanel>
      </Tabs>
      <CallSecrets node={node} />
      <CallStandIn flow={flow} node={node} />
      <CallFoot flow={flow} node={node} />
    </>
  );
}
