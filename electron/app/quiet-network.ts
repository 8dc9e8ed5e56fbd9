import type { CommandLine } from 'electron';

/** A switch of the browser engine, with its value where it takes one. */
type Switch = readonly [name: string, value?: string];

/** What the engine would ask the network for on its own account: updates, reports, hints and look-ups. */
const silencing: readonly Switch[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-client-side-phishing-detection'],
  ['disable-sync'],
  ['disable-default-apps'],
  ['disable-breakpad'],
  ['no-pings'],
  ['no-first-run'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    [
      'AutofillServerCommunication',
      'CertificateTransparencyComponentUpdater',
      'DialMediaRouteProvider',
      'InterestFeedContentSuggestions',
      'MediaRouter',
      'OptimizationHints',
      'Translate',
    ].join(','),
  ],
];

/** Every host fails to resolve, so that what slips past the request filter (hints, peer connections) goes nowhere. */
const noHosts: Switch = ['host-resolver-rules', 'MAP * ~NOTFOUND'];

/**
 * The switches that keep the browser engine off the network. Requests of API Calls are made by Node, which they do not
 * concern. While developing, the hosts of this machine stay reachable for the build tool's server.
 */
export function quietNetworkSwitches(fromDevServer: boolean): readonly Switch[] {
  return fromDevServer ? silencing : [...silencing, noHosts];
}

/** Applies the switches; has to happen before the application is ready. */
export function quietNetwork(commandLine: CommandLine, fromDevServer: boolean): void {
  for (const [name, value] of quietNetworkSwitches(fromDevServer)) {
    if (value === undefined) commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}
