// The entry of the editor's part of the page: it is loaded when a field of templates first has the focus.
import { leaveKeysAlone } from './editor-keys.ts';
import { followPageTheme } from './editor-theme.ts';
import { offerLanguageFeatures } from './language/language-features.ts';

export { mountEditor, type MountedEditor, type NativeState } from './mounted-editor.ts';

leaveKeysAlone();
followPageTheme();
offerLanguageFeatures();
