import type { KeyboardEvent, PointerEvent } from 'react';
import { choiceName } from '#shared/nodes/exit-name.ts';
import type { PromptChoice } from '#shared/nodes/prompt-node.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import styles from './choice-rows.module.css';

interface ChoiceRowProps {
  readonly at: number;
  readonly choice: PromptChoice;
  readonly unknownNames: ReadonlySet<string> | undefined;
  readonly dragged: boolean;
  readonly dropAbove: boolean;
  readonly onChange: (choice: PromptChoice, field: 'label' | 'value') => void;
  readonly onGrip: (event: PointerEvent) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One answer that a Prompt offers: what a person sees, and what is stored for it. */
export function ChoiceRow({ at, choice, unknownNames, onChange, ...row }: ChoiceRowProps) {
  const called = choiceName(choice, at);
  return (
    <div
      role="row"
      data-row={at}
      data-drop={row.dropAbove || undefined}
      className={classNames(styles.row, row.dragged && styles.dragged)}
      onKeyDownCapture={row.onKeyDown}
    >
      <span role="cell" className={styles.number}>
        <span
          className={styles.grip}
          title="Drag to move, or press Alt+↑ or Alt+↓"
          onPointerDown={row.onGrip}
        >
          <Icon name="grip" size={12} />
        </span>
        {at + 1}
      </span>
      <span role="cell" data-column="name" className={styles.cell}>
        <TemplateField
          look="cell"
          field="text"
          label={`Label, row ${at + 1}`}
          placeholder={`Choice ${at + 1}`}
          value={choice.label}
          unknownNames={unknownNames}
          onChange={(label) => onChange({ ...choice, label }, 'label')}
        />
      </span>
      <span role="cell" data-column="value" className={styles.cell}>
        <TemplateField
          look="cell"
          field="text"
          label={`Stored value, row ${at + 1}`}
          placeholder="the label"
          value={choice.value}
          unknownNames={unknownNames}
          onChange={(value) => onChange({ ...choice, value }, 'value')}
        />
      </span>
      <span role="cell" className={styles.end}>
        <IconButton
          icon="trash"
          iconSize={12}
          label={`Remove ${called}`}
          className={styles.remove}
          onClick={row.onRemove}
        />
      </span>
    </div>
  );
}
