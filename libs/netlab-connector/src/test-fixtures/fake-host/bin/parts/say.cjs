/** Ends the program with this code; everything to be said has been said. */
class Exit extends Error {
  constructor(code) {
    super(`exit ${code}`);
    this.code = code;
  }
}

const out = (...lines) => lines.forEach((line) => process.stdout.write(`${line}\n`));
const err = (...lines) => lines.forEach((line) => process.stderr.write(`${line}\n`));

function fail(...lines) {
  err(...lines);
  throw new Exit(1);
}

const fatal = (text, where = 'netlab') => fail(`Fatal error in ${where}: ${text}`);

function usage(prog, text) {
  err(`usage: ${prog} [-h] …`, `${prog}: error: ${text}`);
  throw new Exit(2);
}

function traceback(problem) {
  fail(
    'Traceback (most recent call last):',
    '  File "/opt/fake/netlab", line 14, in <module>',
    '    netsim.cli.lab_commands(__file__)',
    '  File "/opt/fake/netsim/cli/__init__.py", line 600, in lab_commands',
    '    mod.run(arg)',
    '    ~~~~~~~^^^^^',
    problem,
  );
}

/** Runs a program's main function; its exit code is that of the Exit thrown, else 0. */
async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Exit)) {
      err(error.stack);
      process.exit(1);
    }
    process.exit(error.code);
  }
  process.exit(0);
}

module.exports = { Exit, err, fail, fatal, out, runMain, traceback, usage };
