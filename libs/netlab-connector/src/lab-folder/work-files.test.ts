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
  'netlab.lock/x',
  'netlab.snapshot.pickle/x',
  'netlab-devices.yml/x',
  'clab.yml/a/b',
  'hosts.yml/x',
  'ansible.cfg/x',
  'group_vars',
  'host_vars',
  'node_files',
  'clab_files',
  'clab_files/r1/x',
  'clab-lab1',
  'Netlab.Lock/x',
  'deep/in.pickle/here',
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
  'clab-frr.j2',
  'my.netlab.lock',
  'pickle.yml',
])('%s is the topology’s', (path) => {
  expect(isWorkFile(path)).toBe(false);
});
