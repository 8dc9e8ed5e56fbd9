import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { fitsUtf8 } from './evaluation/utf8-length.ts';
import { lowerTemplate, type LoweredTemplate } from './evaluation/lower-template.ts';
import { templateLimits } from './evaluation/template-limits.ts';
import { parseTemplate } from './syntax/parse-template.ts';
import { scanPlainTemplate } from './syntax/scan-plain-template.ts';
import type { WorkBudget } from './evaluation/work-budget.ts';
import { TemplateStop, type TemplateProblem } from './template-problem.ts';

type Ready = Outcome<LoweredTemplate, TemplateProblem>;

/**
 * What was read lately, in two generations: when the younger one is full it becomes the older one, and what has not
 * been used since then is forgotten. A hit among the younger costs one look-up, which is what a run does over and over.
 */
let younger = new Map<string, Ready>();
let older = new Map<string, Ready>();
let youngerUnits = 0;
const mostTemplates = 500;
const mostUnits = 512 * 1024;

/** A template ready to render, or why it cannot be; the same object for the same source while it is remembered. */
export function readyTemplate(source: string, budget: WorkBudget): Ready {
  const known = younger.get(source);
  return known ?? remember(source, older.get(source) ?? makeReady(source, budget));
}

function makeReady(source: string, budget: WorkBudget): Ready {
  if (!fitsUtf8(source, templateLimits.sourceBytes)) {
    const detail = `it is larger than ${templateLimits.sourceBytes / 1024} kB`;
    return failed({ code: 'template-syntax', offset: 0, placeholders: { detail } });
  }
  try {
    const nodes = scanPlainTemplate(source) ?? parseTemplate(source, (offset) => budget.spend(1, offset));
    return succeeded(lowerTemplate(nodes));
  } catch (stop) {
    if (stop instanceof TemplateStop) return failed(stop.problem);
    throw stop;
  }
}

function remember(source: string, made: Ready): Ready {
  // The time it took is no property of the source.
  if (source.length > mostUnits || (!made.ok && made.failure.code === 'template-time-limit')) return made;
  if (younger.size >= mostTemplates || youngerUnits > mostUnits) {
    older = younger;
    younger = new Map();
    youngerUnits = 0;
  }
  younger.set(source, made);
  youngerUnits += source.length;
  return made;
}
