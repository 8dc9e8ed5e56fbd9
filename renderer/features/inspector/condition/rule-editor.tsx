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
import styles from './rules.module.css';

interface RuleEditorProps {
  readonly rule: ConditionRule;
  readonly path: RulePath;
  /** What the branch is called. */
  readonly called: string;
  readonly here: NamesHere;
  /** Names that have a value where this rule is looked at. */
  readonly guarded: readonly string[];
  readonly preview: PreviewedRule | undefined;
  /** `side` names the field that is typed into, for undo. */
  readonly onChange: (rule: ConditionRule, side: RuleSide | null) => void;
  readonly onRemove: () => void;
}

/** One comparison: a value, an operator, and what the operator compares it with. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, path, called, preview, onChange, onRemove } = props;
  const { compares, placeholder } = operatorOf(rule.operator);
  return (
    <div className={styles.rule}>
      <div className={styles.ruleLine}>
        <SideField {...props} side="left" placeholder="{{order.status}}" trouble={troubleOf(rule, preview)} />
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
  readonly trouble?: string | undefined;
}

function SideField(props: SideFieldProps) {
  const { rule, path, called, here, side, placeholder, trouble, onChange } = props;
  const text = rule[side] ?? '';
  const isAsked = useAsked(props);
  const check = checkNames([text], here, isAsked);
  return (
    <Field
      label={ruleFieldLabel(called, path, side)}
      labelHidden
      error={check.error}
      warning={check.warning ?? trouble}
      className={styles.side}
    >
      <AskingPlace isAsked={isAsked}>
        <TemplateField
          field="text"
          placeholder={placeholder}
          value={text}
          unknownNames={check.unknownNames}
          onChange={(next) => onChange({ ...rule, [side]: next }, side)}
        />
      </AskingPlace>
    </Field>
  );
}

type IsAsked = (name: string) => boolean;

/** Whether a variable may be unset in a field, because the rule asks for that or one before it has. */
function useAsked({ rule, side, guarded }: SideFieldProps): IsAsked {
  const asks = side === 'left' && operatorOf(rule.operator).asks;
  const names = guarded.join();
  return useMemo(() => {
    const known = new Set(names.split(','));
    return (name) => asks || known.has(name);
  }, [asks, names]);
}

/** Tells the editor in a field what may be unset there. */
function AskingPlace({ isAsked, children }: { readonly isAsked: IsAsked; readonly children: ReactNode }) {
  const place = use(TemplateContext);
  const asking = useMemo(() => {
    const { troubleWith } = place.knowledge;
    if (troubleWith === undefined) return place;
    const asked = (name: TemplateName) => troubleWith(isAsked(name.name) ? { ...name, asked: true } : name);
    return { ...place, knowledge: { ...place.knowledge, troubleWith: asked } };
  }, [place, isAsked]);
  return <TemplateContext value={asking}>{children}</TemplateContext>;
}
