import { codeList, markdownTable } from '../markdown-table.mjs';
import { platformTraits } from './platform-traits.mjs';

const HEADER = [
  'Platform',
  'Name',
  'Also called',
  'Netlab device types',
  'Prompts',
  'Configuration acts',
  'Is saved by',
  'Starts anew by',
  'Commands',
];

/** Every platform, those first that know most. */
export function platformMatrix() {
  const traits = platformTraits();
  const table = (wanted) => markdownTable(HEADER, traits.filter(({ brief }) => brief === wanted).map(row));
  return `### In depth\n\n${table(false)}\n\n### In brief\n\n${table(true)}`;
}

function row({ platform, prompts, configured, saved, reloaded }) {
  const { name, aliases = [], title, netlabDevices, commands } = platform;
  return [
    title,
    codeList([name]),
    codeList(aliases),
    codeList(netlabDevices),
    codeList(prompts),
    configured,
    saved,
    reloaded,
    String(new Set(commands.map(({ syntax }) => syntax)).size),
  ];
}
