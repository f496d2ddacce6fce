import { expect, test } from '@jest/globals';
import { isWorkFile } from './work-files';

test.each([
  'netlab.lock',
  'netlab.snapshot.pickle',
  'netlab.snapshot.yml',
  'any.pickle',
  'deep/in/here.pickle',
  'netlab-devices.yml',
  'clab.yml',
  'hosts.yml',
  'ansible.cfg',
  'Vagrantfile',
  'netlab.log',
  'group_vars/all.yml',
  'host_vars/r1/x.yml',
  'node_files/r1/initial',
  'clab-lab1/x',
  '.vagrant/x',
])('%s is netlab’s', (path) => {
  expect(isWorkFile(path)).toBe(true);
});

test.each([
  'topology-defaults.yml',
  'configs/r1.cfg',
  'config/r1.j2',
  'r1.j2',
  'plugin.py',
  'sub/clab.yml',
  'sub/group_vars/x',
  'group_vars',
  'my.netlab.lock',
  'pickle.yml',
])('%s is the topology’s', (path) => {
  expect(isWorkFile(path)).toBe(false);
});
