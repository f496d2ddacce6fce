const { err, out } = require('./say.cjs');

/** Output as it is met in the wild, each kind by its name. */
const kinds = {
  ansi: () => out('\u001b[1;32m[CREATED]\u001b[0m coloured \u001b[4mwords\u001b[24m'),
  warnings: () => err('[WARNING]: something is deprecated', 'UserWarning in noise: nothing to worry about'),
  'long-line': () => out(`long ${'x'.repeat(100_000)} end`),
  'invalid-utf8': () =>
    process.stdout.write(Buffer.from([0x62, 0x61, 0x64, 0x20, 0xff, 0xfe, 0xc3, 0x28, 0x0a])),
  'split-utf8': () => {
    const snowman = Buffer.from('snow ☃ man\n');
    process.stdout.write(snowman.subarray(0, 6));
    process.stdout.write(snowman.subarray(6));
  },
  'carriage-returns': () => process.stdout.write('10%\r50%\r100%\r\n'),
  'no-line-break': () => process.stderr.write('and no line break'),
  'many-lines': () => {
    for (let block = 0; block < 200; block += 1) {
      out(Array.from({ length: 1000 }, (_, line) => `noise line ${block * 1000 + line + 1}`).join('\n'));
    }
  },
};

const makeNoise = (names) => names.forEach((name) => kinds[name]());

module.exports = { makeNoise };
