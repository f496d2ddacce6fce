import type { FakeDevice } from '../../device/fake-device';
import type { Mode, Platform, Refusals } from '../../engine/platform';
import { xrGrammar } from './grammar';
import { XR_NODE } from './software';

/** Configuration and what is below it. */
export const configModes: readonly string[] = Object.keys(xrGrammar.modes);

/** Where a mode's lines are also looked for; a route policy takes nothing but its own. */
const PARENTS: Readonly<Record<string, string>> = {
  'config-vrf-af': 'config-vrf',
  'config-static-afi': 'config-static',
  'config-ospf-ar': 'config-ospf',
  'config-ospf-ar-if': 'config-ospf-ar',
  'config-bgp-af': 'config-bgp',
  'config-bgp-nbr': 'config-bgp',
  'config-bgp-nbr-af': 'config-bgp-nbr',
};

/** How IOS XR prompts, mode by mode. */
export const modes: Platform['modes'] = {
  exec: { prompt: prompted(''), words: 'abbreviated' },
  ...Object.fromEntries(configModes.map((mode) => [mode, configMode(mode)])),
};

const INVALID = "% Invalid input detected at '^' marker.";

/** How IOS XR words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ column, promptLength }) => `${' '.repeat(promptLength + column)}^\n${INVALID}\n`,
  incomplete: () => '% Incomplete command.\n',
  ambiguous: ({ line }) => `% Ambiguous command:  "${line.trim()}"\n`,
};

function configMode(mode: string): Mode {
  const common = {
    prompt: prompted(`(${mode})`),
    words: 'abbreviated',
    ctrlC: 'abort',
    ctrlZ: 'end',
  } as const;
  const parent = PARENTS[mode] ?? 'config';
  return mode === 'config' || mode === 'config-rpl' ? common : { ...common, fallback: parent };
}

function prompted(mode: string): (device: FakeDevice) => string {
  return ({ name }) => `${XR_NODE}:${name}${mode}#`;
}
