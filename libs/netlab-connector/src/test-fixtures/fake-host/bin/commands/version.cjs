const { hang } = require('../parts/behaviour.cjs');
const { fail, out, traceback } = require('../parts/say.cjs');

const failures = {
  'exit-1': () => fail('FatalError in netlab: cannot tell the version'),
  empty: () => {},
  garbage: () => out('\u0000\u0001 this is not what you are looking for', 'version of something: 1'),
  traceback: () => traceback("ModuleNotFoundError: No module named 'box'"),
};

async function version(_args, { behaviour, stage }) {
  stage('start');
  if (behaviour.versionFails === 'hangs') await hang(behaviour);
  else if (behaviour.versionFails) return failures[behaviour.versionFails]();
  return out(
    `netlab version ${behaviour.version ?? '26.03'}`,
    '  executable location: /opt/fake/netlab',
    "  package location: ['/opt/fake/netsim']",
    '  user defaults: []',
    '',
    'Required packages:',
    '  python-box: 7.3.2',
    '',
    'Ansible components:',
    '  ansible: not installed',
  );
}

module.exports = { version };
