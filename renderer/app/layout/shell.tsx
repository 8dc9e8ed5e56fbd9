import { usePanelRef } from 'react-resizable-panels';
import { useFormat } from '../../store/use-documents.ts';
import { useSideBarOpen } from '../../store/side-bar.ts';
import { activeDocumentId, activeOwnerId, useView } from '../../store/view-store.ts';
import { SplitGroup, SplitPanel, Splitter } from '../../ui/layout/splitter.tsx';
import { EditorArea } from '../editor/editor-area.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { PanelArea } from '../panel/panel-area.tsx';
import { Rail } from '../rail.tsx';
import { SideBar } from '../side-bar/side-bar.tsx';
import { StatusBar } from '../status-bar.tsx';
import { ToolBar } from '../tool-bar/tool-bar.tsx';
import { InspectorArea, useInspectorShown } from './inspector-area.tsx';
import { useFoldOnNarrowWindow } from './use-fold-on-narrow-window.ts';
import { useBottomPanel } from './use-bottom-panel.ts';
import { useRememberedSize } from './use-remembered-size.ts';
import styles from './shell.module.css';

/** Widths by the window's width (DESIGN, Frame). */
const sideBarPx = { narrow: 192, normal: 192, wide: 232 } as const;
const inspectorPx = { narrow: 288, normal: 304, wide: 344 } as const;

const editorRightPx = { narrow: 300, normal: 360, wide: 560 } as const;

/** The window's layout: tool bar, rail, side bar, editor over panel, inspector, status bar. */
export function Shell() {
  useFoldOnNarrowWindow();
  const sideBarOpen = useSideBarOpen();
  const inspectorShown = useInspectorShown();
  const sideBar = useRememberedSize('sideBar', sideBarPx);
  const inspector = useRememberedSize('inspector', inspectorPx);
  return (
    <div className={styles.shell}>
      <ToolBar />
      <div className={styles.middle}>
        <Rail />
        <SplitGroup orientation="horizontal" role="main" className={styles.columns}>
          {sideBarOpen && (
            <>
              <SplitPanel
                id="side-bar"
                minSize={160}
                maxSize={400}
                groupResizeBehavior="preserve-pixel-size"
                {...sideBar}
              >
                <SideBar />
              </SplitPanel>
              <Splitter label="Side bar width" />
            </>
          )}
          <SplitPanel id="main" minSize={280}>
            <section className={styles.main} aria-label="Editor">
              <MainArea />
            </section>
          </SplitPanel>
          {inspectorShown && (
            <>
              <Splitter label="Inspector width" />
              <SplitPanel
                id="inspector"
                minSize={264}
                maxSize={640}
                groupResizeBehavior="preserve-pixel-size"
                {...inspector}
              >
                <InspectorArea />
              </SplitPanel>
            </>
          )}
        </SplitGroup>
      </div>
      <StatusBar />
    </div>
  );
}

/** The editor, in two sides where it is split. */
function EditorSides() {
  const isSplit = useView(({ otherSide }) => otherSide !== null);
  const right = useRememberedSize('editorRight', editorRightPx);
  const rightPanel = usePanelRef();
  return (
    <SplitGroup orientation="horizontal" className={styles.columns}>
      <SplitPanel id="editor-left" minSize={200}>
        <EditorArea side="left" hasToasts={!isSplit} />
      </SplitPanel>
      {isSplit && (
        <>
          <Splitter label="Width of the right side" onDoubleClick={() => rightPanel.current?.resize('50%')} />
          <SplitPanel id="editor-right" minSize={200} panelRef={rightPanel} {...right}>
            <EditorArea side="right" hasToasts />
          </SplitPanel>
        </>
      )}
    </SplitGroup>
  );
}

// Only flows and endpoints send and run, and past runs did: what cannot has no panel below it.
function MainArea() {
  const format = useFormat(useView(activeDocumentId));
  const isRun = useView((state) => activeOwnerId(state) !== activeDocumentId(state));
  const panel = useBottomPanel();
  return (
    <SplitGroup orientation="vertical" className={styles.rows}>
      <SplitPanel id="editor" minSize={120}>
        <EditorSides />
      </SplitPanel>
      {(isRun || format === 'flowbench.flow' || format === 'flowbench.endpoint') && (
        <>
          <Splitter label="Panel height" disabled={panel.folded} />
          <SplitPanel id="panel" groupResizeBehavior="preserve-pixel-size" {...panel.props}>
            <ErrorBoundary part="The panel">
              <PanelArea />
            </ErrorBoundary>
          </SplitPanel>
        </>
      )}
    </SplitGroup>
  );
}
