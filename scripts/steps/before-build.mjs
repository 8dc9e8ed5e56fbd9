// Tells electron-builder that there are no node modules to look for: everything is bundled. It calls this first.

/** `false` means: leave the modules alone, neither rebuild nor collect them. */
export const beforeBuild = async () => false;
