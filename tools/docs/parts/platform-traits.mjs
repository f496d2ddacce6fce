import { platformFor } from '@remote-lab/fakenos';
import { platforms } from '@remote-lab/fakenos/platforms';
// What the tests of the platforms ask, and the lab that they ask it in: so nothing stands in a table that no test holds.
import { logIn } from '../../../libs/fakenos/dist/platforms/test-fixtures/log-in.js';
import { platformQuestions } from '../../../libs/fakenos/dist/platforms/test-fixtures/platform-questions.js';
import { readLab } from '../../../libs/fakenos/dist/platforms/test-fixtures/read-lab.js';
import { simplePlatforms } from '../../../libs/fakenos/dist/platforms/simple/index.js';

const NOTHING = '—';
const SAVING = /^(write|save|copy running-config)( |$)/;
const RELOADING = /^((request system|execute|admin|system) )?(reload|reboot)( |$)/;
/** Platforms that have candidates, too, where the questions change things at once. */
const CANDIDATES_TOO = new Map([['arista_eos', 'at once; with `commit` in a `configure session`']]);

/**
 * What is said of each platform on the page of platforms, found out by logging in to a device of it that is called r1.
 * @returns {{ platform: object, brief: boolean, prompts: string[], configured: string, saved: string, reloaded: string }[]}
 */
export function platformTraits() {
  return platforms.map((platform) => {
    const device = platform.netlabDevices[0] ?? platform.name;
    const questions = platformQuestions.find((each) => each.device === device);
    const syntaxes = [...new Set(platform.commands.map(({ syntax }) => syntax))];
    return {
      platform,
      brief: simplePlatforms.includes(platform),
      prompts: prompts(platform, device, questions),
      configured: questions === undefined ? NOTHING : configured(platform, device, questions),
      saved: questions === undefined ? NOTHING : saved(syntaxes, questions),
      reloaded: code(syntaxes.find((syntax) => RELOADING.test(syntax))),
    };
  });
}

function prompts(platform, device, questions) {
  const lab = labOf(device);
  const { initialMode, execMode = initialMode } = platform;
  const login = logIn(lab('r1'));
  const steps = questions?.rename('r1') ?? [];
  const found = [
    logIn(lab('r1'), { mode: initialMode }).prompt(),
    logIn(lab('r1'), { mode: execMode }).prompt(),
  ];
  if (steps.length > 1) {
    login.type(steps[0]);
    found.push(login.prompt());
  }
  return [...new Set(found.map((prompt) => (prompt.split('\n').at(-1) ?? '').trim()))];
}

/** Whether a line acts before anybody commits it. */
function configured({ name, title }, device, { rename }) {
  const lab = labOf(device);
  const login = logIn(lab('r1'));
  const lines = rename('renamed');
  const commit = lines.findIndex(isCommit);
  for (const line of lines.slice(0, commit === -1 ? undefined : commit)) login.type(line);
  if (lab('r1').name === 'renamed') return CANDIDATES_TOO.get(name) ?? 'at once';
  if (commit === -1) throw new Error(`${title} was not renamed by ${lines.join(', ')}.`);
  login.type(lines[commit]);
  if (lab('r1').name !== 'renamed') throw new Error(`${title} was not renamed by ${lines.join(', ')}.`);
  return 'with `commit`';
}

function saved(syntaxes, { save, commitSaves, rename }) {
  if (commitSaves === true) return rename('r1').some(isCommit) ? 'every commit' : 'every change';
  return code(save[0] ?? syntaxes.find((syntax) => SAVING.test(syntax)));
}

function isCommit(line) {
  return line.startsWith('commit');
}

function labOf(device) {
  if (platformFor(device) === undefined) throw new Error(`There is no platform for ${device}.`);
  const role = device === 'linux' ? ', role: host' : '';
  return readLab(
    `provider: clab\nnodes:\n  r1: { device: ${device}${role} }\n  r2: { device: frr }\nlinks: [ r1-r2 ]\n`,
  );
}

function code(words) {
  return words === undefined ? NOTHING : `\`${words}\``;
}
