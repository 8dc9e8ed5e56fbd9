import { use, useMemo, type ReactNode } from 'react';
import { withOperator } from '#shared/condition/edit-rules.ts';
import { operatorOf } from '#shared/condition/operator-registry.ts';
import type { PreviewedRule } from '#shared/condition/preview-condition.ts';
import { ruleFieldLabel, ruleNumber, type RulePath, type RuleSide } from '#shared/condition/rule-place.ts';
import type { NamesHere } from '#shared/flow/names-here.ts';
import { checkNames } from '#shared/flow/unknown-names.ts';
import type { ConditionRule } from '#shared/nodes/condition-node.ts';
import type { TemplateName } from '#shared/template/template-name.ts';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { TemplateContext } from '../../../ui/template/template-context.ts';
import { TemplateField } from '../../../ui/template/template-field.tsx';
import { OperatorSelect } from './operator-select.tsx';
import { RuleMark } from './rule-mark.tsx';
import styles from './condition.module.css';

interface RuleEditorProps {
  readonly rule: ConditionRule;
  readonly path: RulePath;
  /** What the branch is called. */
  readonly called: string;
  readonly here: NamesHere;
  readonly preview: PreviewedRule | undefined;
  /** `side` names the field that is typed into, for undo. */
  readonly onChange: (rule: ConditionRule, side: RuleSide | null) => void;
  readonly onRemove: () => void;
}

/** One comparison: a value, an operator, and what the operator compares it with. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, path, called, preview, onChange, onRemove } = props;
  const { compares, asks, placeholder } = operatorOf(rule.operator);
  return (
    <div className={styles.rule}>
      <div className={styles.ruleLine}>
        <AskingPlace asks={asks}>
          <SideField
            {...props}
            side="left"
            asks={asks}
            placeholder="{{order.status}}"
            trouble={troubleOf(rule, preview)}
          />
        </AskingPlace>
        <RuleMark isWritten={rule.left !== ''} preview={preview} />
        <IconButton
          icon="trash"
          size={20}
          className={styles.remove}
          label={`Remove rule ${ruleNumber(path)} of ${called}`}
          onClick={onRemove}
        />
      </div>
      <div className={styles.compared}>
        <OperatorSelect
          label={`Operator of rule ${ruleNumber(path)} of ${called}`}
          value={rule.operator}
          onChange={(operator) => onChange(withOperator(rule, operator), null)}
        />
        {compares > 0 && (
          <div className={styles.sides}>
            <SideField {...props} side="right" placeholder={placeholder} />
            {compares > 1 && <span className={styles.and}>and</span>}
            {compares > 1 && <SideField {...props} side="upper" placeholder={placeholder} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** What a person should mend; a rule that nobody has written yet needs no telling. */
function troubleOf(rule: ConditionRule, preview: PreviewedRule | undefined): string | undefined {
  if (rule.left === '' || preview === undefined || preview.reason === null) return undefined;
  if (preview.outcome === 'unjudged') return `With the values of now it cannot be judged: ${preview.reason}.`;
  return preview.outcome === 'failed' ? preview.reason : undefined;
}

interface SideFieldProps extends RuleEditorProps {
  readonly side: RuleSide;
  readonly placeholder: string;
  readonly asks?: boolean;
  readonly trouble?: string | undefined;
}

function SideField({ rule, path, called, here, side, placeholder, asks, trouble, onChange }: SideFieldProps) {
  const text = rule[side] ?? '';
  const check = checkNames([text], here, asks);
  return (
    <Field
      label={ruleFieldLabel(called, path, side)}
      labelHidden
      error={check.error}
      warning={check.warning ?? trouble}
      className={styles.side}
    >
      <TemplateField
        field="text"
        placeholder={placeholder}
        value={text}
        unknownNames={check.unknownNames}
        onChange={(next) => onChange({ ...rule, [side]: next }, side)}
      />
    </Field>
  );
}

/** To ask whether there is a value is no mistake where it may be unset. */
function AskingPlace({ asks, children }: { readonly asks: boolean; readonly children: ReactNode }) {
  const place = use(TemplateContext);
  const asking = useMemo(() => {
    const { troubleWith } = place.knowledge;
    if (!asks || troubleWith === undefined) return place;
    const asked = (name: TemplateName) => troubleWith({ ...name, asked: true });
    return { ...place, knowledge: { ...place.knowledge, troubleWith: asked } };
  }, [place, asks]);
  return <TemplateContext value={asking}>{children}</TemplateContext>;
}
