import { describeProblem } from '../describe-problem.ts';
import { lowerTemplate } from '../evaluation/lower-template.ts';
import { parseTemplate } from '../syntax/parse-template.ts';
import type { TreeNode } from '../syntax/template-tree.ts';
import type { TemplateField } from '../template-field.ts';
import { TemplateStop, type TemplateProblem } from '../template-problem.ts';
import { fixesForProblem } from './problem-fixes.ts';
import type { TemplateDiagnostic } from './template-diagnostic.ts';

/** What a template says, and what is wrong with how it says it. */
export interface SyntaxDiagnostics {
  /** `null` where it cannot be read. */
  readonly nodes: readonly TreeNode[] | null;
  readonly problems: readonly TemplateDiagnostic[];
}

/** Reads a template; where it can be read, the helpers and blocks of all its tags are checked one by one. */
export function syntaxDiagnostics(source: string, field: TemplateField): SyntaxDiagnostics {
  let nodes: readonly TreeNode[];
  try {
    nodes = parseTemplate(source);
  } catch (stop) {
    return { nodes: null, problems: [diagnosticOf(problemOf(stop), source, field)] };
  }
  return { nodes, problems: problemsIn(nodes).map((problem) => diagnosticOf(problem, source, field)) };
}

/** The first problem of each tag: the engine stops at the first one of all, so every tag is lowered alone. */
function problemsIn(nodes: readonly TreeNode[]): readonly TemplateProblem[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    if (node.kind === 'expression') return problemsOfTag(node);
    const own = problemsOfTag({ ...node, body: [], otherwise: [] });
    return [...own, ...problemsIn(node.body), ...problemsIn(node.otherwise)];
  });
}

function problemsOfTag(node: TreeNode): readonly TemplateProblem[] {
  try {
    lowerTemplate([node]);
    return [];
  } catch (stop) {
    return [problemOf(stop)];
  }
}

function problemOf(stop: unknown): TemplateProblem {
  if (stop instanceof TemplateStop) return stop.problem;
  throw stop;
}

function diagnosticOf(problem: TemplateProblem, source: string, field: TemplateField): TemplateDiagnostic {
  const { start, end } = problem.blame ?? wordAt(source, problem.offset);
  const { message } = describeProblem(problem, source, field);
  return { start, end, severity: 'error', message, fixes: fixesForProblem(problem, source, field) };
}

/** Something to underline where only a place is known: the word there, or one character at least. */
function wordAt(source: string, offset: number): { readonly start: number; readonly end: number } {
  const start = Math.min(offset, Math.max(0, source.length - 1));
  const length = /^[\w.@-]+/.exec(source.slice(start, start + 100))?.[0].length ?? 1;
  return { start, end: Math.min(source.length, start + length) };
}
