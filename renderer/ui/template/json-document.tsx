import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type * as JsonPart from './editor/mount-json.ts';
import type { JsonMark, MountedJson } from './editor/mount-json.ts';
import styles from './json-document.module.css';

export interface JsonDocumentHandle {
  /** Goes to a place of the text. */
  readonly show: (offset: number) => void;
}

interface JsonDocumentProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is wrong, marked at its place. */
  readonly marks: readonly JsonMark[];
  readonly ref?: Ref<JsonDocumentHandle> | undefined;
}

/** A whole JSON document in an editor with line numbers. Until the editor is loaded the text can be read. */
export function JsonDocument({ label, marks, onChange, ref, value }: JsonDocumentProps) {
  const host = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<MountedJson | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const changed = useEffectEvent(onChange);
  const opened = useEffectEvent((open: typeof JsonPart.mountJson) =>
    host.current === null ? null : open(host.current, { label, text: value, onChange: changed }),
  );
  useEffect(() => {
    let isGone = false;
    let editor: MountedJson | null = null;
    void import('./editor/mount-json.ts').then(
      ({ mountJson }) => {
        if (isGone) return;
        editor = opened(mountJson);
        setMounted(editor);
      },
      () => setTrouble('The editor could not be loaded. Show the form and come back to try again.'),
    );
    return () => {
      isGone = true;
      editor?.dispose();
    };
  }, []);
  useEffect(() => mounted?.put(value), [mounted, value]);
  useEffect(() => mounted?.mark(marks), [mounted, marks]);
  useImperativeHandle(ref, () => ({ show: (offset) => mounted?.show(offset) }));
  return (
    <div className={styles.document}>
      {mounted === null && (
        <pre className={styles.waiting} aria-label={label} tabIndex={0}>
          {trouble ?? value}
        </pre>
      )}
      <div ref={host} className={styles.editor} data-template-field="" />
    </div>
  );
}
