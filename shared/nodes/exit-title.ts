import type { FlowNode } from './node.ts';
import { choicesOffered, type PromptChoice } from './prompt-node.ts';

/** What an exit is called in the window: its name, and for a choice's exit what the choice is called. */
export function exitTitle(node: FlowNode, exit: string): string {
  if (node.kind !== 'prompt') return exit;
  const choices = choicesOffered(node.config);
  const at = choices.findIndex(({ id }) => id === exit);
  const choice = choices[at];
  return choice === undefined ? exit : choiceTitle(choice, at);
}

/** A choice by its label, else by its value, else by its place. */
export function choiceTitle({ label, value }: Pick<PromptChoice, 'label' | 'value'>, at: number): string {
  return [label, value].find((text) => text.trim() !== '') ?? `Choice ${String(at + 1)}`;
}
