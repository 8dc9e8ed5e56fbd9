// The last touch on a packaged application before it is archived or signed; electron-builder calls it.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** @typedef {import('electron-builder').AfterPackContext} AfterPackContext */

/** @param {AfterPackContext} context */
export async function afterPack(context) {
  const program = programOf(context);
  const resources = path.join(
    context.appOutDir,
    context.electronPlatformName === 'darwin'
      ? `${context.packager.appInfo.productFilename}.app/Contents/Resources`
      : 'resources',
  );
  // A program that opens any folder given to it as an application has no place in a package.
  await rm(path.join(resources, 'default_app.asar'), { force: true });
  await flipFuses(program, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron checks the archive's digest on these two systems only.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: context.electronPlatformName !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}

/** @param {AfterPackContext} context */
function programOf({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin')
    return path.join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${name}.exe`);
  return path.join(appOutDir, packager.platformSpecificBuildOptions.executableName);
}
