import type { ConfigTree } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall } from '../../engine/platform';
import { initialLines } from './initial-lines';
import { printLines } from './print-lines';
import type { SimplePlatform } from './simple-words';

/** What makes the running configuration that of the next start, with a question before or without. */
export function saveCommands({ save = {} }: SimplePlatform): readonly Command[] {
  const done = ({ device }: CommandCall, says: string) => {
    device.configuration?.save();
    return says;
  };
  return Object.entries(save).map(([syntax, how]) => ({
    syntax,
    modes: ['enable'],
    run: (call) => {
      if (typeof how === 'string') return done(call, how);
      const then = (answer: string) => (/^y/i.test(answer.trim()) ? done(call, how.says) : '');
      return { ask: { prompt: how.ask, echo: true, then } };
    },
  }));
}

/** What shows the configuration, as it runs and as it is saved. */
export function configShowCommands(words: SimplePlatform): readonly Command[] {
  const { configShows, startupShows = [], look = {}, config } = words;
  const shows = (syntax: string, treeOf: (device: FakeDevice) => ConfigTree | undefined): Command => ({
    syntax,
    modes: ['enable'],
    run: ({ device }) => printLines(look, treeOf(device) ?? initialLines(config, device), device),
  });
  return [
    ...configShows.map((syntax) => shows(syntax, ({ configuration }) => configuration?.running)),
    ...startupShows.map((syntax) => shows(syntax, ({ configuration }) => configuration?.startup)),
  ];
}
