import type { Mode, Platform, RefusalCall, Refusals, ShellSession } from '../../engine/platform';
import { shortInterfaceName } from '../text/interface-words';
import { CONFIG_SESSION, eosGrammar } from './grammar';

/** Configuration and what is below it. */
export const configModes: readonly string[] = Object.keys(eosGrammar.modes);

/** What a section is called in the prompt, made from the line that opened it. */
const SHOWN: Readonly<Record<string, (name: string) => string>> = {
  'config-if': (line) => `if-${shortInterfaceName(line.replace('interface ', ''))}`,
  'config-router': () => 'router-ospf',
  'config-router-bgp': () => 'router-bgp',
  'config-router-af': () => 'router-bgp-af',
  'config-vlan': (line) => line.replace(' ', '-'),
  'config-vrf': (line) => `vrf-${line.replace('vrf instance ', '')}`,
  'config-acl': (line) => `acl-${line.replace('ip access-list ', '')}`,
  'config-route-map': (line) => `route-map-${line.split(' ')[1] ?? ''}`,
  'config-mgmt': (line) => `mgmt-${line.replace('management ', '')}`,
};

/** How EOS prompts, mode by mode; what is known in privileged mode is known in configuration too. */
export const modes: Platform['modes'] = {
  user: { prompt: ({ name }) => `${name}>`, words: 'abbreviated', ctrlD: 'exit' },
  enable: { prompt: ({ name }) => `${name}#`, words: 'abbreviated', ctrlD: 'exit' },
  ...Object.fromEntries(configModes.map((mode) => [mode, configMode(mode)])),
};

/** How EOS words what it does not accept. */
export const refusals: Refusals = {
  unknown: (call) => `% Invalid input${token(call)}`,
  incomplete: () => '% Incomplete command',
  ambiguous: (call) => `% Ambiguous command${token(call)}`,
};

function configMode(mode: string): Mode {
  const parent = mode === 'config-router-af' ? 'config-router-bgp' : 'config';
  return {
    prompt: ({ name }, session) => `${name}(${shownMode(mode, session)})#`,
    words: 'abbreviated',
    fallback: mode === 'config' ? 'enable' : parent,
    ctrlZ: 'end',
    ctrlD: 'exit',
  };
}

function shownMode(mode: string, { path, variables }: ShellSession): string {
  const open = variables.get(CONFIG_SESSION);
  const section = SHOWN[mode]?.(path.at(-1) ?? '');
  return [
    'config',
    ...(open === undefined ? [] : ['s', open.slice(0, 6)]),
    ...(section === undefined ? [] : [section]),
  ].join('-');
}

function token({ line, column }: RefusalCall): string {
  const before = line
    .slice(0, column)
    .split(/\s+/)
    .filter((word) => word !== '').length;
  const [word = ''] = line.slice(column).trim().split(/\s+/);
  return word === '' ? '' : ` (at token ${before}: '${word}')`;
}
