import { useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { withItemAt, withListAt } from '#shared/condition/edit-rules.ts';
import { guardedNames } from '#shared/condition/guarded-names.ts';
import type { PreviewedRule } from '#shared/condition/preview-condition.ts';
import { ruleNumber, type RulePath } from '#shared/condition/rule-place.ts';
import type { NamesHere } from '#shared/flow/names-here.ts';
import {
  isRuleGroup,
  mostGroupLevels,
  type ConditionBranch,
  type RuleGroup,
  type RuleOrGroup,
} from '#shared/nodes/condition-node.ts';
import { emptyRule } from '#shared/nodes/new-branch.ts';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Choice } from '../../../ui/field/choice.tsx';
import { withMoved } from '../../../ui/field/move-row.ts';
import { stepOfKey } from './step-of-key.ts';
import { RuleEditor } from './rule-editor.tsx';
import styles from './rules.module.css';

interface RuleListProps {
  /** The branch itself, or a group in it. */
  readonly group: RuleGroup;
  readonly path: RulePath;
  readonly branch: ConditionBranch;
  /** What the branch is called. */
  readonly called: string;
  readonly here: NamesHere;
  /** Names that rules further out have asked for. */
  readonly guarded: readonly string[];
  readonly preview: readonly PreviewedRule[];
  readonly onChange: (branch: ConditionBranch, field: string | null) => void;
}

/** Rules below each other, with groups among them; Alt and an arrow move the rule or group that has the focus. */
export function RuleList(props: RuleListProps) {
  const { group, path, branch, called, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  const { rules } = group;
  const edited = (next: readonly RuleOrGroup[], field: string | null = null) =>
    onChange({ ...branch, rules: [...next] }, field);
  const listEdited = (change: (items: readonly RuleOrGroup[]) => readonly RuleOrGroup[]) =>
    edited(withListAt(branch.rules, path, change));
  const focusItem = (at: number) => itemOf(list.current, at)?.querySelector<HTMLElement>(firstField)?.focus();
  const added = (item: RuleOrGroup) => {
    flushSync(() => listEdited((items) => [...items, item]));
    focusItem(rules.length);
  };
  const keyPressed = (event: KeyboardEvent, at: number) => {
    const by = stepOfKey(event);
    if (by === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (rules[at + by] === undefined) return;
    flushSync(() => listEdited((items) => withMoved(items, at, at + by)));
    focusItem(at + by);
  };
  const where = path.length === 0 ? called : `group ${ruleNumber(path)} of ${called}`;
  return (
    <div className={styles.rules}>
      {rules.length > 1 && (
        <MatchChoice
          where={where}
          match={group.match}
          onChange={(match) =>
            path.length === 0
              ? onChange({ ...branch, match }, null)
              : edited(withItemAt(branch.rules, path, (item) => ({ ...item, match })))
          }
        />
      )}
      <div ref={list} className={styles.items}>
        {rules.map((item, at) => {
          const below = [...path, at];
          const guarded = [...props.guarded, ...guardedNames(group, at)];
          const removed = () => edited(withItemAt(branch.rules, below, () => null));
          return (
            <div key={at} data-item={at} onKeyDownCapture={(event) => keyPressed(event, at)}>
              {isRuleGroup(item) ? (
                <NestedGroup {...props} group={item} path={below} guarded={guarded} onRemove={removed} />
              ) : (
                <RuleEditor
                  rule={item}
                  path={below}
                  called={called}
                  here={props.here}
                  guarded={guarded}
                  preview={props.preview.find((each) => each.path.join() === below.join())}
                  onChange={(rule, side) =>
                    edited(
                      withItemAt(branch.rules, below, () => rule),
                      side === null ? null : `${below.join('.')} ${side}`,
                    )
                  }
                  onRemove={removed}
                />
              )}
            </div>
          );
        })}
      </div>
      <div className={styles.adds}>
        <Button
          look="quiet"
          size="s"
          icon="plus"
          aria-label={`Rule in ${where}`}
          onClick={() => added(emptyRule)}
        >
          Rule
        </Button>
        {path.length < mostGroupLevels && (
          <Button
            look="quiet"
            size="s"
            icon="plus"
            aria-label={`Group in ${where}`}
            onClick={() => added({ match: group.match === 'all' ? 'any' : 'all', rules: [emptyRule] })}
          >
            Group
          </Button>
        )}
      </div>
    </div>
  );
}

const firstField = ':is(input, textarea):not([type="radio"])';

function itemOf(list: HTMLElement | null, at: number): HTMLElement | undefined {
  return [...(list?.children ?? [])].find(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset['item'] === String(at),
  );
}

function NestedGroup({ onRemove, ...props }: RuleListProps & { readonly onRemove: () => void }) {
  const words = `Group ${ruleNumber(props.path)}`;
  return (
    <div role="group" aria-label={`${words} of ${props.called}`} className={styles.group}>
      <div className={styles.groupHead}>
        <span>{words}</span>
        <IconButton
          icon="trash"
          iconSize={12}
          label={`Remove ${words.toLowerCase()} of ${props.called}`}
          onClick={onRemove}
        />
      </div>
      <RuleList {...props} />
    </div>
  );
}

interface MatchChoiceProps {
  readonly where: string;
  readonly match: RuleGroup['match'];
  readonly onChange: (match: RuleGroup['match']) => void;
}

function MatchChoice({ where, match, onChange }: MatchChoiceProps) {
  return (
    <div className={styles.match}>
      <Choice
        size="s"
        label={`Rules of ${where} that must be met`}
        value={match}
        options={[
          { value: 'all', label: 'All' },
          { value: 'any', label: 'Any' },
        ]}
        onChange={onChange}
      />
      <span>of these must be met</span>
    </div>
  );
}
