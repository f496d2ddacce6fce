import { listOf, mapOf, namesOf, scalar, type Rule, type Table } from './rule';
import * as is from './scalar-kind';

const LARGE = 4294967295;
const yes = scalar(is.boolean);
const count = scalar(is.integer(0, LARGE));
const id = scalar(is.dottedId);
const onFamilies: Table = { ipv4: yes, ipv6: yes };
const families: Rule = {
  ...mapOf(onFamilies),
  items: () => scalar(is.oneOf('ipv4', 'ipv6')),
};
const bfd = mapOf(onFamilies, is.boolean);

/** What a protocol imports: a list of protocols, or a mapping with policies. */
const imports: Rule = (() => {
  const protocol = is.oneOf('bgp', 'ospf', 'isis', 'ripv2', 'eigrp', 'connected', 'static', 'vrf');
  return {
    ...namesOf(protocol, () => mapOf({ policy: scalar(is.name) }, is.boolean)),
    items: () => scalar(protocol),
  };
})();

const sessionKinds = listOf(is.oneOf('ibgp', 'ebgp', 'localas_ibgp', 'confed_ebgp'), is.boolean);
const sessions = mapOf({ ipv4: sessionKinds, ipv6: sessionKinds });
const communityKinds = is.oneOf('standard', 'extended', 'large', '2octet');
const communityLists = listOf(communityKinds);

/** Settings of the module `bfd`. */
export const BFD: Table = { min_tx: count, min_rx: count, min_echo_rx: count, multiplier: count };

/** Settings of the module `bgp`. */
export const BGP: Table = {
  as: scalar(is.asNumber),
  local_as: scalar(is.asNumber),
  as_list: namesOf(is.asNumber, () =>
    mapOf({ name: scalar(is.name), members: listOf(is.namePattern), rr: listOf(is.namePattern) }),
  ),
  confederation: namesOf(is.asNumber, () => mapOf({ members: listOf(is.asNumber) })),
  community: {
    ...mapOf(
      {
        ...{ ibgp: communityLists, ebgp: communityLists },
        ...{ localas_ibgp: communityLists, confed_ebgp: communityLists },
      },
      communityKinds,
    ),
    items: () => scalar(communityKinds),
  },
  ...{ rr_list: listOf(is.namePattern), rr_cluster_id: id, rr_mesh: yes, rr: yes, router_id: id },
  ...{ next_hop_self: yes, advertise: yes, advertise_loopback: yes, replace_global_as: yes },
  ...{ ebgp_role: scalar(is.name), advertise_roles: listOf(is.name), import: imports, sessions },
  activate: sessions,
  originate: listOf(is.ipv4, is.name),
};

/** Settings of the module `eigrp`. */
export const EIGRP: Table = { af: families, as: scalar(is.asNumber), passive: yes };

const level = scalar(is.oneOf('level-1', 'level-2', 'level-1-2'));

/** Settings of the module `isis`. */
export const ISIS: Table = {
  ...{ af: families, area: scalar(is.isoAddress), net: scalar(is.isoAddress), type: level, bfd },
  ...{ instance: scalar(is.word), import: imports, active: yes, passive: yes },
  metric: scalar(is.integer(1, 16777215)),
  cost: scalar(is.integer(1, 16777215)),
  network_type: scalar(is.oneOf('point-to-point'), is.boolean),
};

const NETWORK_TYPES = is.oneOf('point-to-point', 'point-to-multipoint', 'broadcast', 'non-broadcast');

/** Settings of the module `ospf`. */
export const OSPF: Table = {
  ...{ af: families, area: id, router_id: id, import: imports, active: yes, passive: yes },
  bfd: mapOf({ ...onFamilies, strict: yes, strict_delay: count }, is.boolean),
  default: mapOf(
    { always: yes, policy: scalar(is.name), cost: count, type: scalar(is.oneOf('e1', 'e2')) },
    is.boolean,
  ),
  password: scalar(is.word),
  ...{ process: count, reference_bandwidth: count },
  timers: mapOf({ hello: scalar(is.integer(1, 8192)), dead: scalar(is.integer(1, 8192)) }),
  priority: scalar(is.integer(0, 255)),
  cost: scalar(is.integer(1, 65534)),
  network_type: scalar(NETWORK_TYPES),
};

/** Settings of the module `ripv2`. */
export const RIPV2: Table = {
  ...{ version: count, af: families, bfd, import: imports, active: yes, passive: yes },
  timers: mapOf({ update: count, timeout: count, garbage: count }),
};

const labelled: Table = {
  ipv4: sessionKinds,
  ipv6: sessionKinds,
  explicit_null: yes,
  disable_unlabeled: yes,
};
const labelledBgp: Rule = { ...mapOf(labelled, is.boolean), items: () => scalar(is.oneOf('ibgp', 'ebgp')) };

/** Settings of the module `mpls`. */
export const MPLS: Table = {
  ldp: mapOf({ router_id: id, igp_sync: yes, explicit_null: yes, advertise: listOf(is.name) }, is.boolean),
  ...{ bgp: labelledBgp, vpn: labelledBgp, '6pe': sessionKinds },
};

const onEach = mapOf({ ipv4: count, ipv6: count });

/** Settings of the module `sr`. */
export const SR: Table = {
  ...{ af: families, node_sid_offset: onEach, node_sid: onEach, ipv6_sid_offset: count },
  protocol: listOf(is.oneOf('isis', 'ospfv2')),
  srgb: mapOf({ start: count, size: count }),
};

/** Settings of the module `srv6`. */
export const SRV6: Table = {
  ...{ allocate_loopback: yes, bgp: labelledBgp, vpn: labelledBgp, transit_only: yes },
  igp: listOf(is.oneOf('isis', 'ospf')),
  ...{ locator_pool: scalar(is.ipv6), locator: scalar(is.ipv6) },
};
