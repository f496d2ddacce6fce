import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import { logIn } from './test-fixtures/log-in';

const lab = readLab(
  'provider: clab\nnodes: { r1: { device: frr }, h1: { device: linux } }\nlinks: [ r1-h1 ]\n',
);
const ask = (line: string) => logIn(lab('h1')).type(line);

describe('a Linux host', () => {
  test('shows its links and addresses', () => {
    expect(ask('ip addr show dev eth1')).toBe(
      `3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether ca:f0:00:02:00:01 brd ff:ff:ff:ff:ff:ff
    inet 172.16.0.2/24 brd 172.16.0.255 scope global eth1
       valid_lft forever preferred_lft forever
`,
    );
    expect(ask('ip -br addr')).toBe(
      `lo               UNKNOWN        127.0.0.1/8 ::1/128
eth0             UP             192.168.121.102/24
eth1             UP             172.16.0.2/24
`,
    );
    expect(ask('ip link show eth1')).toContain('state UP mode DEFAULT group default');
  });

  test('reaches the lab over its router, the rest over the management network', () => {
    expect(ask('ip route')).toBe(
      `default via 192.168.121.1 dev eth0 
192.168.121.0/24 dev eth0 proto kernel scope link src 192.168.121.102 
10.0.0.0/24 via 172.16.0.1 dev eth1 
172.16.0.0/16 via 172.16.0.1 dev eth1 
172.16.0.0/24 dev eth1 proto kernel scope link src 172.16.0.2 
`,
    );
    expect(ask('ip neigh')).toBe('172.16.0.1 dev eth1 lladdr ca:f0:00:01:00:01 REACHABLE \n');
  });

  test.each(['a', 'addr', 'address show', '-4 addr list', 'a s dev eth1'])('understands ip %s', (args) => {
    expect(ask(`ip ${args}`)).toContain('inet 172.16.0.2/24');
  });

  test('refuses as Linux does, with an exit status', () => {
    const login = logIn(lab('h1'));
    const refusal = (line: string) => [login.type(line), login.status()];
    expect(refusal('ip foo')).toEqual(['Object "foo" is unknown, try "ip help".\n', 1]);
    expect(refusal('ip addr flush dev eth1')).toEqual([
      'Command "flush" is unknown, try "ip address help".\n',
      255,
    ]);
    expect(refusal('ip link show dev eth7')).toEqual(['Device "eth7" does not exist.\n', 1]);
    expect(refusal('cat /etc/shadow')).toEqual(['cat: /etc/shadow: No such file or directory\n', 1]);
    expect(refusal('show version')).toEqual(['-bash: show: command not found\n', 127]);
    expect(refusal('false')).toEqual(['', 1]);
    expect(refusal('true')).toEqual(['', 0]);
  });

  test('counts the packets of a ping and names the hops of a route', () => {
    expect(ask('ping -c 2 -W 1 10.0.0.1')).toBe(
      `PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.512 ms
64 bytes from 10.0.0.1: icmp_seq=2 ttl=64 time=0.512 ms

--- 10.0.0.1 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1000ms
rtt min/avg/max/mdev = 0.512/0.512/0.512/0.000 ms
`,
    );
    expect(ask('traceroute 172.16.0.1')).toContain('\n 1  172.16.0.1 (172.16.0.1)  0.512 ms');
    const login = logIn(lab('h1'));
    expect(login.type('ping -c 1 10.0.0.9')).toContain('1 packets transmitted, 0 received, 100% packet loss');
    expect(login.status()).toBe(1);
    expect(login.type('ping -c1 10.0.0.1')).toContain('1 packets transmitted, 1 received');
    expect(login.type('ping -c all 10.0.0.1')).toBe('ping: invalid count, must be 1 to 1000\n');
  });

  test('shows the addresses of one family', () => {
    expect(ask('ip -6 addr')).toBe(
      `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
`,
    );
    expect(ask('ip -4 -br addr')).not.toContain('::1');
    expect(ask('ip -4 addr show eth1')).not.toContain('link/ether');
  });

  test.each([
    ['ip -br addr | grep eth1', 'eth1             UP             172.16.0.2/24\n', 0],
    ['ip -br addr | grep -v eth | wc -l', '1\n', 0],
    ['ip -br addr | grep -c UP', '2\n', 0],
    ['ip -br addr | grep -q eth7 || echo none', 'none\n', 0],
    ['ip -br addr | head -n 1', 'lo               UNKNOWN        127.0.0.1/8 ::1/128\n', 0],
    ['ip -br addr | tail -1 | cat', 'eth1             UP             172.16.0.2/24\n', 0],
    ['ip -br link | sort -r | head -2 | grep -ic "<LO"', '1\n', 0],
    [
      'ip route | grep "^default\\|^10"',
      'default via 192.168.121.1 dev eth0 \n10.0.0.0/24 via 172.16.0.1 dev eth1 \n',
      0,
    ],
    ['ip route | grep -E "^(default|11)"', 'default via 192.168.121.1 dev eth0 \n', 0],
    ['hostname; uname -sr', 'h1\nLinux 6.1.0-28-amd64\n', 0],
    ['uname -a | grep -c Debian && grep ^ID= /etc/os-release', '1\nID=debian\n', 0],
    ['uname -n -m', 'h1 x86_64\n', 0],
    ['uname -z', "uname: invalid option -- 'z'\n", 1],
    ['grep -n h1 /etc/hostname /etc/none', '1:h1\ngrep: /etc/none: No such file or directory\n', 0],
    ['grep x < /dev/null', '', 1],
    ['wc /etc/hostname', '      1       1       3 /etc/hostname\n', 0],
    ['ip route get 10.0.0.1', '10.0.0.1 via 172.16.0.1 dev eth1 src 172.16.0.2 uid 1000 \n    cache \n', 0],
    ['ip r get 172.16.0.9', '172.16.0.9 dev eth1 src 172.16.0.2 uid 1000 \n    cache \n', 0],
    [
      'ip route get 192.0.2.1',
      '192.0.2.1 via 192.168.121.1 dev eth0 src 192.168.121.102 uid 1000 \n    cache \n',
      0,
    ],
    ['ip route get 172.16.0.2', 'local 172.16.0.2 dev lo src 172.16.0.2 uid 1000 \n    cache <local> \n', 0],
    ['ip route get foo', 'Error: inet prefix is expected rather than "foo".\n', 1],
    ['false; echo $?', '1\n', 0],
    ['foo', '-bash: foo: command not found\n', 127],
    ['foo 2>/dev/null; echo $?', '127\n', 0],
    ['foo 2>&1 | cat', '-bash: foo: command not found\n', 0],
    ['/usr/sbin/foo', '-bash: /usr/sbin/foo: No such file or directory\n', 127],
    ['/sbin/ip -br addr show eth1', 'eth1             UP             172.16.0.2/24\n', 0],
    ["sh -c 'hostname && false'", 'h1\n', 1],
    ['bash -lc "cd /etc; pwd"; pwd', '/etc\n/home/admin\n', 0],
    ['sudo -n whoami', 'root\n', 0],
    ['sudo -u bob sh -c "whoami | grep b"', 'bob\n', 0],
    ['echo hostname | sh', 'h1\n', 0],
    ['cd /etc && cat hostname', 'h1\n', 0],
    ['cd /none', '-bash: cd: /none: No such file or directory\n', 1],
    ['ls /etc', 'hostname\nhosts\nos-release\n', 0],
    ['ls -la /none', "ls: cannot access '/none': No such file or directory\n", 2],
    ['which ip', '/sbin/ip\n', 0],
    ['which vtysh', '', 1],
    ['command -v cd ping', 'cd\n/usr/bin/ping\n', 0],
    ['type none', '-bash: type: none: not found\n', 1],
    ['echo $USER@$HOSTNAME:$HOME', 'admin@h1:/home/admin\n', 0],
    ['export A=1 && echo "[$A]"', '[1]\n', 0],
    ['LANG=C date -u', 'date: unrecognized arguments\n', 1],
    ['echo x > /tmp/x', '-bash: /tmp/x: Read-only file system\n', 1],
    ['exit 3; echo no', '', 3],
  ])('%s', (line, said, status) => {
    const login = logIn(lab('h1'));
    expect({ said: login.type(line), status: login.status() }).toEqual({ said, status });
  });

  test('its prompt says where one is', () => {
    const login = logIn(lab('h1'));
    const prompts = ['cd /etc', 'cd ..', 'cd'].map((line) => login.type(line) + login.prompt());
    expect(prompts).toEqual(['admin@h1:/etc$ ', 'admin@h1:/$ ', 'admin@h1:~$ ']);
  });

  test('knows who is asking', () => {
    const root = logIn(lab('h1'), { username: 'root' });
    const user = logIn(lab('h1'), { username: 'vagrant' });
    expect([root.prompt(), root.type('whoami'), root.type('pwd')]).toEqual([
      'root@h1:~# ',
      'root\n',
      '/root\n',
    ]);
    expect([user.prompt(), user.type('pwd')]).toEqual(['vagrant@h1:~$ ', '/home/vagrant\n']);
    expect(user.type('id')).toBe('uid=1000(vagrant) gid=1000(vagrant) groups=1000(vagrant)\n');
    expect(user.type('echo "two  words"')).toBe('two  words\n');
    expect(user.type('hostname')).toBe('h1\n');
  });

  test("sudo -s is a shell of root's until it is left; only root changes anything", () => {
    const here = readLab(
      'provider: clab\nnodes: { h1: { device: linux }, r1: { device: frr } }\nlinks: [ h1-r1 ]\n',
    );
    const login = logIn(here('h1'));
    expect(login.type('ip link set dev eth1 down')).toBe('RTNETLINK answers: Operation not permitted\n');
    expect([login.type('sudo -s'), login.prompt(), login.type('whoami')]).toEqual([
      '',
      'root@h1:~# ',
      'root\n',
    ]);

    login.type('ip link set dev eth1 down && ip addr add 192.0.2.9/24 dev eth1');

    expect(here('h1').interfaces.at(-1)).toMatchObject({ name: 'eth1', adminUp: false });
    expect(here('r1').interfaces.at(-1)?.linkUp).toBe(false);
    expect([login.type('exit'), login.prompt(), login.type('whoami')]).toEqual([
      '',
      'admin@h1:~$ ',
      'admin\n',
    ]);
  });

  test('routes and addresses are added, refused twice, and deleted', () => {
    const here = readLab(
      'provider: clab\nnodes: { h1: { device: linux }, r1: { device: frr } }\nlinks: [ h1-r1 ]\n',
    );
    const login = logIn(here('h1'), { username: 'root' });
    const gateway = here('r1').interfaces.at(-1)?.ipv4?.split('/')[0] ?? '';
    expect(login.type(`ip route add 198.51.100.0/24 via ${gateway}`)).toBe('');
    expect(login.type('ip route')).toContain(`198.51.100.0/24 via ${gateway} dev eth1`);
    expect(login.type('ip route del 198.51.100.0/24; ip route')).not.toContain('198.51.100.0');
    expect(login.type('ip addr add 192.0.2.9/24 dev eth9')).toBe('Cannot find device "eth9"\n');
    expect(login.type('ip addr del 192.0.2.9/24 dev eth1')).toBe(
      'RTNETLINK answers: Cannot assign requested address\n',
    );
    expect(login.type('ip addr add nonsense dev eth1')).toMatch(/^Error: any valid prefix/);
  });
});
