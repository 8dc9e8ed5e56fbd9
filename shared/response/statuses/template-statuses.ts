import { exceptionStatus } from './call-status.ts';

/** Why a template of a call could not be rendered: nothing was sent. */
export const templateStatuses = {
  'template-syntax': exceptionStatus(
    'The template cannot be read at line {line}, column {column} of {field} ({detail}).',
    'Correct the expression.',
  ),
  'template-expression-unclosed': exceptionStatus(
    'The expression that begins at line {line}, column {column} of {field} is never closed.',
    'Add the closing braces.',
  ),
  'template-block-unclosed': exceptionStatus(
    'The block {block} that begins at line {line}, column {column} of {field} is never closed.',
    'Add {closing_tag}.',
  ),
  'template-block-mismatch': exceptionStatus(
    'The closing tag {found} at line {line}, column {column} of {field} does not match the open block {block}.',
    'Write {closing_tag} there.',
  ),
  'template-block-unopened': exceptionStatus(
    'The closing tag {found} at line {line}, column {column} of {field} closes nothing.',
    'Remove it, or add the opening tag.',
  ),
  'template-unknown-helper': exceptionStatus(
    'There is no helper named {helper} at line {line}, column {column} of {field}.',
    'Choose one of the list; did you mean {suggestion}?',
  ),
  'template-unknown-block': exceptionStatus(
    'There is no block named {block} at line {line}, column {column} of {field}.',
    'Use #if, #unless, #each or #with.',
  ),
  'template-helper-arguments': exceptionStatus(
    'The helper {helper} takes {expected} values and has {found} at line {line}, column {column} of {field}.',
    'See its description.',
  ),
  'template-partial-refused': exceptionStatus(
    'Partials such as {name} at line {line}, column {column} of {field} are not supported.',
    'Use a variable or a sub-flow instead.',
  ),
  'template-decorator-refused': exceptionStatus(
    'Decorators and inline partials at line {line}, column {column} of {field} are not supported.',
    'Use a variable instead.',
  ),
  'template-raw-block-refused': exceptionStatus(
    'Raw blocks at line {line}, column {column} of {field} are not supported.',
    'Write \\{{ for literal braces.',
  ),
  'json-escape-open': exceptionStatus(
    'The backslash before the expression at line {line}, column {column} of {field} would change the value.',
    'Write three backslashes for one backslash in front of an expression.',
  ),
  'placeholder-unresolved': exceptionStatus(
    'The variable {name} at line {line}, column {column} of {field} is not known.',
    'Check the spelling, or set the variable in an earlier node.',
  ),
  'template-iterations-limit': exceptionStatus(
    'The blocks of {field} ran more than {limit} rounds.',
    'Loop over a smaller list.',
  ),
  'template-output-limit': exceptionStatus(
    'The text made from {field} is larger than {limit}.',
    'Use less data.',
  ),
  'template-time-limit': exceptionStatus(
    'Making the text of {field} took longer than {limit_ms} ms.',
    'Simplify the template or use less data.',
  ),
  'url-path-value-missing': exceptionStatus(
    '{variable} is unknown, so the path {path} would lose a part.',
    'Give the variable a value before this node, or use {{default ...}} in the path.',
  ),
} as const;
