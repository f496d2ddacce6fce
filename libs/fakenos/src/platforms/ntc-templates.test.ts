import { execFile } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import type { Platform } from '../engine/platform';
import { platforms } from './platform-list';
import { logIn } from './test-fixtures/log-in';
import { readLab } from './test-fixtures/read-lab';

// What the show commands print is read by ntc-templates, which most network automation reads it with. Skipped unless
// REMOTE_LAB_TEST_PYTHON names an interpreter with ntc-templates installed.
const python = process.env['REMOTE_LAB_TEST_PYTHON'] ?? '';
const gated = python === '' ? describe.skip : describe;

const PARSER = `
import json, os, sys
import ntc_templates
from ntc_templates.parse import parse_output
folder = os.path.join(os.path.dirname(ntc_templates.__file__), "templates")
results = []
for platform, command, output in json.load(sys.stdin):
    # The index finds a template for any command that begins like one it knows; only its own is meant for it.
    if not os.path.exists(os.path.join(folder, f"{platform}_{command.replace(' ', '_')}.textfsm")):
        results.append([command, "no template"])
        continue
    try:
        rows = parse_output(platform=platform, command=command, data=output)
        results.append([command, "parsed" if rows else "empty"])
    except Exception as error:
        results.append([command, "refused: " + " ".join(str(error).split("\\n")[:2])])
print(json.dumps(results))
`;

/** Tables that are rightly empty in the lab below: routers do not switch, nobody has committed. */
const EMPTY: Readonly<Record<string, readonly string[]>> = {
  arista_eos: ['show ip bgp', 'show mac address-table'],
  cisco_ios: ['show ip bgp'],
  cisco_xe: ['show ip bgp'],
  cisco_xr: ['show configuration commit list', 'show redundancy summary'],
  huawei_vrp: ['display mac-address'],
  juniper_junos: ['show ethernet-switching table'],
};

/** What a template cannot read although a device says just that: a description with blanks, a sister product's words. */
const UNREADABLE: Readonly<Record<string, readonly string[]>> = {
  aruba_os: ['show version'],
  dell_powerconnect: ['show interfaces description'],
  hp_procurve: ['show version'],
};

/** Whose templates read this platform's output, where they go by another name. */
const TEMPLATES: Readonly<Record<string, string>> = { cisco_xe: 'cisco_ios', nokia_sros: 'alcatel_sros' };

const showing = /^(?:show|display|get|\/?[a-z]+ .*print) ?/;

function outputs(platform: Platform): readonly (readonly [string, string, string])[] {
  const device = platform.netlabDevices[0] ?? platform.name;
  const node = (router: string) => `${router}: { device: ${device}, bgp.as: 65001, module: [ ospf, bgp ] }`;
  const lab = readLab(`provider: clab
addressing: { lan: { ipv6: '2001:db8:1::/48' } }
nodes:
  ${node('left')}
  ${node('right')}
links: [ left-right, { left: , right: , mtu: 1600 }, { left: , right: { shutdown: true } }, left ]
`);
  const lines = platform.commands
    .filter(({ syntax, modes }) => showing.test(syntax) && !syntax.includes('<') && !modes.includes('shell'))
    .map(({ syntax, modes }) => ({ line: syntax.replace(/ ?\[[^\]]*\]/g, ''), mode: modes.at(-1) ?? '' }));
  return lines.map(({ line, mode }) => [
    TEMPLATES[platform.name] ?? platform.name,
    line,
    logIn(lab('left'), { mode }).type(line),
  ]);
}

gated('ntc-templates', () => {
  const shown = platforms.filter(({ ports, name }) => ports && name !== 'linux');

  test.each(shown.map((platform): [string, Platform] => [platform.name, platform]))(
    'reads what %s shows',
    async (name, platform) => {
      const read = await parse(outputs(platform));
      const unread = read.filter(([command, how]) => {
        if (UNREADABLE[name]?.includes(command)) return false;
        const mayBeEmpty = EMPTY[name]?.includes(command) ?? false;
        return how.startsWith('refused') || (how === 'empty' && !mayBeEmpty);
      });
      expect(unread).toEqual([]);
    },
    60_000,
  );
});

function parse(samples: readonly (readonly string[])[]): Promise<readonly (readonly [string, string])[]> {
  return new Promise((resolve, reject) => {
    const child = execFile(python, ['-c', PARSER], { maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout) as [string, string][]);
    });
    child.stdin?.end(JSON.stringify(samples));
  });
}
