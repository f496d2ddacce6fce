const MACHINE = 'it says how a container or virtual machine is run on the lab host';
const TEMPLATE = 'templates are run as code on the lab host';
const IMAGE = 'an image is a program that the lab host runs';
const HOST_NETWORK = 'it joins the lab with networks of the lab host';
const TOOL = 'tools are commands that the lab host runs';

/** Why elements that people use are not plain data; wherever they stand. */
export const refusedKeys: Readonly<Record<string, string>> = {
  plugin: 'plugins are Python code that the lab host runs',
  tools: TOOL,
  ...{ edgeshark: TOOL, graphite: TOOL, nso: TOOL, nuts: TOOL, suzieq: TOOL },
  validate: 'tests are Python expressions that the lab host evaluates',
  _include: 'it reads other files',
  includes: 'it reads other files',
  components: 'only nodes that are written out can be checked',
  include: 'only nodes that are written out can be checked',
  message: 'messages can be formats that the lab host evaluates',
  ...{ config: TEMPLATE, files: TEMPLATE, configlets: TEMPLATE, templates: TEMPLATE, skip_config: TEMPLATE },
  vars: 'variables of groups are run as templates on the lab host',
  ...{ clab: MACHINE, libvirt: MACHINE, virtualbox: MACHINE, external: MACHINE, multilab: MACHINE },
  ...{ cpu: MACHINE, memory: MACHINE, kind: MACHINE, runtime: MACHINE },
  ...{ image: IMAGE, box: IMAGE },
  ...{ bridge: HOST_NETWORK, uplink: HOST_NETWORK },
  mgmt: "the management network is the lab host's, and netlab logs in to the addresses in it",
  ...{ fabric: 'it needs a plugin', clone: 'it needs a plugin', bonding: 'it needs a plugin' },
  digest: 'its keys and values go into configurations as they are',
};
