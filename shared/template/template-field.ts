/**
 * What a template is written into; it decides how a value is encoded (SEMANTICS, Templates).
 *
 * - `text`: messages, prompts, plain text bodies, variable values: the text itself
 * - `json`: a JSON body: escaped inside a string, a JSON literal at a value position
 * - `url`: text that starts at the scheme, a base URL
 * - `path`: the path of an API Call, with query text and fragment
 * - `query`: names and values of query rows and form rows, which the row encoder encodes once, later
 * - `header`: header values and credential fields
 */
export type TemplateField = 'text' | 'json' | 'url' | 'path' | 'query' | 'header';
